// SPDX-License-Identifier: EUPL-1.2
// An explanation counts when somebody signed it in a role that may sign for its reason. Source: vocabulary "reasons",
// or the organisation's own policy.
#include "domain/decision/explain.hpp"
#include "domain/gates/rules.hpp"
#include "domain/words.hpp"

namespace mvoi::domain::gates {

void explanation_unsigned(const GateFacts& facts, Findings& findings) {
    for (const Decision& decision : facts.tender.decisions) {
        const Explained* explained = explanation_of(decision);
        if (!explained) continue;
        const ReasonTerms terms = terms_of(facts.book.rules, facts.policy, explained->reason);
        if (may_sign(terms, explained->role)) continue;
        findings.push_back(
            {"explanation-unsigned",
             Severity::Warning,
             "/themes",
             {{"theme", decision.theme}, {"reason", explained->reason}, {"roles", joined(terms.signers)}},
             facts.tender.policy});
    }
}

}  // namespace mvoi::domain::gates
