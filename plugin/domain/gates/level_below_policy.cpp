// SPDX-License-Identifier: EUPL-1.2
// A theme applied at a lower level than the organisation's own policy wants is named, with both levels, and needs an
// explanation like a theme that is not applied at all; an ambition below policy is named too. Source: the policy
// edition that was applied to the tender.
#include "domain/decision/decide.hpp"
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void level_below_policy(const GateFacts& facts, Findings& findings) {
    const Tender& tender = facts.tender;
    for (const Decision& decision : tender.decisions) {
        const auto* applied = std::get_if<Applied>(&decision.choice);
        const auto wanted = policy_level(facts.policy, decision.theme, tender.product_group);
        if (!applied || !wanted || applied->level >= *wanted) continue;
        findings.push_back({applied->deviation ? "level-below-policy-explained" : "level-below-policy",
                            applied->deviation ? Severity::Information : Severity::Warning,
                            "/themes",
                            {{"theme", decision.theme},
                             {"level", std::to_string(applied->level)},
                             {"policyLevel", std::to_string(*wanted)}},
                            tender.policy});
    }
    if (facts.policy && facts.policy->ambition && tender.ambition && *tender.ambition < *facts.policy->ambition)
        findings.push_back(
            {"ambition-below-policy",
             Severity::Warning,
             "/ambition",
             {{"level", std::to_string(*tender.ambition)}, {"policyLevel", std::to_string(*facts.policy->ambition)}},
             tender.policy});
}

}  // namespace mvoi::domain::gates
