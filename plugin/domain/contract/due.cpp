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

// Hands over the end of each period that was not reported, in order, until `stop` says so. What is to be done once has
// one period.
template <typename Stop>
void open_ends(const Promise& promise, const Readings& readings, const Stop& stop) {
    Date from = promise.from;  // the marks of a growing total all begin on the first day; no day is asked about twice
    for (const Mark& mark : marks_of(promise)) {
        from = std::max(from, mark.from);
        while (from <= mark.to) {
            const bool once = promise.shape == Shape::Once;
            const Date to = once ? mark.to : std::min(last_of(promise.checked, from), mark.to);
            if (!is_reported(promise, readings, from, to) && stop(to)) return;
            from = to + days(1);
        }
    }
}

}  // namespace

std::optional<Date> next_due(const Promise& promise, const std::vector<Observation>& observations,
                             const UnitsOfMeasure& units, Date today) {
    std::optional<Date> due;
    if (is_measurable(promise))
        open_ends(promise, readings_of(promise, observations, units, today), [&](Date end) {
            due = end + days(promise.report_within_days);
            return true;
        });
    return due;
}

std::vector<Date> dues_until(const Promise& promise, const std::vector<Observation>& observations,
                             const UnitsOfMeasure& units, Date today, Date until) {
    std::vector<Date> dues;
    if (is_measurable(promise))
        open_ends(promise, readings_of(promise, observations, units, today), [&](Date end) {
            const Date due = end + days(promise.report_within_days);
            if (due <= until) dues.push_back(due);
            return until < due;
        });
    return dues;
}

Date first_check(const Promise& promise) {
    const bool once = promise.shape == Shape::Once && promise.by;
    const Date end = once ? *promise.by : std::min(last_of(promise.checked, promise.from), promise.to);
    return end + days(promise.report_within_days);
}

}  // namespace mvoi::domain::contract
