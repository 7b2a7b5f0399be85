// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/due.hpp"

#include <algorithm>

namespace mvoi::domain::contract {
namespace {

using boost::gregorian::days;

// A state is reported when an observation ended in the period; anything else when each of its days is in one.
bool is_reported(const Promise& promise, const Readings& readings, Date from, Date to) {
    if (promise.shape == Shape::Once || promise.gather == Gather::Last)
        return std::any_of(readings.begin(), readings.end(),
                           [&](const Reading& each) { return from <= each.to && each.to <= to; });
    return covered_days(readings, from, to) == static_cast<int>((to - from).days()) + 1;
}

// The end of the first period of a mark that was not reported.
std::optional<Date> open_end(const Promise& promise, const Readings& readings, const Mark& mark, Date from) {
    if (promise.shape == Shape::Once)
        return is_reported(promise, readings, mark.from, mark.to) ? std::nullopt : std::optional(mark.to);
    while (from <= mark.to) {
        const Date to = std::min(last_of(promise.checked, from), mark.to);
        if (!is_reported(promise, readings, from, to)) return to;
        from = to + days(1);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Date> next_due(const Promise& promise, const std::vector<Observation>& observations,
                             const UnitsOfMeasure& units, Date today) {
    if (!is_measurable(promise)) return std::nullopt;
    const Readings readings = readings_of(promise, observations, units, today);
    Date from = promise.from;  // the marks of a growing total all begin on the first day; no day is asked about twice
    for (const Mark& mark : marks_of(promise)) {
        if (const auto end = open_end(promise, readings, mark, std::max(from, mark.from)))
            return *end + days(promise.report_within_days);
        from = mark.to + days(1);
    }
    return std::nullopt;
}

Date first_check(const Promise& promise) {
    const bool once = promise.shape == Shape::Once && promise.by;
    const Date end = once ? *promise.by : std::min(last_of(promise.checked, promise.from), promise.to);
    return end + days(promise.report_within_days);
}

}  // namespace mvoi::domain::contract
