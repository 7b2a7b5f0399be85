// SPDX-License-Identifier: EUPL-1.2
// "Een termijn eindigt met het laatste uur van de laatste dag": one question about a period, and the answer with its
// steps and with everything that a lawyer should look at before it is relied on. Whole days only: no local time.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/calendar/statutory.hpp"
#include "domain/calendar/threshold.hpp"

namespace mvoi::domain::calendar {

// The dated law of schema/rules/ that this folder counts with.
struct CalendarLaw {
    EquatedDays equated;
    StatutoryPeriods periods;
    Thresholds thresholds;
    std::set<std::string> social_services;  // CPV codes of social and other specific services
};

struct Question {
    const StatutoryPeriod* row = nullptr;  // nullptr: the period below
    Period period;
    Date day_zero{2000, 1, 1};
    std::optional<CountingRule> rule;  // instead of the row's own
    Conditions conditions;
    std::string closing_time;    // "12:00" on the last day; empty: not given
    std::optional<Date> chosen;  // the day that was chosen, to be held against the period
    std::string procedure;       // vocabulary "procedures"; empty: not given
};

struct Deadline {
    const StatutoryPeriod* row = nullptr;  // that applied in the end; nullptr: none
    Period period;
    Date day_zero{2000, 1, 1};
    Date raw{2000, 1, 1};
    Date last{2000, 1, 1};
    std::optional<Date> next;           // the first day after it; nothing when counted back
    std::optional<Date> vervaltermijn;  // last day of the contractual period beside the standstill, as written
    std::vector<Step> steps;            // the last one stands on the last day
    std::vector<Finding> findings;
    std::string law;
};

// The rest days over which a period passes where it is not certain which days are holidays for its rule: the careful
// view of those days.
WorkCalendar::View counted_with(const Period& period);

// Throws Refusal when the question cannot be answered: a condition of another period, a rule that counts no days.
Deadline deadline_of(const Question& question, const CalendarLaw& law);

}  // namespace mvoi::domain::calendar
