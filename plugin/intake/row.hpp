// SPDX-License-Identifier: EUPL-1.2
// Rows of other people's lists and notices, read as requests for tender.start, or for contract.sign. Odd content is
// kept and named; content that makes a row useless is a fault.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/model.hpp"
#include "intake/table/columns.hpp"
#include "json/value.hpp"

namespace mvoi::intake {

// One tender read from one row (a notice with several objects gives several).
struct Row {
    std::int64_t line = 0;  // line of the file where the row begins, from 1
    json::Value request;    // to tender.start.request or contract.sign.request, without today, actor, origin, requestId
    domain::Date started_on{2000, 1, 1};
    bool names_start = false;  // the row itself says when it started; otherwise it is the day of the import
    domain::Phase phase = domain::Phase::Preparation;
    std::string source;  // "ted:131568-2021"; empty for a list of one's own
    // Of a notice: what it made public, but for the dates of its planning; and the other numbers of its procedure.
    std::optional<domain::PublishedNotice> notice;
    std::vector<std::string> aliases;
    std::vector<domain::Fault> faults;    // path is the column or member of the row; not empty: the row is refused
    std::vector<domain::Fault> warnings;  // the row is kept, without or in spite of this
    std::int64_t rows = 1;                // of the list that were joined to it
    std::int64_t repeats = 0;             // the line of an earlier row that says the very same; 0: none does
};

// The list itself, once it was read: where its header stood, every column with its use, and what is to be said of it as
// a whole.
struct Account {
    std::int64_t header_line = 0;  // 0: it has no header
    std::vector<ColumnUse> columns;
    std::vector<domain::Fault> remarks;
};

class RowSource {
  public:
    virtual ~RowSource() = default;
    virtual bool next(Row& row) = 0;  // false: there are no more; reads a little at a time
    virtual Account account() const { return {}; }
};

// The header of the column that fills this member of a request, or the member's name where no column does.
std::string header_of_path(std::string_view path, const Account& account);

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
