// SPDX-License-Identifier: EUPL-1.2
// The records of a CSV file, each with the line on which it begins. Quoted cells may hold line ends; a quote that is
// never closed costs one line, not the rest of the file. Those of a workbook: intake/workbook/sheet.hpp.
#pragma once

#include <csv.h>

#include <deque>
#include <string>

#include "intake/record.hpp"
#include "intake/text/lines.hpp"

namespace mvoi::intake {

class CsvReader : public RecordSource {
  public:
    // '\0' finds the delimiter in the first line.
    CsvReader(std::istream& input, char delimiter, bool windows_1252);
    ~CsvReader() override;
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    bool next(Record& record) override;

  private:
    struct Line {
        std::int64_t number = 0;
        std::string text;  // with its end
        bool too_long = false;
        bool last = false;  // no line end stood behind it
    };

    bool next_line(Line& line);
    bool read_line(Line& line);
    void begin();
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
    std::deque<Line> ahead_;    // read to find the delimiter, as they stand in the file
    Line line_;                 // being read
    Record* record_ = nullptr;  // being read
    bool complete_ = false;
    std::deque<Line> again_;  // lines to read afresh, before the stream goes on
    std::deque<Line> open_;   // lines of a record that is not complete yet, behind its first one
    std::size_t open_bytes_ = 0;
    std::size_t again_bytes_ = 0;  // read afresh so far
};

}  // namespace mvoi::intake
