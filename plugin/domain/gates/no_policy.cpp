// SPDX-License-Identifier: EUPL-1.2
// An organisation that has adopted no policy gets no default levels, and nothing can be below it. That is worth saying
// once per tender. Source: Manifest MVOI (Stcrt. 2024, 806), an action plan within one year after signing.
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void no_policy(const GateFacts& facts, Findings& findings) {
    if (facts.policy) return;
    findings.push_back({"no-policy",
                        Severity::Information,
                        "",
                        {{"organisation", facts.tender.organisation}},
                        "Manifest MVOI, Stcrt. 2024, 806"});
}

}  // namespace mvoi::domain::gates
