// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/period.hpp"

#include <array>

#include "domain/calendar/days.hpp"
#include "domain/calendar/termijnenwet.hpp"
#include "domain/calendar/verordening_1182.hpp"

namespace mvoi::domain::calendar {
namespace {

constexpr std::array units{Unit::Hours, Unit::Days, Unit::Weeks, Unit::Months, Unit::Years, Unit::WorkingDays};
constexpr int hours_per_day = 24, days_per_week = 7;

template <typename Value, typename Values>
std::optional<Value> from_code(const Values& values, std::string_view code) {
    for (const Value value : values)
        if (code_of(value) == code) return value;
    return std::nullopt;
}

// The last of so many working days; the days between that are none are noted.
Date walk_working_days(const Period& period, Date day, const WorkCalendar& calendar, std::vector<Move>* skipped) {
    const int step = period.direction == Direction::Forward ? 1 : -1;
    for (int left = period.count; left > 0;) {
        day = add_days(day, step);
        const auto rest = calendar.rest_on(day);
        if (!rest)
            --left;
        else if (skipped)
            skipped->push_back({day, rest, {}});
    }
    return day;
}

}  // namespace

std::string_view code_of(Unit unit) {
    switch (unit) {
        case Unit::Hours:
            return "hours";
        case Unit::Days:
            return "days";
        case Unit::Weeks:
            return "weeks";
        case Unit::Months:
            return "months";
        case Unit::Years:
            return "years";
        case Unit::WorkingDays:
            break;
    }
    return "working-days";
}

std::string_view code_of(Direction direction) {
    return direction == Direction::Forward ? "forward" : "backward";
}

std::string_view code_of(CountingRule rule) {
    switch (rule) {
        case CountingRule::Atw:
            return "atw";
        case CountingRule::Regulation1182:
            return "1182-71";
        case CountingRule::None:
            break;
    }
    return "none";
}

std::optional<Unit> unit_from(std::string_view code) {
    return from_code<Unit>(units, code);
}

std::optional<Direction> direction_from(std::string_view code) {
    return from_code<Direction>(std::array{Direction::Forward, Direction::Backward}, code);
}

std::optional<CountingRule> counting_rule_from(std::string_view code) {
    return from_code<CountingRule>(std::array{CountingRule::Atw, CountingRule::Regulation1182, CountingRule::None},
                                   code);
}

Extension extension_of(const Period& period) {
    switch (period.rule) {
        case CountingRule::Atw:
            return termijnenwet(period);
        case CountingRule::Regulation1182:
            return verordening_1182(period);
        case CountingRule::None:
            break;
    }
    return {};
}

Date raw_last_day(const Period& period, Date day_zero, const WorkCalendar& calendar) {
    const int count = period.direction == Direction::Forward ? period.count : -period.count;
    switch (period.unit) {
        case Unit::Hours:
            return add_days(day_zero, (count + hours_per_day - 1) / hours_per_day);
        case Unit::Days:
            return add_days(day_zero, count);
        case Unit::Weeks:
            return add_days(day_zero, count * days_per_week);
        case Unit::Months:
            return add_months(day_zero, count);
        case Unit::Years:
            return add_months(day_zero, count * months_per_year);
        case Unit::WorkingDays:
            break;
    }
    return walk_working_days(period, day_zero, calendar, nullptr);
}

int working_days_between(Date first, Date last, const WorkCalendar& calendar, int most) {
    int found = 0;
    for (Date day = last; day >= first && found < most; day = add_days(day, -1)) found += calendar.works(day);
    return found;
}

namespace {

// Moves the last day on as the period's rule wants; each day on which it did not end is told.
template <typename Tell>
Date extended(const Period& period, Date day_zero, Date last, const WorkCalendar& calendar, Tell tell) {
    const Extension extension = extension_of(period);
    if (extension.rolls.empty()) return last;
    const auto move_on = [&](std::string_view article) {
        tell(last, article);
        last = add_days(last, 1);
    };
    while (!calendar.works(last)) move_on(extension.rolls);
    if (extension.two_working_days.empty()) return last;
    const Date first = add_days(day_zero, 1);
    while (working_days_between(first, last, calendar, 2) < 2) move_on(extension.two_working_days);
    return last;
}

}  // namespace

Counted count(const Period& period, Date day_zero, const WorkCalendar& calendar) {
    Counted counted{day_zero, day_zero, {}, {}};
    if (period.unit == Unit::WorkingDays) walk_working_days(period, day_zero, calendar, &counted.skipped);
    counted.raw = raw_last_day(period, day_zero, calendar);
    counted.last = extended(period, day_zero, counted.raw, calendar, [&](Date day, std::string_view article) {
        counted.moves.push_back({day, calendar.rest_on(day), article});
    });
    return counted;
}

Date last_day(const Period& period, Date day_zero, const WorkCalendar& calendar) {
    return extended(period, day_zero, raw_last_day(period, day_zero, calendar), calendar,
                    [](Date, std::string_view) {});
}

}  // namespace mvoi::domain::calendar
