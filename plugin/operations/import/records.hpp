// SPDX-License-Identifier: EUPL-1.2
// The records of a CSV file, each with the line on which it begins. Quoted cells may hold line ends; a quote that is
// never closed costs one line, not the rest of the file. Those of a workbook stand in sheet.hpp.
#pragma once

#include <csv.h>

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "operations/import/lines.hpp"

namespace mvoi::operations::import {

struct Record {
    std::int64_t line = 0;       // where it begins
    std::int64_t last_line = 0;  // where it ends
    std::string_view rule;       // why there are no cells; empty when there are
    std::string text;            // all cells, one behind the other
    std::vector<std::size_t> ends;
    std::vector<bool> numbers;  // cells that are numbers by themselves; empty: none is

    std::size_t size() const { return ends.size(); }
    std::string_view cell(std::size_t index) const {
        const std::size_t start = index == 0 ? 0 : ends[index - 1];
        return std::string_view(text).substr(start, ends[index] - start);
    }
};

class RecordSource {
  public:
    virtual ~RecordSource() = default;
    // False when there are no more. Records without any content are passed over.
    virtual bool next(Record& record) = 0;
};

class RecordReader : public RecordSource {
  public:
    // '\0' finds the delimiter in the first line.
    RecordReader(std::istream& input, char delimiter, bool windows_1252);
    ~RecordReader() override;
    RecordReader(const RecordReader&) = delete;
    RecordReader& operator=(const RecordReader&) = delete;

    bool next(Record& record) override;

  private:
    struct Line {
        std::int64_t number = 0;
        std::string text;  // with its end
        bool too_long = false;
    };

    bool next_line(Line& line);
    void begin(std::string& first_line);
    void parse(const Line& line);
    void clear_record();
    void refuse_open_quote();
    static void on_cell(void* text, std::size_t size, void* self);
    static void on_record(int end, void* self);

    LineReader lines_;
    bool windows_1252_;
    csv_parser parser_{};
    char delimiter_;
    bool begun_ = false;
    Line line_;                 // being read
    Record* record_ = nullptr;  // being read
    bool complete_ = false;
    std::deque<Line> again_;  // lines to read afresh, before the stream goes on
    std::deque<Line> open_;   // lines of a record that is not complete yet, behind its first one
    std::size_t open_bytes_ = 0;
    std::size_t again_bytes_ = 0;  // read afresh so far
};

}  // namespace mvoi::operations::import
