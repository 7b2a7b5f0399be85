// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/rest_days.hpp"

#include <algorithm>
#include <vector>

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

std::optional<RestDay> without_decrees(Date day) {
    if (const auto found = weekend(day)) return found;
    if (const auto found = fixed_holiday(day)) return found;
    return moving_holiday(day);
}

// The rest days that need no decree, which are the same in every calendar: a table of the years that are planned in,
// because plans ask for them hundreds of times. Made on first use.
class Almanac {
  public:
    Almanac() : first_(2000, 1, 1), days_(static_cast<std::size_t>((Date(2101, 1, 1) - first_).days()), nothing) {
        for (std::size_t i = 0; i < days_.size(); ++i)
            if (const auto rest = without_decrees(first_ + boost::gregorian::days(static_cast<long>(i))))
                days_[i] = static_cast<signed char>(*rest);
    }
    std::optional<RestDay> rest_on(Date day) const {
        const long at = (day - first_).days();
        if (at < 0 || at >= static_cast<long>(days_.size())) return without_decrees(day);
        const signed char rest = days_[static_cast<std::size_t>(at)];
        return rest == nothing ? std::nullopt : std::optional(static_cast<RestDay>(rest));
    }

  private:
    static constexpr signed char nothing = -1;
    Date first_;
    std::vector<signed char> days_;
};

const Almanac& almanac() {
    static const auto* made = new Almanac;  // kept for ever: calls may come while the process ends
    return *made;
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
    const auto found = almanac().rest_on(day);
    if (found && !(found == RestDay::GoodFriday && view_ == View::WithoutGoodFridayToo)) return found;
    if (view_ == View::Whole && std::find(equated_.days.begin(), equated_.days.end(), day) != equated_.days.end())
        return RestDay::Equated;
    return std::nullopt;
}

Date working_day_up_to(Date day, const WorkCalendar& calendar) {
    while (!calendar.works(day)) day -= boost::gregorian::days(1);
    return day;
}

}  // namespace mvoi::domain::calendar
