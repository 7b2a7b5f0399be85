// SPDX-License-Identifier: EUPL-1.2
// A tender that started on a day on which no theme was in force has nothing to decide on. That may be so, of one that
// is taken over from long ago; of another its day is probably wrong. Source: the validity of the themes (Manifest MVOI,
// Stcrt. 2024, 806).
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void no_themes(const GateFacts& facts, Findings& findings) {
    if (!facts.tender.decisions.empty()) return;
    findings.push_back({"no-themes",
                        Severity::Warning,
                        "/today",
                        {{"date", to_text(facts.tender.started_on)}},
                        "Manifest MVOI, Stcrt. 2024, 806"});
}

}  // namespace mvoi::domain::gates
