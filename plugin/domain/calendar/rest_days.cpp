// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/rest_days.hpp"

#include <algorithm>

#include "domain/calendar/days.hpp"

namespace mvoi::domain::calendar {
namespace {

Date date(int year, int month, int day) {
    return {static_cast<unsigned short>(year), static_cast<unsigned short>(month), static_cast<unsigned short>(day)};
}

// The Easter holidays by their distance to Easter Sunday.
std::optional<RestDay> moving_holiday(Date day) {
    switch ((day - easter_sunday(day.year())).days()) {
        case -2:
            return RestDay::GoodFriday;
        case 1:
            return RestDay::EasterMonday;
        case 39:
            return RestDay::Ascension;
        case 50:
            return RestDay::WhitMonday;
    }
    return std::nullopt;
}

std::optional<RestDay> fixed_holiday(Date day) {
    switch (day.month() * 100 + day.day()) {
        case 101:
            return RestDay::NewYear;
        case 505:
            return RestDay::LiberationDay;
        case 1225:
            return RestDay::Christmas;
        case 1226:
            return RestDay::BoxingDay;
    }
    if (day == kings_day(day.year())) return RestDay::KingsDay;
    return std::nullopt;
}

std::optional<RestDay> weekend(Date day) {
    const int weekday = day.day_of_week();
    if (weekday == boost::gregorian::Saturday) return RestDay::Saturday;
    if (weekday == boost::gregorian::Sunday) return RestDay::Sunday;
    return std::nullopt;
}

}  // namespace

std::string_view code_of(RestDay day) {
    switch (day) {
        case RestDay::Saturday:
            return "zaterdag";
        case RestDay::Sunday:
            return "zondag";
        case RestDay::NewYear:
            return "nieuwjaarsdag";
        case RestDay::GoodFriday:
            return "goede-vrijdag";
        case RestDay::EasterMonday:
            return "tweede-paasdag";
        case RestDay::KingsDay:
            return "koningsdag";
        case RestDay::LiberationDay:
            return "bevrijdingsdag";
        case RestDay::Ascension:
            return "hemelvaartsdag";
        case RestDay::WhitMonday:
            return "tweede-pinksterdag";
        case RestDay::Christmas:
            return "eerste-kerstdag";
        case RestDay::BoxingDay:
            return "tweede-kerstdag";
        case RestDay::Equated:
            break;
    }
    return "gelijkgesteld";
}

// The Gregorian computus of Meeus, Jones and Butcher.
Date easter_sunday(int year) {
    const int golden = year % 19, century = year / 100, rest = year % 100;
    const int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    const int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    const int late = (golden + 11 * epact + 22 * weekday) / 451;
    const int day = epact + weekday - 7 * late + 114;
    return date(year, day / 31, day % 31 + 1);
}

Date kings_day(int year) {
    const Date birthday = date(year, 4, 27);
    return weekend(birthday) == RestDay::Sunday ? add_days(birthday, -1) : birthday;
}

std::optional<RestDay> WorkCalendar::rest_on(Date day) const {
    if (const auto found = weekend(day)) return found;
    if (const auto found = fixed_holiday(day)) return found;
    const auto moving = moving_holiday(day);
    if (moving && !(moving == RestDay::GoodFriday && view_ == View::WithoutGoodFridayToo)) return moving;
    if (view_ == View::Whole && std::find(equated_.days.begin(), equated_.days.end(), day) != equated_.days.end())
        return RestDay::Equated;
    return std::nullopt;
}

}  // namespace mvoi::domain::calendar
