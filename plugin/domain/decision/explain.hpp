// SPDX-License-Identifier: EUPL-1.2
// Explanations: what a reason asks for, and what makes an explanation lapse again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/model.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain {

// The terms on which a reason may be given: as policy lays them down, otherwise of vocabulary "reasons".
struct ReasonTerms {
    std::vector<std::string> signers;  // roles that may sign
    std::string agreement;             // role that must agree in a review; empty: nobody
    int months = 0;                    // after which it lapses, where "termijn" is among the endings
    std::vector<std::string> endings;  // codes of vocabulary "endings"
};
ReasonTerms terms_of(const Rules& rules, const Policy* policy, const std::string& reason);
bool may_sign(const ReasonTerms& terms, const std::string& role);

// The endings of an explanation that is given now. The threshold of an estimate is the lowest of the policy's for this
// kind of contract that the estimate is not above yet.
std::vector<Ending> endings_of(const Explained& explained, const ReasonTerms& terms, const Tender& tender,
                               const Policy* policy);

struct Lapse {
    std::string event;  // vocabulary "endings"
    Date on{2000, 1, 1};
};
// The first moment at which an explanation lapses or has lapsed, as far as it can be known now: by its term, by the end
// of the framework, by the first option, notice or contract end planned after it was given; today when the estimate is
// above its threshold; the first day of the policy when that names a newer edition of the catalogue.
//   policy  in force on the day asked; nullptr: none
std::optional<Lapse> lapse_of(const Explained& explained, const Tender& tender, const Policy* policy, Date today);

// The explanation of a decision, or of the deviation in it; nullptr: there is none.
const Explained* explanation_of(const Decision& decision);

// Leaves the themes whose explanation has lapsed undecided, as long as nothing is published: after that the decision is
// history, and the tender is flagged instead. True when any theme was reopened.
//   applied  the policy that was applied to the tender; in_force  the one in force today
bool reopen_lapsed(Tender& tender, const Policy* applied, const Policy* in_force, Date today);

}  // namespace mvoi::domain
