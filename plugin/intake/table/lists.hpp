// SPDX-License-Identifier: EUPL-1.2
// Lists of tenders and of contracts, with a header row, in CSV or a workbook. Those of observations: observations.hpp.
#pragma once

#include <istream>
#include <map>
#include <memory>
#include <string>

#include "domain/date.hpp"
#include "intake/row.hpp"

namespace mvoi::intake {

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
    std::int64_t header_row = 0;                  // the line of the header; 0: it is looked for
};

// Comma, semicolon or tab separated lists with a header row. Throws domain::Refusal when the header does not have a
// mapped column. The stream must outlive the source.
std::unique_ptr<RowSource> tender_rows(std::istream& input, const ListOptions& options);

// The same for a list of contracts: requests for contract.sign.
std::unique_ptr<RowSource> contract_rows(std::istream& input, const ListOptions& options);

}  // namespace mvoi::intake
