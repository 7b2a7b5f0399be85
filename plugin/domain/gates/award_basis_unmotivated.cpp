// SPDX-License-Identifier: EUPL-1.2
// Awarding on lowest price or lowest cost instead of the best price-quality ratio is motivated in the documents.
// Source: Aanbestedingswet 2012, art. 2.114 lid 4.
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void award_basis_unmotivated(const GateFacts& facts, Findings& findings) {
    const std::string& basis = facts.tender.award_basis;
    if (basis.empty() || basis == "bpkv" || is_motivated(facts, "gunningsgrondslag")) return;
    findings.push_back({"award-basis-unmotivated",
                        Severity::Warning,
                        "/motives/awardBasis",
                        {{"awardBasis", basis}},
                        "Aanbestedingswet 2012, art. 2.114 lid 4"});
}

}  // namespace mvoi::domain::gates
