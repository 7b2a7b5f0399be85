// SPDX-License-Identifier: EUPL-1.2
// What the winner offered is what the contract asks: where it asks less, or measures it in another way, the tender says
// so as well, and not the contract alone. It stops nobody. Source: promises that do not survive the signature are the
// reported weak spot of MVOI (PIANOo, Update en analyse actieplannen en rapportages MVOI 2024).
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void promise_weakened(const Facts& facts, Findings& findings) {
    if (!facts.weakened) return;
    for (Finding each : *facts.weakened) {
        each.member = "/themes";  // of the tender
        findings.push_back(std::move(each));
    }
}

}  // namespace mvoi::domain::gates
