// SPDX-License-Identifier: EUPL-1.2
// A workbook of one sheet as Office Open XML (ECMA-376), packed by Poco::Zip. As much of it as a form needs: texts,
// numbers and days in rows of cells, each in a style of the form. Made in memory, without a clock: the same cells give
// the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "domain/date.hpp"

namespace mvoi::render {

// Places in the list of styles that a workbook has.
enum class CellStyle { Plain, Header, Text, Number, Day, FillText, FillNumber, FillWhole, Blank };

class SheetWriter {
  public:
    SheetWriter();
    void text(std::string_view cell, CellStyle style);    // UTF-8 from anywhere; what XML cannot hold is left out
    void number(std::string_view cell, CellStyle style);  // as Decimal::text() writes it
    void day(domain::Date cell, CellStyle style);
    void empty(CellStyle style);
    void end_row();
    int rows() const { return row_ - 1; }  // that are ended
    std::string take() && { return std::move(rows_); }

  private:
    std::string opening(CellStyle style);
    std::string rows_;
    int row_ = 1, column_ = 0;
    bool in_row_ = false;
};

// "A", "Z", "AA" of the column with this place, from 0.
std::string column_letters(int place);
std::string xml_text(std::string_view text);

// The parts of the sheet before and behind its rows: columns, protection, validation.
struct SheetFrame {
    std::string name;
    std::string before;
    std::string behind;
};
std::string write_workbook(const SheetFrame& frame, const std::string& rows);

}  // namespace mvoi::render
