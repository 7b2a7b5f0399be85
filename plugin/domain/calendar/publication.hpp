// SPDX-License-Identifier: EUPL-1.2
// The calendar as the market sees it: the milestones and the fields that policy publishes, and dates no more precisely
// than it wants. No calendar may say more than the law allows: what is contrary to legitimate commercial interests or
// to fair competition stays in (Aanbestedingswet 2012, art. 2.57, 2.104 and 2.138), so nothing is published by
// accident: a field is shown when it is named, and there is no field for people, suppliers, amounts or explanations.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/calendar/feed.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain {

// The fields and milestones that are published: those of policy, and what is usual where policy is silent.
struct Published {
    std::set<std::string> fields;
    std::set<std::string> milestones;
    Precision precision = Precision::Quarter;
    std::vector<std::int64_t> bands_cents;
    std::string contact;
    std::string disclaimer;  // empty: the usual one

    bool has(const char* field) const { return fields.contains(field); }
    // True when the tender itself has to be read: other fields stand in the calendar's own row.
    bool looks_at_tender() const { return has("procedure") || has("valueBand") || has("themes") || has("ambition"); }
};

// The row of vocabulary "calendar-terms" with this code on this day; nullptr when none was in force.
const Term* usual(const Rules& rules, const char* code, Date day);

//   policy  that is in force on the day; nullptr: there is none
Published published_by(const Policy* policy, const Rules& rules, Date day);

// A fixed date as it is; any other one widened to the period that holds it.
PlannedDate published_date(const PlannedDate& date, Precision precision);

// The band that holds the value: from its low to its high bound. A side without bound is open; a band that is open on
// both sides says nothing, and is none. Bounds are the lowest amount of the band above.
std::optional<Value> published_band(const Value& value, const std::vector<std::int64_t>& bands_cents);

// The item as the market sees it: no reference, flags or things to do, unless published. False: not at all.
bool publish(FeedItem& item, const Published& published);

}  // namespace mvoi::domain
