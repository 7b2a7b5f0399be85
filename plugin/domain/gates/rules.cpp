// SPDX-License-Identifier: EUPL-1.2
#include "domain/gates/rules.hpp"

#include "domain/decision/wording.hpp"
#include "domain/gates/gate.hpp"

namespace mvoi::domain::gates {

Findings findings_of(const GateFacts& facts) {
    Findings findings;
    for (auto* rule : {no_policy,
                       no_themes,
                       not_covered,
                       undecided_themes,
                       explanation_unsigned,
                       explanation_not_agreed,
                       explanation_lapses,
                       level_below_policy,
                       criterion_incomplete,
                       criterion_without_promise,
                       promise_weakened,
                       contract_missing,
                       review_missing,
                       review_drifted,
                       review_condition_open,
                       award_basis_unmotivated,
                       lots_unmotivated,
                       procedure_unmotivated,
                       procedure_below_law,
                       lots_above_estimate,
                       standstill_running,
                       counted_from_record,
                       cpv_unknown,
                       not_known_yet,
                       implausible_dates,
                       planning_below_minimum,
                       instrument_superseded})
        rule(facts, findings);
    return findings;
}

Findings tender_findings(const GateFacts& facts) {
    const auto next = usual_next(facts.tender.phase);
    Findings findings = next ? gate_to(*next, facts).findings : findings_of(facts);
    checking_effort(facts, findings);
    return findings;
}

bool is_motivated(const GateFacts& facts, const std::string& code) {
    auto motive = facts.tender.motives.find(code);
    return motive != facts.tender.motives.end() &&
           says_something(motive->second, facts.book.rules.vocabulary("empty-phrases"));
}

}  // namespace mvoi::domain::gates
