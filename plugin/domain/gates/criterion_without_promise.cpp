// SPDX-License-Identifier: EUPL-1.2
// Each criterion that was asked for in the tender comes back as a promise in the contract, or the contract says nothing
// about it. It speaks once a contract is recorded, of the kinds of criteria that go on into a contract. Source:
// promises that do not survive the signature are the reported weak spot of MVOI (PIANOo, Update en analyse actieplannen
// en rapportages MVOI 2024).
#include <algorithm>

#include "domain/contract/thread.hpp"
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

namespace {

// Of a criterion nobody says for which lot it was chosen: where a lot failed, it may be that one's, and is said only.
const char* rule_for(const Tender& tender) {
    const bool failed =
        std::any_of(tender.lots.begin(), tender.lots.end(), [](const Lot& lot) { return !lot.failed.empty(); });
    return failed ? "criterion-without-promise-lot-failed" : "criterion-without-promise";
}

}  // namespace

void criterion_without_promise(const GateFacts& facts, Findings& findings) {
    if (!facts.promised) return;
    for (const Decision& decision : facts.tender.decisions) {
        const auto* applied = std::get_if<Applied>(&decision.choice);
        if (!applied) continue;
        for (const Criterion& criterion : applied->criteria) {
            if (!contract::goes_on(criterion, facts.book.rules)) continue;
            const std::string& name = name_of(criterion);
            if (std::find(facts.promised->begin(), facts.promised->end(), name) != facts.promised->end()) continue;
            findings.push_back({rule_for(facts.tender),
                                Severity::Warning,
                                "/promises",
                                {{"theme", decision.theme}, {"criterion", name}},
                                "PIANOo, Update en analyse actieplannen en rapportages MVOI 2024"});
        }
    }
}

}  // namespace mvoi::domain::gates
