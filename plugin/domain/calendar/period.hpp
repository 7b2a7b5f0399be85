// SPDX-License-Identifier: EUPL-1.2
// From day 0 to the last day of a period, by one of two rules or by none.
//
// The order of the rules: first the Aanbestedingswet 2012, then the directives, then Verordening (EEG, Euratom)
// 1182/71, then for what is left the Algemene termijnenwet; where the two conflict, the Verordening wins (PIANOo, Visie
// Omgaan met termijnen, February 2017). Each statutory period names its rule in schema/rules/. Counted by the
// Verordening a period never ends earlier than by the Algemene termijnenwet, so it need not be counted twice.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/calendar/rest_days.hpp"

namespace mvoi::domain::calendar {

enum class Unit { Hours, Days, Weeks, Months, Years, WorkingDays };
enum class Direction { Forward, Backward };
enum class CountingRule { Atw, Regulation1182, None };
enum class Bound { AtLeast, AtMost };  // ten minste, ten hoogste

std::string_view code_of(Unit unit);            // "hours", "days", "weeks", "months", "years", "working-days"
std::string_view code_of(Direction direction);  // "forward", "backward"
std::string_view code_of(CountingRule rule);    // "atw", "1182-71", "none"
std::optional<Unit> unit_from(std::string_view code);
std::optional<Direction> direction_from(std::string_view code);
std::optional<CountingRule> counting_rule_from(std::string_view code);

struct Period {
    int count = 1;
    Unit unit = Unit::Days;
    Direction direction = Direction::Forward;
    CountingRule rule = CountingRule::Atw;
    Bound bound = Bound::AtLeast;
};

// The articles by which a rule makes a period longer; empty where it does not.
struct Extension {
    std::string_view rolls;             // the last day is moved to a working day
    std::string_view two_working_days;  // the period is to hold two working days
};
Extension extension_of(const Period& period);

// One day on which the period did not end after all.
struct Move {
    Date day;
    std::optional<RestDay> rest;  // nothing: the period held too few working days still
    std::string_view article;
};

struct Counted {
    Date raw;   // day 0 and the count, as it falls
    Date last;  // of the period
    std::vector<Move> moves;
    std::vector<Move> skipped;  // of a period in working days: the days that did not count
};

// The last day of the period as it falls, before any rule moves it. Working days are counted by the calendar; hours are
// counted by whole days.
Date raw_last_day(const Period& period, Date day_zero, const WorkCalendar& calendar);
Counted count(const Period& period, Date day_zero, const WorkCalendar& calendar);
// The last day alone: count(...).last, without what explains it.
Date last_day(const Period& period, Date day_zero, const WorkCalendar& calendar);

// The number of working days from the first to the last day, both included; counts no further than `most`.
int working_days_between(Date first, Date last, const WorkCalendar& calendar, int most);

}  // namespace mvoi::domain::calendar
