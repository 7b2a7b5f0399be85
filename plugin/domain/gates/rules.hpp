// SPDX-License-Identifier: EUPL-1.2
// The rules that look at a tender. Each stands in a file of its own, opens with the sentence it checks and where that
// comes from, and is a pure function: (tender, policy, reviews, today) → findings. A rule never changes anything.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"
#include "domain/rule_book.hpp"

namespace mvoi::domain::gates {

// The latest review of a tender, and the tender as it was laid before the board.
struct Reviewed {
    Review review;
    Tender frozen;
};

struct Facts {
    const Tender& tender;
    const Policy* policy;  // the edition that was applied to this tender; nullptr when none was in force
    const RuleBook& book;
    Date today;
    const Policy* in_force = nullptr;    // the edition in force today, for gate, board and roles; nullptr: none
    bool reviews_known = false;          // false: the rules about reviews say nothing
    const Reviewed* reviewed = nullptr;  // nullptr: the board was never asked
    // The names of the criteria that a contract promises; nullptr as long as no contract is recorded.
    const std::vector<std::string>* promised = nullptr;
    // What that contract holds less of than the winner offered, as domain/contract/thread.hpp says it; nullptr:
    // nothing.
    const std::vector<Finding>* weakened = nullptr;
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

// All of them, in this order.
Findings findings_of(const Facts& facts);

// Said of a tender beside them, and at no gate: it is about the people who check later.
void checking_effort(const Facts& facts, Findings& findings);

// Everything that is said of a tender: findings_of, and then the checking.
Findings tender_findings(const Facts& facts);

// Whether the motive of this code (vocabulary "motives") is there, and says something.
bool is_motivated(const Facts& facts, const std::string& code);

}  // namespace mvoi::domain::gates
