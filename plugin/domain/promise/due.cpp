// SPDX-License-Identifier: EUPL-1.2
#include "domain/promise/due.hpp"

#include <algorithm>

namespace mvoi::domain::promise {
namespace {

using boost::gregorian::days;

// Hands over each period of checking, in order, until `stop` says so.
template <typename Stop>
void walk(const Promise& promise, const Stop& stop) {
    Date from = promise.from;  // the marks of a growing total all begin on the first day; no day is asked about twice
    for (const Mark& mark : marks_of(promise)) {
        from = std::max(from, mark.from);
        while (from <= mark.to) {
            const bool once = promise.shape == Shape::Once;
            const Date to = once ? mark.to : std::min(last_of(promise.checked, from), mark.to);
            if (stop(CheckedPeriod{from, to, mark})) return;
            from = to + days(1);
        }
    }
}

// Hands over the end of each period that was not reported, in order, until `stop` says so.
template <typename Stop>
void open_ends(const Promise& promise, const Readings& readings, const Stop& stop) {
    walk(promise, [&](const CheckedPeriod& each) { return !is_reported(promise, readings, each) && stop(each.to); });
}

}  // namespace

std::vector<CheckedPeriod> checked_periods(const Promise& promise) {
    std::vector<CheckedPeriod> periods;
    walk(promise, [&](const CheckedPeriod& each) {
        periods.push_back(each);
        return false;
    });
    return periods;
}

bool is_reported(const Promise& promise, const Readings& readings, const CheckedPeriod& period) {
    if (promise.shape == Shape::Once || promise.gather == Gather::Last)
        return std::any_of(readings.begin(), readings.end(),
                           [&](const Reading& each) { return period.from <= each.to && each.to <= period.to; });
    return covered_days(readings, period.from, period.to) == static_cast<int>((period.to - period.from).days()) + 1;
}

std::optional<Date> next_due(const Promise& promise, const std::vector<Observation>& observations,
                             const measure::UnitsOfMeasure& units, Date today) {
    std::optional<Date> due;
    if (is_measurable(promise))
        open_ends(promise, readings_of(promise, observations, units, today), [&](Date end) {
            due = end + days(promise.report_within_days);
            return true;
        });
    return due;
}

std::vector<Date> dues_until(const Promise& promise, const std::vector<Observation>& observations,
                             const measure::UnitsOfMeasure& units, Date today, Date until) {
    std::vector<Date> dues;
    if (is_measurable(promise))
        open_ends(promise, readings_of(promise, observations, units, today), [&](Date end) {
            const Date due = end + days(promise.report_within_days);
            if (due <= until) dues.push_back(due);
            return until < due;
        });
    return dues;
}

std::optional<Date> delivery_due(const Promise& promise) {
    if (promise.shape != Shape::Once || !promise.by || is_measurable(promise)) return std::nullopt;
    return first_check(promise);
}

Date first_check(const Promise& promise) {
    const bool once = promise.shape == Shape::Once && promise.by;
    const Date end = once ? *promise.by : std::min(last_of(promise.checked, promise.from), promise.to);
    return end + days(promise.report_within_days);
}

}  // namespace mvoi::domain::promise
