// SPDX-License-Identifier: EUPL-1.2
// The rules that look at a tender. Each stands in a file of its own, opens with the sentence it checks and where that
// comes from, and is a pure function: (tender, policy, review, contracts, today) → findings. It changes nothing.
#pragma once

#include <optional>
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

struct GateFacts {
    const Tender& tender;
    const Policy* policy;  // the edition that was applied to this tender; nullptr when none was in force
    const RuleBook& book;
    Date today;
    const Policy* in_force = nullptr;    // the edition in force today, for gate, board and roles; nullptr: none
    bool reviews_known = false;          // false: the rules about reviews say nothing
    const Reviewed* reviewed = nullptr;  // nullptr: the board was never asked
    // The names of the criteria that a contract promises; nullptr as long as no contract is recorded.
    const std::vector<std::string>* promised = nullptr;
    // The findings of domain/contract/thread.hpp about promises that this contract weakened; nullptr: none.
    const std::vector<Finding>* weakened = nullptr;
    bool contracts_known = false;                // false: nobody looked whether there is one
    std::vector<std::string> lots_without = {};  // numbers of lots that have no contract while others have
};
using Findings = std::vector<Finding>;

void no_policy(const GateFacts& facts, Findings& findings);
void no_themes(const GateFacts& facts, Findings& findings);
void not_covered(const GateFacts& facts, Findings& findings);
void undecided_themes(const GateFacts& facts, Findings& findings);
void explanation_unsigned(const GateFacts& facts, Findings& findings);
void explanation_not_agreed(const GateFacts& facts, Findings& findings);
void explanation_lapses(const GateFacts& facts, Findings& findings);
void level_below_policy(const GateFacts& facts, Findings& findings);
void criterion_incomplete(const GateFacts& facts, Findings& findings);
void criterion_without_promise(const GateFacts& facts, Findings& findings);
void promise_weakened(const GateFacts& facts, Findings& findings);
void contract_missing(const GateFacts& facts, Findings& findings);
void review_missing(const GateFacts& facts, Findings& findings);
void review_drifted(const GateFacts& facts, Findings& findings);
void review_condition_open(const GateFacts& facts, Findings& findings);
void award_basis_unmotivated(const GateFacts& facts, Findings& findings);
void lots_unmotivated(const GateFacts& facts, Findings& findings);
void procedure_unmotivated(const GateFacts& facts, Findings& findings);
void procedure_below_law(const GateFacts& facts, Findings& findings);
void lots_above_estimate(const GateFacts& facts, Findings& findings);
void standstill_running(const GateFacts& facts, Findings& findings);
void counted_from_record(const GateFacts& facts, Findings& findings);
void cpv_unknown(const GateFacts& facts, Findings& findings);
void not_known_yet(const GateFacts& facts, Findings& findings);
void implausible_dates(const GateFacts& facts, Findings& findings);
void planning_below_minimum(const GateFacts& facts, Findings& findings);
void instrument_superseded(const GateFacts& facts, Findings& findings);

// All of them, in this order.
Findings findings_of(const GateFacts& facts);

// Said of a tender beside them, and at no gate: it is about the people who check later.
void checking_effort(const GateFacts& facts, Findings& findings);

// Everything that is said of a tender: what the gate it usually goes to next would say, each as it weighs there, and
// then the checking.
Findings tender_findings(const GateFacts& facts);

// The finding on a contract of the tender that is signed on a day; nothing: the standstill is over, or there is none.
std::optional<Finding> standstill_on(const Tender& tender, const RuleBook& book, Date day);

// True when the tender has a motive of this code (vocabulary "motives"), and its text has words.
bool is_motivated(const GateFacts& facts, const std::string& code);

}  // namespace mvoi::domain::gates
