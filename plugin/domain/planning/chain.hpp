// SPDX-License-Identifier: EUPL-1.2
// A route with its numbers filled in: for one tender, under its conditions, with the organisation's own lead times.
// Between two milestones time is counted forwards as the law and the work want it; backwards it is asked for the last
// day from which, counted forwards, it is over in time. So one rule does both.
#pragma once

#include <string_view>
#include <vector>

#include "domain/calendar/deadline.hpp"
#include "domain/planning/route.hpp"

namespace mvoi::domain::planning {

enum class PartKind { Period, Lead, NextDay };

struct Part {
    PartKind kind = PartKind::Lead;
    std::string_view code;  // the route's: of a statutory period, a lead time, or why the next day
    int days = 0;
    bool assumed = false;                             // a lead time that policy does not say
    calendar::Period period;                          // of a statutory period, its conditions taken into account
    const calendar::StatutoryPeriod* row = nullptr;   // that applies then
    std::string law;                                  // the articles that were used
    const calendar::StatutoryPeriod* less = nullptr;  // that applies instead when it starts between these days
    Date less_from{2000, 1, 1}, less_to{2000, 1, 1};
    calendar::Period less_period;  // its conditions taken into account too
    std::string less_law;

    const calendar::Period& period_from(Date day) const { return row_from(day) == row ? period : less_period; }
    std::string law_from(Date day) const { return row_from(day) == row ? law : less_law; }
    const calendar::StatutoryPeriod* row_from(Date day) const {
        return less && less_from <= day && day <= less_to ? less : row;
    }
};

struct Link {
    std::string_view milestone;
    DayKind day = DayKind::Open;
    std::vector<Part> parts;  // since the milestone before
    std::vector<std::pair<std::string_view, Part>> before = {};
    bool exact = false;  // on the day on which its parts end, whatever time is left behind it
    // Within a period from the day of this link on: its parts are the period, perhaps from the next day.
    std::vector<std::pair<std::string_view, std::vector<Part>>> after = {};
};
using Chain = std::vector<Link>;

// The kind of a step of the subtraction.
enum class StepKind {
    Given,    // the date was given
    From,     // counting begins at another milestone
    Period,   // a statutory period as it falls
    Rolls,    // it would end on a rest day, or hold too few working days
    Lead,     // work
    Closed,   // closed days, in which no work is done
    NextDay,  // not on the last day itself
    Rest,     // no open day
    Meeting,  // no day on which the board meets
    Bound,    // it must be over by then for another reason
    Slack     // time that is left over
};
std::string_view code_of(StepKind kind);

// The days of the steps of a milestone add up: from the date of the first to that of the last.
struct Step {
    Date date{2000, 1, 1};  // after the step
    int days = 0;           // below zero: earlier
    StepKind kind = StepKind::Given;
    std::string_view code;                           // of the period, the lead time, the milestone, the reason
    const calendar::StatutoryPeriod* row = nullptr;  // of a period
    Date other{2000, 1, 1};                          // Rolls: the day on which it would end
    std::string law = {};                            // articles; empty: none
};
using Steps = std::vector<Step>;

struct Circumstances {
    const calendar::CalendarLaw& law;
    const PlanningRules& rules;
    const Policy* policy;  // nullptr: none in force
};

struct ChainWish {
    Work work;
    calendar::Conditions conditions;
    bool closes_at_midnight = false;  // tenders can be submitted until 24:00
    bool board = false;               // the tender goes to the board
};

// The chain of a procedure of which the route is known. What the conditions give cause to say is added to findings.
//   like  a chain of the same route under the same conditions, whose statutory periods are taken over; nullptr: none
Chain chain_of(const Route& route, const ChainWish& wish, const Circumstances& around, std::vector<Finding>* findings,
               const Chain* like = nullptr);

// The day on which a part ends that begins on a day; and the last day on which it can begin to end by a day.
Date end_of(const Part& part, Date from, const Agenda& agenda, Steps* steps);
Date start_of(const Part& part, Date until, const Agenda& agenda, Steps* steps);

// The last day within parts that are a period of at most so many days. Whether Good Friday and the days of a decree are
// holidays for the Verordening is not certain, so the period does not roll over them; and who is closed on its last day
// does it before.
Date within(const std::vector<Part>& parts, Date from, const Agenda& agenda, const Circumstances& around, Steps* steps);

// The first day on which the milestone of a link can be when the one before it is on a day; and the last day for the
// milestone before, which is to be on a day of that kind, when the link's is on a day.
Date next_of(const Link& link, Date before, const Agenda& agenda, Steps* steps);
Date previous_of(const Link& link, Date at, DayKind kind, const Agenda& agenda, Steps* steps);

// The articles of the statutory periods that lead to a link from the milestone before it, on a day.
std::string articles_of(const Link& link, Date before);

}  // namespace mvoi::domain::planning
