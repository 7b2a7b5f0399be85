// SPDX-License-Identifier: EUPL-1.2
// Planning a tender of the register: which procedures are open to it, which of its dates are given and which only
// follow from an earlier plan, and whether it started too late for what policy wants.
#pragma once

#include "domain/calendar/recount.hpp"
#include "domain/calendar/threshold.hpp"
#include "domain/planning/plan.hpp"

namespace mvoi::domain::planning {

// A running contract for an indefinite time: it ends when notice is given, and that is counted from the new start.
struct Endless {
    contract::Notice notice;
    std::optional<Date> minimum_end;
    Date start{2000, 1, 1};
};

// The circumstances of a plan that are not in the tender.
struct Terms {
    Terms() { conditions.true_ones.insert("elektronisch"); }  // the rule (Aanbestedingswet 2012, art. 2.52a)

    std::optional<bool> social;  // social or other specific service; nothing: as the CPV codes say
    bool concession = false;     // concessieopdracht
    calendar::Conditions conditions;
    bool closes_at_midnight = false;
    std::optional<Direction> direction;
    std::optional<Date> notice_by;   // of a running contract that renews itself
    std::optional<bool> tacit;       // as its renewal is on record; nothing: no contract is
    std::optional<Endless> endless;  // the running contract, where it has no end
    std::optional<bool> board;       // instead of what policy says
};

// A procedure that is open to the tender, with its plan.
struct Alternative {
    calendar::Advice advice;
    Plan plan;
};

struct TenderPlan {
    Plan plan;                    // of the tender's procedure, or of the usual one when that is not chosen yet
    bool chosen = false;          // the procedure was chosen
    bool usual = false;           // it was chosen, or is known to be what one does with such a contract
    bool reasoned = false;        // it is among those that value and kind leave open
    Date dispatched{2000, 1, 1};  // the day whose thresholds counted
    calendar::ThresholdPlacement placed;
    std::vector<Alternative> alternatives;  // the procedures that are open, side by side; only where they are asked
};

// The request for a plan that follows from the tender's own data, without the dates an earlier plan filled in.
Wish wish_of(const Tender& tender, const Terms& terms, const Policy* policy, Date today);

// The value that is held against thresholds: the highest estimate, or that of all lots together where it is more
// (Aanbestedingswet 2012, art. 2.18 lid 1, 2.19 lid 1).
std::optional<std::int64_t> value_of(const Tender& tender);

// The place of the tender against the thresholds of law and policy on the day of dispatch; its kind must be known.
calendar::ThresholdPlacement placed_of(const Tender& tender, const Terms& terms, const Circumstances& around,
                                       Date dispatched);

// Throws Refusal when no route is known of the procedure.
TenderPlan plan_of_tender(const Tender& tender, const Terms& terms, const Circumstances& around, Date today,
                          bool with_alternatives);

// The days still to come that a plan, counted by the rules of today, lays otherwise than they stand in the tender; of
// what was counted, not of what was given.
std::vector<Recounted> recounted(const Tender& tender, const Plan& plan, Date today);
// Takes them over.
void take_recounted(const std::vector<Recounted>& rows, Tender& tender);

// The highest ambition level that could still be reached on the day the tender started. Nothing: no end is planned, or
// no route is known, so time was no cause of anything.
std::optional<int> reachable_at_start(const Tender& tender, const Circumstances& around);

// "te-laat-begonnen": themes that are applied below the level of policy, which on the day of the start could not be
// reached any more. Nothing when time was not the cause.
std::optional<Flag> late_start(const Tender& tender, const Circumstances& around, Date today);

}  // namespace mvoi::domain::planning
