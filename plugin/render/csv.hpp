// SPDX-License-Identifier: EUPL-1.2
// Tables as CSV (RFC 4180): CRLF, quotes where they are needed, a header row first.
//
// Cells are parted by a semicolon, because a spreadsheet in Dutch takes the comma for a decimal sign and would show a
// file with commas as one column. Whoever reads it by program says so once; another separator can be asked for.
// There is no byte order mark unless it is asked for: programs take it for part of the first column's name.
//
// A text that begins with = + - @, a tab or a line ending gets an apostrophe before it. A spreadsheet would calculate
// it otherwise, and titles come from many hands. Who needs every text as it was reads the feed as JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "domain/date.hpp"

namespace mvoi::render {

struct CsvForm {
    char separator = ';';
    bool byte_order_mark = false;
};

// Cells from left to right, rows from top to bottom.
class CsvWriter {
  public:
    explicit CsvWriter(std::size_t expected_bytes = 0, CsvForm form = {});

    void text(std::string_view cell);    // UTF-8 from anywhere; control characters are left out
    void number(std::int64_t cell);      // stays a number, a negative one too
    void digits(std::string_view cell);  // a number that is written already, such as "-0,5"; digits , . and - alone
    void date(domain::Date cell);        // 2026-03-01
    void empty() { next_cell(); }        // not known
    void end_row();

    std::string take() &&;  // all rows; a row that was begun is ended

  private:
    void next_cell();
    void quoted(std::string_view cell);

    std::string bytes_;
    CsvForm form_;
    std::size_t row_start_ = 0;
    bool in_row_ = false;
};

}  // namespace mvoi::render
