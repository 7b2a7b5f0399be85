// SPDX-License-Identifier: EUPL-1.2
// The conditions of an "akkoord, mits" hold until each of them is met.
#include "domain/gates/rules.hpp"
#include "domain/review/review.hpp"

namespace mvoi::domain::gates {

void review_condition_open(const GateFacts& facts, Findings& findings) {
    if (!facts.reviewed || !is_approved(facts.reviewed->review)) return;
    for (const Condition& condition : facts.reviewed->review.conditions)
        if (!condition.met_on)
            findings.push_back({"review-condition-open",
                                Severity::Warning,
                                "/condition",
                                {{"number", std::to_string(condition.number)}, {"role", condition.role}},
                                ""});
}

}  // namespace mvoi::domain::gates
