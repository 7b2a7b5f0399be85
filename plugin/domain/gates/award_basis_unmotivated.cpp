// SPDX-License-Identifier: EUPL-1.2
// Awarding on lowest price or lowest cost instead of the best price-quality ratio is motivated in the documents.
// Source: Aanbestedingswet 2012, art. 2.114 lid 4: of part 2, so for its procedures alone (vocabulary "gates" names
// them), not for social and other specific services (art. 2.39 lid 2) nor below the threshold.
#include <algorithm>

#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void award_basis_unmotivated(const GateFacts& facts, Findings& findings) {
    const std::string& basis = facts.tender.award_basis;
    if (basis.empty() || basis == "bpkv" || is_motivated(facts, "gunningsgrondslag")) return;
    const Term* row = facts.book.rules.find("gates", "award-basis-unmotivated");
    if (row && std::find(row->codes.begin(), row->codes.end(), facts.tender.procedure) == row->codes.end()) return;
    findings.push_back({"award-basis-unmotivated",
                        Severity::Warning,
                        "/motives/awardBasis",
                        {{"awardBasis", basis}},
                        "Aanbestedingswet 2012, art. 2.114 lid 4"});
}

}  // namespace mvoi::domain::gates
