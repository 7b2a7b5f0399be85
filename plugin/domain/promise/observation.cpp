// SPDX-License-Identifier: EUPL-1.2
#include "domain/promise/observation.hpp"

#include <algorithm>

namespace mvoi::domain::promise {
Readings readings_of(const Promise& promise, const std::vector<Observation>& observations,
                     const measure::UnitsOfMeasure& units, Date today) {
    Readings readings;
    const measure::UnitOfMeasure* asked = measure::find_unit(units, promise.unit);
    for (const Observation& each : observations) {
        const measure::UnitOfMeasure* given = measure::find_unit(units, each.unit);
        if (!asked || !given || each.to > today) continue;
        if (const auto value = measure::convert(each.value, *given, *asked))
            readings.push_back({each.from, each.to, *value, each.estimated});
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

std::optional<measure::Fraction> gathered(Gather gather, const Readings& readings) {
    if (readings.empty()) return std::nullopt;
    measure::Fraction total, days;
    switch (gather) {
        case Gather::Last:
            return readings.back().value;
        case Gather::Sum:
            for (const Reading& each : readings) total += each.value;
            return total;
        case Gather::Count:
            for (const Reading& each : readings) total += each.value == measure::Fraction(0) ? 0 : 1;
            return total;
        case Gather::Mean:
            break;
    }
    for (const Reading& each : readings) {
        total += each.value * measure::Fraction(each.days());
        days += each.days();
    }
    return total / days;
}

}  // namespace mvoi::domain::promise
