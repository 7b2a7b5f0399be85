// SPDX-License-Identifier: EUPL-1.2
// Each theme is applied or explained; one on which nobody decided is named with its age. Source: advice not to accept
// "niet van toepassing", nor silence, in PIANOo, Update en analyse actieplannen en rapportages MVOI 2024, section 14.
#include "domain/decision/decide.hpp"
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void undecided_themes(const GateFacts& facts, Findings& findings) {
    for (const Decision& decision : facts.tender.decisions) {
        if (state_of(decision) != State::Undecided) continue;
        const auto age = (facts.today - decision.since).days();
        findings.push_back({"undecided-theme",
                            Severity::Warning,
                            "/themes",
                            {{"theme", decision.theme}, {"days", std::to_string(age < 0 ? 0 : age)}},
                            "PIANOo, Update en analyse actieplannen en rapportages MVOI 2024, 14"});
    }
}

}  // namespace mvoi::domain::gates
