// SPDX-License-Identifier: EUPL-1.2
// The term of a contract, from the cells of its row. What was not understood is unknown and said, and so is what the
// list only implies: nothing of it becomes a day. Where nobody can tell when a contract ends, that is what is kept.
#pragma once

#include "intake/table/table.hpp"

namespace mvoi::intake {

// The cells of a row that speak of its term, as they stand, with the units of their headers.
struct TermCells {
    std::string start, end, months, notice, renewal, renewal_months, options;
    std::string tacit;                        // of a column that says by its header that the renewal is tacit
    bool renewal_is_tacit = false;            // that of the renewal says so too: it was mapped
    std::string_view start_doubt, end_doubt;  // why their columns leave in doubt which day is meant
};

// A remark or a fault about the column of a member.
struct TermRemark {
    Member member;
    std::string_view rule;
    std::string value;
    std::map<std::string, std::string> words = {};
    bool refuses = false;
};

struct TermReading {
    json::Value term = json::Value(json::Object{});
    std::vector<TermRemark> remarks;
};
TermReading read_term(const TermCells& cells, domain::Date today);

}  // namespace mvoi::intake
