// SPDX-License-Identifier: EUPL-1.2
// A verdict is about the case as it was laid before the board. What changed since, and by the organisation's rule
// matters, is named change by change and goes back on the agenda. Source: the drift rule of policy when it was asked.
#include "domain/gates/rules.hpp"
#include "domain/review/review.hpp"

namespace mvoi::domain::gates {

void review_drifted(const GateFacts& facts, Findings& findings) {
    if (!facts.reviewed || !is_approved(facts.reviewed->review)) return;
    for (const Drift& drift : drift_since(facts.reviewed->frozen, facts.tender, facts.reviewed->review.drift)) {
        if (!drift.on_agenda) continue;
        findings.push_back(
            {drift.theme.empty() ? "review-drifted" : "review-drifted-theme",
             Severity::Warning,
             "",
             {{"drift", drift.kind}, {"theme", drift.theme}, {"before", drift.before}, {"after", drift.after}},
             ""});
    }
}

}  // namespace mvoi::domain::gates
