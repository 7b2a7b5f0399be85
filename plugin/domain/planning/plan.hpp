// SPDX-License-Identifier: EUPL-1.2
// "Te laat" has a date. A plan counts backwards from the day a contract must start, or forwards from the day the work
// begins, along the route of a procedure; every milestone shows the subtraction that led to it. From the same sum
// follow the latest safe start, until when each ambition level can still be reached, and what would buy time.
#pragma once

#include "domain/planning/chain.hpp"

namespace mvoi::domain::planning {

enum class Direction { Backward, Forward };
std::string_view code_of(Direction direction);  // "backward", "forward"

// The request for a plan.
struct Wish {
    ChainWish chain;
    std::map<std::string, PlannedDate> given;  // vocabulary "milestones" → date; those of the route count
    std::optional<Direction> direction;        // nothing: backward when a date behind the first milestone is given
    // The last day to stop a running contract that renews itself: by then the successor must be certain.
    std::optional<Date> notice_by;
    bool renews_tacitly = false;  // it is on record that it renews itself after that day
    // The last day of a running contract, where the start of the next one was counted from it.
    std::optional<Date> follows_on;
    Date today{2000, 1, 1};
};

struct PlanMilestone {
    std::string_view code;
    Date day{2000, 1, 1};
    Precision precision = Precision::Day;  // as vague as the date it was counted from
    bool given = false;
    Steps steps;           // the last one stands on the day
    std::string law = {};  // the articles of the periods between it and the milestone before it; empty: none
};

// The last day on which the work can begin and the contract still start in time, at an ambition level.
struct WindowRow {
    int level = 1;
    Date until{2000, 1, 1};
    std::vector<std::pair<std::string_view, int>> needs;  // lead times that the level below does not need, in days
};

// The days by which the latest start would be later without something.
struct Gain {
    std::string_view what;  // a lead time, "tenderboard" or "gesloten-tijd"
    int days = 0;           // that it takes by itself
    int later = 0;
};

struct Plan {
    std::string procedure;
    Direction direction = Direction::Backward;
    std::vector<PlanMilestone> milestones;                // in the order of time
    std::optional<Date> latest_start;                     // nothing: no end is known, so nothing is too late
    std::optional<PlanMilestone> start;                   // the latest start, where the start itself was given
    std::vector<WindowRow> window;                        // from the highest level down; empty without latest_start
    std::vector<Gain> gains;                              // the most first
    std::vector<std::pair<std::string_view, Part>> used;  // the work that time was counted for, by milestone
    // Only when the latest start has passed: the start of the contract, counted from today or from the start given.
    std::optional<Date> start_contract_if_begun_today;
    std::optional<Date> notice_by;  // the last day to stop the running contract, where there is one
    std::vector<Finding> findings;
};

// Throws Refusal when the library knows no route of the procedure.
Plan plan_of(const Wish& wish, const Circumstances& around);

// The day that counts for thresholds (Aanbestedingswet 2012, art. 2.15 lid 1): of the notice, or of the invitation
// where there is none.
Date dispatch_of(const Plan& plan, Date otherwise);
// That day alone, of the plan that this wish would get.
Date dispatch_day_of(const Wish& wish, const Circumstances& around);

// The latest start alone, of one level: what an ambition window needs.
std::optional<Date> latest_start_of(const Wish& wish, int level, const Circumstances& around);

// The highest level whose latest start has not passed; 0: none.
int reachable_level(const std::vector<WindowRow>& window, Date today);

}  // namespace mvoi::domain::planning
