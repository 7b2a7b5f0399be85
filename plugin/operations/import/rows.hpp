// SPDX-License-Identifier: EUPL-1.2
// Rows of other people's lists, read as requests for tender.start, or for contract.sign. What a row says oddly is kept
// and named; what makes it useless is a fault. Nothing here knows the register.
#pragma once

#include <cstdint>
#include <istream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/model.hpp"
#include "json/value.hpp"

namespace mvoi::operations::import {

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

struct ListOptions {
    char delimiter = '\0';  // '\0': found from the header
    bool windows_1252 = false;
    std::string organisation;                     // of every row; empty: from the row
    std::string reference;                        // of observations: of the one contract they may be about
    std::map<std::string, std::string> mapping;   // member → header, as in register.import.request
    std::map<std::string, std::string> defaults;  // member → value where the row has none
    domain::Date today{2000, 1, 1};               // start of a row that names no other
    bool workbook = false;                        // XLSX; otherwise CSV
    std::string sheet;                            // of a workbook; empty: the first one that is not hidden
    char decimal_mark = '\0';                     // of numbers; '\0': what can mean two things is refused
};

// Notices, one JSON object a line. The stream must outlive the source.
std::unique_ptr<RowSource> notices(std::istream& input, const std::string& organisation);
// Comma, semicolon or tab separated lists with a header row. Throws domain::Refusal when the header does not have a
// mapped column. The stream must outlive the source.
std::unique_ptr<RowSource> list_rows(std::istream& input, const ListOptions& options);

// The same for a list of contracts: requests for contract.sign.
std::unique_ptr<RowSource> contract_rows(std::istream& input, const ListOptions& options);

}  // namespace mvoi::operations::import
