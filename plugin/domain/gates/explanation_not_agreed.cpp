// SPDX-License-Identifier: EUPL-1.2
// Some reasons need the agreement of the tender board, or of directie or bestuur: a dearer choice that was not made is
// theirs to answer for. They agree by their verdict on the case, with the explanations that they were shown in it.
// Source: vocabulary "reasons", or the organisation's own policy; for budget: CE Delft, Actieplannen MVI, evaluatie en
// geleerde lessen (2018).
#include <algorithm>

#include "domain/decision/decide.hpp"
#include "domain/decision/explain.hpp"
#include "domain/decision/wording.hpp"
#include "domain/gates/rules.hpp"
#include "domain/review/review.hpp"

namespace mvoi::domain::gates {
namespace {

bool was_shown(const Tender& frozen, const std::string& theme, const Explained& explained) {
    return std::any_of(frozen.decisions.begin(), frozen.decisions.end(), [&](const Decision& decision) {
        const Explained* seen = explanation_of(decision);
        if (decision.theme != theme || !seen || seen->reason != explained.reason) return false;
        return seen->text == explained.text || is_blacked_out(seen->text) || is_blacked_out(explained.text);
    });
}

}  // namespace

void explanation_not_agreed(const GateFacts& facts, Findings& findings) {
    if (!facts.reviews_known) return;
    if (!is_covered(facts.tender, facts.in_force)) return;
    for (const Decision& decision : facts.tender.decisions) {
        const Explained* explained = explanation_of(decision);
        if (!explained || explained->agreement.empty()) continue;
        const bool agreed = facts.reviewed && has_agreed(facts.reviewed->review, explained->agreement) &&
                            was_shown(facts.reviewed->frozen, decision.theme, *explained);
        if (agreed) continue;
        findings.push_back({"explanation-not-agreed",
                            Severity::Warning,
                            "/themes",
                            {{"theme", decision.theme}, {"reason", explained->reason}, {"role", explained->agreement}},
                            facts.tender.policy});
    }
}

}  // namespace mvoi::domain::gates
