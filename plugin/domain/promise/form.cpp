// SPDX-License-Identifier: EUPL-1.2
#include "domain/promise/form.hpp"

#include <algorithm>

#include "domain/promise/due.hpp"

namespace mvoi::domain::promise {
namespace {

using boost::gregorian::days;

// The days of a period that are in no reading, as unbroken stretches.
std::vector<CheckedPeriod> gaps(const CheckedPeriod& period, const Readings& readings) {
    std::vector<std::pair<Date, Date>> reported;
    for (const Reading& each : readings)
        if (each.from <= period.to && period.from <= each.to) reported.push_back({each.from, each.to});
    std::sort(reported.begin(), reported.end());
    std::vector<CheckedPeriod> open;
    Date next = period.from;
    for (const auto& [from, to] : reported) {
        if (next < from) open.push_back({next, from - days(1), period.mark});
        next = std::max(next, to + days(1));
    }
    if (next <= period.to) open.push_back({next, period.to, period.mark});
    return open;
}

// A state, and what is done once, is shown by one observation: its period is asked about as a whole.
bool is_shown_by_one(const Promise& promise) {
    return promise.shape == Shape::Once || promise.gather == Gather::Last;
}

const Mark& mark_about(const std::vector<Mark>& marks, Date day) {
    const auto found =
        std::find_if(marks.begin(), marks.end(), [&](const Mark& each) { return each.from <= day && day <= each.to; });
    return found == marks.end() ? marks.back() : *found;
}

}  // namespace

std::vector<FormRow> form_rows(const Promise& promise, const std::vector<Observation>& observations,
                               const measure::UnitsOfMeasure& units, Date today, Date until, bool all) {
    std::vector<FormRow> rows;
    const Readings readings = readings_of(promise, observations, units, today);
    for (const CheckedPeriod& period : checked_periods(promise)) {
        // A thing that is done once may be done before its day: it is asked about the days until now.
        const bool once = promise.shape == Shape::Once;
        if (until < (once ? period.from : period.to)) continue;
        if (is_reported(promise, readings, period)) continue;
        auto open = is_shown_by_one(promise) ? std::vector<CheckedPeriod>{period} : gaps(period, readings);
        if (once) open.front().to = std::min(period.to, until);
        for (const CheckedPeriod& each : open) rows.push_back({each.from, each.to, each.mark});
    }
    if (!all) return rows;
    const std::vector<Mark> marks = marks_of(promise);
    for (const Observation& each : observations)
        if (!marks.empty() && each.to <= until) rows.push_back({each.from, each.to, mark_about(marks, each.to), each});
    std::stable_sort(rows.begin(), rows.end(), [](const FormRow& one, const FormRow& other) {
        return std::pair(one.from, one.to) < std::pair(other.from, other.to);
    });
    return rows;
}

}  // namespace mvoi::domain::promise
