// SPDX-License-Identifier: EUPL-1.2
// The statutory periods of the Aanbestedingswet 2012 as typed rows, and the conditions that change them. The rows stand
// in schema/rules/statutory-periods.json; nothing here knows a number.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/calendar/period.hpp"
#include "domain/model.hpp"

namespace mvoi::domain::calendar {

// The part a row plays in the counting.
enum class Effect {
    Period,    // a period of its own; named as the row of a condition it takes the place of another
    Shortens,  // takes the place of another, only with a prior information notice in its window
    Adds,      // so many days more, or less
    Agreed,    // as many days as were agreed
    Quarter,   // takes the place of another, counted from the end of the quarter
    States,    // no number of days
};
std::optional<Effect> effect_from(std::string_view code);  // "", "shortens", "adds", "agreed", "quarter", "states"

// Under this condition that row applies, or is only said something.
struct RowCondition {
    std::string condition;  // "versneld", "elektronisch", ...
    std::string row;        // empty: nothing changes
    std::string finding;    // empty: nothing is said
};

struct StatutoryPeriod {
    std::string code;
    Effect effect = Effect::Period;
    Period period;
    std::optional<int> floor;             // never fewer days than this
    std::string event;                    // vocabulary "period-events": what is counted from
    std::vector<std::string> procedures;  // vocabulary "procedures"; empty: not tied to one
    std::vector<RowCondition> conditions;
    std::vector<std::string> findings;  // said whenever it applies in the end, or is added
    std::vector<std::string> demands;   // those of them that ask something of whoever counts with it, on whatever day
    bool acts_after = false;            // the act it waits for may be done only after the last day, not on it
    bool has_expiry = false;            // a contractual vervaltermijn runs beside it
    Date valid_from{2000, 1, 1};
    std::optional<Date> valid_to;  // inclusive
    std::string source;
};
using StatutoryPeriods = std::vector<StatutoryPeriod>;

// The row of this code; nullptr: there is none.
const StatutoryPeriod* find_period(const StatutoryPeriods& rows, std::string_view code);

struct Conditions {
    std::set<std::string> true_ones;   // names of what is the case
    std::optional<Date> prior_notice;  // vooraankondiging: the day it was sent
    std::optional<bool> prior_notice_complete;
    std::optional<Date> notice;  // aankondiging: the day it was sent, where that is not day 0
    std::optional<int> agreed_days;
    std::optional<int> expiry_days;  // of the contractual vervaltermijn

    bool empty() const {
        return true_ones.empty() && !prior_notice && !prior_notice_complete && !notice && !agreed_days && !expiry_days;
    }
};

// Those of a whole procedure's conditions that go with this one of its periods.
Conditions fitting(const StatutoryPeriods& rows, const StatutoryPeriod& row, const Conditions& conditions);

// One step of the explanation, as a lawyer would check it by hand.
struct Step {
    Date date;         // the day of the period after it
    std::string rule;  // name of its sentence in schema/messages/
    std::map<std::string, std::string> words;
    std::string law;  // article; empty: none
};

// A statutory period with its conditions taken into account.
struct Adjusted {
    const StatutoryPeriod* row;  // that applies in the end
    Period period;
    Date day_zero;
    std::vector<Step> steps;
    std::vector<Finding> findings;  // on the conditions; those of the row itself are not among them
    std::string law;                // the articles that were used
};

// Throws Refusal when a condition does not go with the period, or the row is no period of its own.
Adjusted adjust(const StatutoryPeriods& rows, const StatutoryPeriod& row, const Conditions& conditions, Date day_zero,
                const WorkCalendar& calendar);

}  // namespace mvoi::domain::calendar
