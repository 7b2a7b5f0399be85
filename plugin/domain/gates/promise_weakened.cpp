// SPDX-License-Identifier: EUPL-1.2
// The contract asks all that the winner offered: where it asks less, or measures it in another way, the finding stands
// at the tender as well, and not at the contract alone. It stops nobody. Source: promises that do not survive the
// signature are the reported weak spot of MVOI (PIANOo, Update en analyse actieplannen en rapportages MVOI 2024).
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void promise_weakened(const GateFacts& facts, Findings& findings) {
    if (!facts.weakened) return;
    findings.insert(findings.end(), facts.weakened->begin(), facts.weakened->end());
}

}  // namespace mvoi::domain::gates
