// SPDX-License-Identifier: EUPL-1.2
#include "domain/promise/certainty.hpp"

#include <algorithm>

namespace mvoi::domain::promise {
namespace {

using boost::gregorian::days;

int days_of(const Mark& mark) {
    return static_cast<int>((mark.to - mark.from).days()) + 1;
}

// A total that can only grow.
bool only_grows(const Promise& promise, const measure::UnitOfMeasure& unit) {
    return promise.gather == Gather::Count || (promise.gather == Gather::Sum && !unit.below_zero);
}

// The most that the days without a reading can still bring: what each period of the ceiling that holds such a day has
// left, and never less than nothing.
measure::Fraction still_possible(const Ceiling& ceiling, const Mark& mark, const Readings& readings) {
    measure::Fraction possible;
    for (Date day = mark.from; day <= mark.to; day = last_of(ceiling.per, day) + days(1)) {
        const Date last = std::min(last_of(ceiling.per, day), mark.to);
        if (covered_days(readings, day, last) == static_cast<int>((last - day).days()) + 1) continue;
        const measure::Fraction had = gathered(Gather::Sum, within(readings, day, last)).value_or(measure::Fraction(0));
        if (had < measure::Fraction(ceiling.value)) possible += measure::Fraction(ceiling.value) - had;
    }
    return possible;
}

bool speak_together(const Mark& mark, const Readings& readings) {
    int counted = 0;
    for (const Reading& each : readings) counted += each.days();
    return counted != covered_days(readings, mark.from, mark.to);
}

// The mean that comes out when the days without a reading are as good as can be. Nothing when that has no limit, or
// when two sources speak about one day.
std::optional<measure::Fraction> best_mean(const Promise& promise, const Mark& mark, const Readings& readings,
                                           const measure::UnitOfMeasure& unit) {
    const bool high = promise.demand == Demand::AtLeast;
    if (unit.below_zero || (high && !unit.share) || speak_together(mark, readings)) return std::nullopt;
    measure::Fraction total;
    int counted = 0;
    for (const Reading& each : readings) {
        total += each.value * measure::Fraction(each.days());
        counted += each.days();
    }
    const measure::Fraction rest = high ? 100 : 0;
    return (total + rest * measure::Fraction(days_of(mark) - counted)) / measure::Fraction(days_of(mark));
}

// True when nothing that can come after these readings helps.
bool beyond_help(const Promise& promise, const Mark& mark, const Readings& readings,
                 const measure::UnitOfMeasure& unit) {
    const auto value = gathered(promise.gather, readings);
    if (promise.demand == Demand::AtMost && value && only_grows(promise, unit)) return fails(promise, mark, *value);
    if (promise.shape == Shape::Once) return false;
    if (value && promise.gather != Gather::Last && is_complete(promise, mark, readings))
        return fails(promise, mark, *value);
    if (promise.gather == Gather::Mean && value) {
        const auto best = best_mean(promise, mark, readings, unit);
        return best && fails(promise, mark, *best);
    }
    if (promise.demand == Demand::AtLeast && promise.gather == Gather::Sum && promise.ceiling)
        return value.value_or(measure::Fraction(0)) + still_possible(*promise.ceiling, mark, readings) < mark.bound;
    return false;
}

// A state is what it is at the end: wrong on the last day itself, or wrong and nothing more to be reported.
std::optional<Date> state_failure(const Promise& promise, const Mark& mark, const Readings& readings, Date today) {
    if (readings.empty() || !is_complete(promise, mark, readings)) return std::nullopt;
    if (!fails(promise, mark, readings.back().value)) return std::nullopt;
    if (readings.back().to == mark.to) return mark.to;
    if (due_through(promise, mark, today) < mark.to) return std::nullopt;
    return mark.to + days(promise.report_within_days + 1);
}

}  // namespace

Date due_through(const Promise& promise, const Mark& mark, Date today) {
    const Date over = today - days(promise.report_within_days + 1);
    if (mark.to <= over) return mark.to;
    const Date last = last_of(promise.checked, over);
    return last == over ? over : first_of(promise.checked, over) - days(1);
}

bool fails(const Promise& promise, const Mark& mark, const measure::Fraction& value) {
    return promise.demand == Demand::AtLeast ? value < mark.bound : value > mark.bound;
}

bool is_complete(const Promise& promise, const Mark& mark, const Readings& readings) {
    if (promise.shape == Shape::Once) return !readings.empty();
    if (promise.gather == Gather::Last)
        return !readings.empty() && readings.back().to >= first_of(promise.checked, mark.to);
    return covered_days(readings, mark.from, mark.to) == days_of(mark);
}

std::optional<Date> certain_failure(const Promise& promise, const Mark& mark, const Readings& readings,
                                    const measure::UnitOfMeasure& unit, Date today) {
    if (beyond_help(promise, mark, {}, unit)) return mark.from;  // more was promised than can ever be brought
    const auto value = gathered(promise.gather, readings);
    if (value && promise.demand == Demand::AtLeast && only_grows(promise, unit) && !fails(promise, mark, *value))
        return std::nullopt;  // enough is enough, whatever a period was thought to bring at most
    const bool together = promise.gather == Gather::Mean && speak_together(mark, readings);
    Readings known;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        known.push_back(readings[i]);
        const bool more_that_day = i + 1 < readings.size() && readings[i + 1].to == readings[i].to;
        if (together && i + 1 < readings.size()) continue;  // a reading of one source may be mended by another
        if (!more_that_day && beyond_help(promise, mark, known, unit)) return readings[i].to;
    }
    if (promise.shape == Shape::Once) {
        const bool over = due_through(promise, mark, today) == mark.to;
        if (value && over && fails(promise, mark, *value)) return mark.to + days(promise.report_within_days + 1);
        return std::nullopt;
    }
    return promise.gather == Gather::Last ? state_failure(promise, mark, readings, today) : std::nullopt;
}

bool certainly_met(const Promise& promise, const Mark& mark, const Readings& readings,
                   const measure::UnitOfMeasure& unit, Date today) {
    const auto value = gathered(promise.gather, readings);
    if (!value || fails(promise, mark, *value)) return false;
    if (promise.demand == Demand::AtLeast && only_grows(promise, unit)) return true;
    if (!is_complete(promise, mark, readings)) return false;
    // Once, and a state: another observation may still come until nothing more is to be reported. The last word on a
    // state is that of its last day.
    const bool by_days = promise.shape != Shape::Once && (adds_up(promise) || promise.gather == Gather::Mean);
    const bool last_word = promise.gather == Gather::Last && readings.back().to == mark.to;
    return by_days || last_word || due_through(promise, mark, today) == mark.to;
}

}  // namespace mvoi::domain::promise
