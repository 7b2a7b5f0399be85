// SPDX-License-Identifier: EUPL-1.2
// A row that was read, put down in the register.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "intake/row.hpp"
#include "operations/call.hpp"
#include "operations/current/tender.hpp"
#include "operations/import/keep.hpp"
#include "operations/import/report.hpp"

namespace mvoi::operations::import {

// The fate of a row, and the parts that stayed as the register had them.
struct Recorded {
    Result result = Result::Unchanged;
    std::vector<KeptPart> kept = {};
    std::string twins = {};            // references of other tenders that the row says are the same one
    std::set<std::string> stays = {};  // parts of the term that the list does not know and the register does
};

// A row of a list that is one tender.
Recorded record_tender(const Call& call, store::Connection& connection, const intake::Row& row,
                       const std::string& digest);
// A row that is a notice. All notices of one procedure are about one tender, in whatever order they come; it has the
// number of the first to come, and is found by those of the others. What the newest of them says of a date holds. That
// something was published is taken over as it is, and claims nothing about a gate.
Recorded record_notice(const Call& call, store::Connection& connection, const intake::Row& row,
                       const std::string& digest);

// A tender as a row changes it: judged as of the day of the row.
//   current  as it was
void establish_change(const Call& call, store::Connection& connection, Current current, domain::Tender tender,
                      const intake::Row& row);

// A new tender from a row: decided and judged as of its start.
domain::Tender new_tender(const Call& call, const intake::Row& row, domain::Tender tender, Draft& draft,
                          store::Connection& connection, std::vector<domain::Fault> faults);
void establish_row(const Call& call, store::Connection& connection, Draft draft, domain::Tender tender,
                   const intake::Row& row);

// A row that is one contract. The same row again changes nothing; one that changed at its source takes over what the
// row says, and leaves what was recorded here: options that were decided on, a notice that was given, and whatever was
// changed here since, unless the request asks to overwrite it.
Recorded record_contract(const Call& call, store::Connection& connection, const intake::Row& row,
                         const std::string& digest);
// Of a row that is refused already, what else is wrong with it.
std::vector<domain::Fault> other_faults_of(const intake::Row& row);

}  // namespace mvoi::operations::import
