// SPDX-License-Identifier: EUPL-1.2
// Contracts are not joined needlessly, and are divided into lots; who joins them, or does not divide them, motivates
// that in the documents. Source: Aanbestedingswet 2012, art. 1.5 lid 2 en 3.
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void lots_unmotivated(const GateFacts& facts, Findings& findings) {
    const auto say = [&](const char* rule, const char* member, const char* source) {
        findings.push_back({rule, Severity::Warning, member, {}, source});
    };
    if (facts.tender.joins_contracts && !is_motivated(facts, "samenvoegen"))
        say("joining-unmotivated", "/motives/joining", "Aanbestedingswet 2012, art. 1.5 lid 2");
    if (facts.tender.lots.size() < 2 && !is_motivated(facts, "geen-percelen"))
        say("lots-unmotivated", "/motives/undivided", "Aanbestedingswet 2012, art. 1.5 lid 3");
}

}  // namespace mvoi::domain::gates
