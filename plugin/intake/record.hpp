// SPDX-License-Identifier: EUPL-1.2
// A row of a table before anybody looks at its columns, from a CSV file or from a workbook.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mvoi::intake {

struct Record {
    std::int64_t line = 0;       // its first line
    std::int64_t last_line = 0;  // its last line
    std::string_view rule;       // the fault that leaves it without cells; empty when it has them
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

}  // namespace mvoi::intake
