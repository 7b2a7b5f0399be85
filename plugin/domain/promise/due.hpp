// SPDX-License-Identifier: EUPL-1.2
// The days by which something is to be shown of a promise.
#pragma once

#include <optional>
#include <vector>

#include "domain/promise/observation.hpp"

namespace mvoi::domain::promise {

// A period of checking: part of a mark, of which something is to be shown when it is over. What is to be done once has
// one period. In order, and no day is in two.
struct CheckedPeriod {
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};  // inclusive
    Mark mark;
};
std::vector<CheckedPeriod> checked_periods(const Promise& promise);
// A state is reported when an observation ended in the period; anything else when each of its days is in one.
bool is_reported(const Promise& promise, const Readings& readings, const CheckedPeriod& period);

// The last day on which the first period of checking about which not everything was reported can still be reported:
// its end, and what reporting may take after that. Of what is to be done once: of the date by which it is to be done,
// as long as nothing was observed. It may be past. Nothing: everything was reported, or nothing can be measured.
std::optional<Date> next_due(const Promise& promise, const std::vector<Observation>& observations,
                             const measure::UnitsOfMeasure& units, Date today);
// Every such day until this one, of each period by itself, in order; one is still to come when it is after today.
std::vector<Date> dues_until(const Promise& promise, const std::vector<Observation>& observations,
                             const measure::UnitsOfMeasure& units, Date today, Date until);

// The due date of a promise that is to be done once and cannot be measured: until a document shows it or a person finds
// it, its own date and the days that reporting may take. Nothing for any other promise.
std::optional<Date> delivery_due(const Promise& promise);

// The same when nothing was observed yet, also of a promise that cannot be measured: the first day on which something
// of it may be asked for.
Date first_check(const Promise& promise);

}  // namespace mvoi::domain::promise
