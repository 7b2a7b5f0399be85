// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/observation.hpp"

#include <algorithm>

#include "domain/refusal.hpp"

namespace mvoi::domain::contract {
namespace {

using Words = std::map<std::string, std::string>;

[[noreturn]] void refuse(No kind, const char* path, const char* rule, Words words) {
    throw Refusal(kind, Fault{path, rule, std::move(words)});
}

Words period_words(const Observation& added) {
    return {{"from", to_text(added.from)}, {"to", to_text(added.to)}};
}

void check_period(const Promise& promise, const Observation& added, Date today) {
    Words words = period_words(added);
    if (added.to < added.from) refuse(No::Invalid, "/to", "observation.upside-down", words);
    words["accepted"] = to_text(promise.from);
    if (added.from < promise.from) refuse(No::Invalid, "/from", "observation.before-promise", words);
    words["accepted"] = to_text(promise.to);
    if (added.to > promise.to) refuse(No::Invalid, "/to", "observation.after-promise", words);
    words["accepted"] = to_text(today);
    if (added.to > today) refuse(No::Invalid, "/to", "observation.future", words);
}

void check_overlap(const std::vector<Observation>& before, const Observation& added) {
    for (const Observation& each : before) {
        if (each.source != added.source || each.to < added.from || added.to < each.from) continue;
        Words words = period_words(added);
        words["source"] = added.source;
        words["otherFrom"] = to_text(each.from);
        words["otherTo"] = to_text(each.to);
        refuse(No::Conflict, "/from", "observation.overlap", words);
    }
}

void check_marks(const Promise& promise, const Observation& added) {
    for (const Mark& mark : marks_of(promise)) {
        if (added.to <= mark.to || added.from > mark.to) continue;
        Words words = period_words(added);
        words["accepted"] = to_text(mark.to);
        refuse(No::Invalid, "/to", "observation.crosses", words);
    }
}

// How many years a period has begun: one for a calendar year, leap or not.
int years_begun(const Observation& added) {
    int years = 1;
    while (true) {
        const auto next = months_after(added.from, 12 * years);
        if (!next || *next > added.to) return years;
        ++years;
    }
}

bool same_year(const Observation& one, const Observation& other) {
    return one.from.year() == other.from.year() && one.to.year() == other.from.year();
}

// Whoever does the work: so many persons at a time cannot have more hours each than a working year has, neither in one
// observation nor in those of one source and one calendar year together.
void check_hours(const UnitOfMeasure& unit, const std::vector<Observation>& before, const Observation& added) {
    if (!unit.person_year || added.persons == 0) return;
    const auto each_had = [](const Observation& seen) { return Fraction(seen.value) / Fraction(seen.persons); };
    Fraction hours = each_had(added);
    const Fraction most = Fraction(*unit.person_year) * Fraction(years_begun(added));
    if (same_year(added, added))
        for (const Observation& seen : before)
            if (seen.persons > 0 && seen.source == added.source && seen.unit == added.unit && same_year(seen, added))
                hours += each_had(seen);
    if (hours <= most) return;
    Words words = period_words(added);
    words["value"] = added.value.text();
    words["persons"] = std::to_string(added.persons);
    words["each"] = hours.rounded(1).text();
    words["accepted"] = most.rounded(0).text();
    refuse(No::Invalid, "/value", "observation.hours", words);
}

void check_value(const Promise& promise, const std::vector<Observation>& before, const Observation& added,
                 const UnitsOfMeasure& units) {
    const UnitOfMeasure* asked = find_unit(units, promise.unit);
    const UnitOfMeasure* given = find_unit(units, added.unit);
    if (!asked || !given || asked->base != given->base)
        refuse(No::Invalid, "/unit", "observation.unit", {{"value", added.unit}, {"accepted", promise.unit}});
    const Words words = {{"value", added.value.text()}, {"unit", added.unit}};
    if (given->share && added.value > whole(100)) refuse(No::Invalid, "/value", "observation.share", words);
    if (!given->below_zero && added.value < whole(0)) refuse(No::Invalid, "/value", "observation.below-zero", words);
    check_hours(*given, before, added);
}

}  // namespace

void check_observation(const Promise& promise, const std::vector<Observation>& before, const Observation& added,
                       const UnitsOfMeasure& units, Date today) {
    check_period(promise, added, today);
    check_value(promise, before, added, units);
    check_marks(promise, added);
    check_overlap(before, added);
}

Readings readings_of(const Promise& promise, const std::vector<Observation>& observations, const UnitsOfMeasure& units,
                     Date today) {
    Readings readings;
    const UnitOfMeasure* asked = find_unit(units, promise.unit);
    for (const Observation& each : observations) {
        const UnitOfMeasure* given = find_unit(units, each.unit);
        if (!asked || !given || each.to > today) continue;
        if (const auto value = convert(each.value, *given, *asked)) readings.push_back({each.from, each.to, *value});
    }
    std::stable_sort(readings.begin(), readings.end(), [](const Reading& one, const Reading& other) {
        return one.to != other.to ? one.to < other.to : one.from < other.from;
    });
    return readings;
}

Readings within(const Readings& readings, Date from, Date to) {
    Readings inside;
    std::copy_if(readings.begin(), readings.end(), std::back_inserter(inside),
                 [&](const Reading& each) { return from <= each.from && each.to <= to; });
    return inside;
}

int covered_days(const Readings& readings, Date from, Date to) {
    std::vector<std::pair<Date, Date>> stretches;
    for (const Reading& each : readings)
        if (each.from <= to && each.to >= from) stretches.push_back({std::max(each.from, from), std::min(each.to, to)});
    std::sort(stretches.begin(), stretches.end());
    int days = 0;
    Date next = from;  // the first day that was not counted yet
    for (const auto& [first, last] : stretches) {
        if (last < next) continue;
        days += static_cast<int>((last - std::max(first, next)).days()) + 1;
        next = last + boost::gregorian::days(1);
    }
    return days;
}

std::optional<Fraction> gathered(Gather gather, const Readings& readings) {
    if (readings.empty()) return std::nullopt;
    Fraction total, days;
    switch (gather) {
        case Gather::Last:
            return readings.back().value;
        case Gather::Sum:
            for (const Reading& each : readings) total += each.value;
            return total;
        case Gather::Count:
            for (const Reading& each : readings) total += each.value == Fraction(0) ? 0 : 1;
            return total;
        case Gather::Mean:
            break;
    }
    for (const Reading& each : readings) {
        total += each.value * Fraction(each.days());
        days += each.days();
    }
    return total / days;
}

}  // namespace mvoi::domain::contract
