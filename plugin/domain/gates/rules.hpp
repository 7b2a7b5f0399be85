// SPDX-License-Identifier: EUPL-1.2
// The rules that look at a tender. Each stands in a file of its own, opens with the sentence it checks and where that
// comes from, and is a pure function: (tender, policy, reviews, today) → findings. A rule never changes anything.
#pragma once

#include <string>
#include <vector>

#include "domain/checkability/checkability.hpp"
#include "domain/measure/instrument.hpp"
#include "domain/model.hpp"
#include "domain/planning/chain.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain::gates {

// The latest review of a tender, and the tender as it was laid before the board.
struct Reviewed {
    Review review;
    Tender frozen;
};

struct Facts {
    const Tender& tender;
    const Policy* policy;  // the edition that was applied to this tender; nullptr when none was in force
    const Rules& rules;
    Date today;
    const Policy* in_force = nullptr;    // the edition in force today, for gate, board and roles; nullptr: none
    bool reviews_known = false;          // false: the rules about reviews say nothing
    const Reviewed* reviewed = nullptr;  // nullptr: the board was never asked
    // The names of the criteria that a contract promises; nullptr as long as no contract is recorded.
    const std::vector<std::string>* promised = nullptr;
    // The findings of domain/contract/thread.hpp about promises that this contract weakened; nullptr: none.
    const std::vector<Finding>* weakened = nullptr;
    // The minutes that checking is assumed to take; nullptr: the rule about checking is silent.
    const checkability::CheckEfforts* check_efforts = nullptr;
    // The calendar, routes and lead times of a plan; nothing: the rule about too little time is silent.
    std::optional<planning::Circumstances> planning = {};
    // The known editions of instruments; nullptr: the rule about instruments is silent.
    const measure::InstrumentEditions* instruments = nullptr;
};
using Findings = std::vector<Finding>;

void no_policy(const Facts& facts, Findings& findings);
void not_covered(const Facts& facts, Findings& findings);
void undecided_themes(const Facts& facts, Findings& findings);
void explanation_unsigned(const Facts& facts, Findings& findings);
void explanation_not_agreed(const Facts& facts, Findings& findings);
void explanation_lapses(const Facts& facts, Findings& findings);
void level_below_policy(const Facts& facts, Findings& findings);
void criterion_incomplete(const Facts& facts, Findings& findings);
void criterion_without_promise(const Facts& facts, Findings& findings);
void promise_weakened(const Facts& facts, Findings& findings);
void review_missing(const Facts& facts, Findings& findings);
void review_drifted(const Facts& facts, Findings& findings);
void review_condition_open(const Facts& facts, Findings& findings);
void award_basis_unmotivated(const Facts& facts, Findings& findings);
void lots_unmotivated(const Facts& facts, Findings& findings);
void procedure_unmotivated(const Facts& facts, Findings& findings);
void not_known_yet(const Facts& facts, Findings& findings);
void implausible_dates(const Facts& facts, Findings& findings);
void planning_below_minimum(const Facts& facts, Findings& findings);
void instrument_superseded(const Facts& facts, Findings& findings);
void checking_effort(const Facts& facts, Findings& findings);

// All of them, in this order.
Findings findings_of(const Facts& facts);

// True when the tender has a motive of this code (vocabulary "motives"), and its text has words.
bool is_motivated(const Facts& facts, const std::string& code);

}  // namespace mvoi::domain::gates
