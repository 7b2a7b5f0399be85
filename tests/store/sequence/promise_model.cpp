// SPDX-License-Identifier: EUPL-1.2
#include "promise_model.hpp"

#include <algorithm>

namespace mvoi::sequence {

namespace {

using boost::gregorian::days;
using domain::Date;

// The last day of the month, quarter or year of the calendar.
bool ends_period(const std::string& checked, Date day) {
    const Date next = day + days(1);
    if (next.day() != 1) return false;
    const int month = next.month();
    return checked == "maand" || (checked == "kwartaal" ? month % 3 == 1 : month == 1);
}

// A birthday on 29 February is on 28 February in a year without the other.
bool is_birthday(Date born, Date day) {
    if (day.year() == born.year() || day.month() != born.month()) return false;
    return day.day() == born.day() || (born.day() == 29 && day.day() == 28 && (day + days(1)).day() == 1);
}

}  // namespace

std::optional<std::pair<Date, Date>> next_shown(const Promise& promise) {
    bool seen = false;
    for (Date day = promise.from; day <= promise.to; day += days(1)) {
        seen = seen || promise.seen.contains(day);
        if (day != promise.to && !ends_period(promise.checked, day)) continue;
        if (!seen) return std::pair(day + days(promise.report_days), day);
        seen = false;
    }
    return std::nullopt;
}

std::pair<Date, Date> first_shown(const Promise& promise) {
    Promise unseen = promise;
    unseen.seen.clear();
    return next_shown(unseen).value();
}

std::optional<Date> next_rated(const Promise& promise, const std::optional<Date>& contract_end) {
    constexpr int days_after_end = 30;
    const Date last = contract_end ? std::min(*contract_end, promise.to) : promise.to;
    if (last < promise.from) return std::nullopt;
    if (!promise.rated.empty() && promise.rated.rbegin()->first > last) return std::nullopt;
    std::optional<Date> missed;
    bool rated = false;
    for (Date day = promise.from; day <= last; day += days(1)) {
        if (promise.rated.contains(day)) {
            rated = !missed;
            missed.reset();
        }
        if (!is_birthday(promise.from, day)) continue;
        if (!rated && !missed) missed = day;
        rated = false;
    }
    return missed ? missed : std::optional(last + days(days_after_end));
}

}  // namespace mvoi::sequence
