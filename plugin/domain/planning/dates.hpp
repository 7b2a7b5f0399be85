// SPDX-License-Identifier: EUPL-1.2
// Laying the milestones of a chain on days: what is given stays, the rest is counted from it.
#pragma once

#include "domain/planning/plan.hpp"

namespace mvoi::domain::planning {

// A given date for a link of the chain, by its place; the first of its days is the safe one.
using Anchors = std::vector<std::optional<PlannedDate>>;
Anchors anchors_of(const Chain& chain, const std::map<std::string, PlannedDate>& given);
bool any(const Anchors& anchors);

// The day by which a link must be reached for another reason than the chain itself.
struct Bound {
    std::size_t link;
    Date by;
    std::string_view reason;  // vocabulary "milestones"
    // Not on that day itself: what follows on the link may be done from the next day on. nullptr: that day will do.
    const Part* before = nullptr;

    Date last(const Agenda& agenda, Steps* steps) const { return before ? start_of(*before, by, agenda, steps) : by; }
};

// The day of each link; with steps where they are wanted, one list per link.
//   Backward: before the last anchor the last days that are in time, behind it the first that are possible.
//   Forward: behind the first anchor the first days that are possible, before it the last that are in time.
// An exact link stands where the law ends it, counted from the one before it; that time was left over is a step of that
// one.
std::vector<Date> dates_of(const Chain& chain, const Anchors& anchors, const std::optional<Bound>& bound,
                           Direction direction, const Agenda& agenda, std::vector<Steps>* steps);

// A finding for each two given dates with less time between them than the law and the work take.
std::vector<Finding> too_short(const Chain& chain, const Anchors& anchors, const Agenda& agenda);

}  // namespace mvoi::domain::planning
