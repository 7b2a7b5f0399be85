// SPDX-License-Identifier: EUPL-1.2
// Rows of other people's lists and notices, read as requests for tender.start, or for contract.sign. Odd content is
// kept and named; content that makes a row useless is a fault.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/model.hpp"
#include "json/value.hpp"

namespace mvoi::intake {

// One tender read from one row (a notice with several objects gives several).
struct Row {
    std::int64_t line = 0;  // line of the file where the row begins, from 1
    json::Value request;    // to tender.start.request or contract.sign.request, without today, actor, origin, requestId
    domain::Date started_on{2000, 1, 1};
    bool names_start = false;  // the row itself says when it started; otherwise it is the day of the import
    domain::Phase phase = domain::Phase::Preparation;
    std::string source;                   // "ted:131568-2021"; empty for a list of one's own
    std::vector<domain::Fault> faults;    // path is the column or member of the row; not empty: the row is refused
    std::vector<domain::Fault> warnings;  // the row is kept, without or in spite of this
};

class RowSource {
  public:
    virtual ~RowSource() = default;
    virtual bool next(Row& row) = 0;  // false: there are no more; reads a little at a time
};

constexpr std::size_t max_cpv = 200;          // of one tender or lot
constexpr std::size_t max_reference = 100;    // characters
constexpr std::size_t max_title = 1000;       // characters
constexpr std::size_t max_organisation = 64;  // characters

// Members of a request.
json::Value cpv_list(const std::vector<std::string>& codes);
// As a member of "planning": the text alone, or with its certainty where that is not the usual "verwacht".
json::Value planned(const domain::PlannedDate& date);
bool is_organisation(std::string_view code);

}  // namespace mvoi::intake
