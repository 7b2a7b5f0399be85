// SPDX-License-Identifier: EUPL-1.2
// A time behind a day, and the day that it is then in the Netherlands: programs write midnight there as 23:00 or 22:00
// of the day before, in UTC.
#pragma once

#include <optional>
#include <string_view>

#include "domain/date.hpp"

namespace mvoi::intake {

struct TimeOfDay {
    int seconds = 0;                         // since midnight
    std::optional<int> offset_minutes = {};  // of its zone, east of UTC; nothing: it names none
};

// "2027-01-15T10:00:00.000+01:00", "31-12-2027 0:00": the date, and the time behind it. A tail with other letters, such
// as AM, is left: who writes AM may well write the month first.
struct DateAndTime {
    std::string_view date;
    std::optional<TimeOfDay> time;
};
DateAndTime without_time(std::string_view text);

// The day in the Netherlands; nothing when it may be another: a time just before midnight that names no zone is as
// often the midnight of another one.
std::optional<domain::Date> dutch_day(domain::Date day, const TimeOfDay& time);

}  // namespace mvoi::intake
