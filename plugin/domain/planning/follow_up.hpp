// SPDX-License-Identifier: EUPL-1.2
// A contract that ends is the beginning of the next tender: by when must its preparation begin, and when would it be
// published? Counted back from the day after the contract's last day; for a contract that renews itself, with the
// successor certain by the last day of notice.
#pragma once

#include "domain/contract/term.hpp"
#include "domain/planning/tender_plan.hpp"

namespace mvoi::domain::planning {

// The days of a running contract that the planning of the next one depends on.
struct Running {
    Date end{2000, 1, 1};           // its last day, as things stand
    std::optional<Date> notice_by;  // the last day to stop it, where it renews itself and nobody gave notice yet
    bool renewal_known = true;      // false: that day is there in case it renews itself
};
// Nothing: it has no end.
std::optional<Running> running(const contract::Term& term, const contract::Course& course);

// Puts the end of the running contract, and its day of notice, among the planned dates of the tender that follows; a
// date that is there already stays.
void follow(const Running& running, Tender& tender);

// The milestones that calendars show of the next tender: code of vocabulary "milestones" ("vervolg-voorbereiding",
// "vervolg-publicatie") → date, as uncertain as the options and renewals of the contract. Empty: nothing is to follow,
// or there is no end.
std::map<std::string, PlannedDate> follow_up_of(const Contract& contract, const contract::Course& course,
                                                const Circumstances& around);

// The running contract, where it has no end and the notice that ends it was recorded.
std::optional<Endless> endless(const contract::Term& term, const contract::Course& course);

// The parts of a running contract that were not recorded, so that the plan could not keep to their days, or did so to
// be safe.
//   latest_start  of the work on a successor; nothing: it is not known
std::vector<Finding> not_recorded(const contract::Term& term, const contract::Course& course,
                                  std::optional<Date> latest_start);

// An option or a renewal that may be decided on later than the work on a successor must begin: by the time one knows,
// it is too late to tender.
//   latest_start  of that work
std::vector<Finding> decided_too_late(const contract::Course& course, Date latest_start);

}  // namespace mvoi::domain::planning
