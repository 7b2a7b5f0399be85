// SPDX-License-Identifier: EUPL-1.2
// The days of tenders, contracts, promises, documents and meetings, as the tables have them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/calendar/feed.hpp"
#include "domain/calendar/statutory.hpp"
#include "store/engine.hpp"
#include "store/tables/outline.hpp"

namespace mvoi::store {

// The days that are asked for, and since when what was called off is still shown.
struct CalendarWindow {
    std::string organisation;
    domain::Date from{2000, 1, 1}, to{2000, 1, 1};
    domain::Date today{2000, 1, 1};
    domain::Date cancelled_since{2000, 1, 1};
};

// A milestone of a tender or a contract; labels and things to do are left to whoever shows it.
struct CalendarMilestone {
    domain::FeedItem item;
    Outline outline;                               // of a tender: what stands on the day of the window
    std::int64_t entry = 0;                        // that holds the tender or the contract
    std::vector<domain::calendar::Step> sum = {};  // of a contract: the steps that lead to its day
};
//   with_provisional  tenders that are not confirmed yet too
std::vector<CalendarMilestone> tender_milestones(Connection& connection, const CalendarWindow& window,
                                                 bool with_provisional);
// Those of contracts that did not renew themselves since their entry.
std::vector<CalendarMilestone> contract_milestones(Connection& connection, const CalendarWindow& window);

// A contract for an indefinite time, as an item without a date, and the day on which it began.
struct Endless {
    domain::FeedItem item;
    domain::Date start{2000, 1, 1};
};
std::vector<Endless> endless_contracts(Connection& connection, const std::string& organisation);

// The tenders that follow on a contract.
struct Successors {
    std::optional<domain::Date> started;  // the first of those that were not called off
    std::int64_t turns = 0;               // one for each that followed, and one for each of those that was called off
};
// By contract; of those with a milestone about it in the window, and those that renewed themselves since their entry.
std::map<std::string, Successors> successors(Connection& connection, const CalendarWindow& window);

// The days by which something is to be shown of each promise: one item for each, with its number.
std::vector<domain::FeedItem> promise_days(Connection& connection, const CalendarWindow& window);

// The last day of a document that is to prove a promise, with its number.
struct EvidenceDay {
    domain::FeedItem item;
    bool before_end = false;  // its contract runs longer, by the dates of its entry
};
std::vector<EvidenceDay> evidence_days(Connection& connection, const CalendarWindow& window);

// Meetings of the board on which a tender is to be dealt with; one that was submitted again before an answer is off.
std::vector<domain::FeedItem> review_days(Connection& connection, const CalendarWindow& window);

}  // namespace mvoi::store
