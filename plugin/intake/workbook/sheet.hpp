// SPDX-License-Identifier: EUPL-1.2
// The records of a sheet of a workbook (XLSX), row by row as the sheet is unpacked; its line is the number of the row.
// Only the texts that cells share are kept.
#pragma once

#include <Poco/XML/XMLStreamParser.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "intake/record.hpp"
#include "intake/workbook/cells.hpp"
#include "intake/workbook/merged.hpp"
#include "intake/workbook/package.hpp"

namespace mvoi::intake {

class SheetReader : public RecordSource {
  public:
    //   sheet  its name; empty: the first one that is not hidden
    SheetReader(std::istream& input, const std::string& sheet);
    ~SheetReader() override;

    bool next(Record& record) override;
    std::vector<domain::Fault> remarks() const override;
    bool is_hidden(std::size_t column) const override;

  private:
    struct Cell {
        std::size_t column = 0;
        std::string kind, value;
        std::size_t style = 0;
        bool formula = false;
    };

    std::string find_sheet(const std::string& wanted);
    void read_shared(const std::string& name);
    void read_styles(const std::string& name);
    void read_merged(const std::string& name);
    bool read_row(Record& record);
    void read_cell(Cell& cell);
    std::string text_of(const Cell& cell, bool& is_number) const;

    Package package_;
    bool from_1904_ = false;
    std::vector<std::string> shared_;
    std::vector<Shows> styles_;
    MergedCells merged_;
    std::string hidden_sheets_, other_sheets_;                         // that were not read, by name
    std::vector<std::pair<std::size_t, std::size_t>> hidden_columns_;  // first and last of each stretch, from 1
    std::int64_t line_ = 0;
    bool ended_ = false;
    std::unique_ptr<PartStream> part_;
    std::unique_ptr<Poco::XML::XMLStreamParser> parser_;
};

}  // namespace mvoi::intake
