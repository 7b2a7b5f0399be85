// SPDX-License-Identifier: EUPL-1.2
// Merged cells of a sheet. What stands in one that reaches over several rows stands there for each of them; the sheet
// keeps it in the first alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/record.hpp"

namespace mvoi::intake {

class MergedCells {
  public:
    // A range such as "A2:A5"; one within a row says nothing about other rows.
    void add(std::string_view range);
    // Fills the cells of this row that belong to a cell above, and keeps what stands in those that reach further down.
    void apply(Record& record);

  private:
    struct Range {
        std::size_t column = 0;
        std::int64_t first = 0, last = 0;
        std::string text;
    };
    std::vector<Range> ranges_;  // by their first row, once they are used
    bool sorted_ = false;
    std::size_t begun_ = 0;               // ranges whose first row was passed
    std::vector<std::size_t> open_ = {};  // of those, the ones that reach further down
};

// The place that a reference such as "AB12" names; column 0 is A. False when it names none.
bool read_place(std::string_view reference, std::size_t& column, std::int64_t& row);

}  // namespace mvoi::intake
