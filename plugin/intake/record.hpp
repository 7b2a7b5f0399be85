// SPDX-License-Identifier: EUPL-1.2
// A row of a table before anybody looks at its columns, from a CSV file or from a workbook.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/model.hpp"

namespace mvoi::intake {

struct Record {
    std::int64_t line = 0;       // its first line
    std::int64_t last_line = 0;  // its last line
    std::string_view rule;       // the fault that leaves it without cells; empty when it has them
    std::string text;            // all cells, one behind the other
    std::vector<std::size_t> ends;
    std::vector<bool> numbers;        // cells that are numbers by themselves; empty: none is
    bool hidden = false;              // a row of a sheet that does not show
    std::vector<std::size_t> merged;  // cells that got their text from a merged cell that begins above them

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
    // Of the source as a whole: sheets that were not read.
    virtual std::vector<domain::Fault> remarks() const { return {}; }
    // A column that does not show; what stands in it is read all the same.
    virtual bool is_hidden(std::size_t) const { return false; }
};

}  // namespace mvoi::intake
