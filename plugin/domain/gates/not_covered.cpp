// SPDX-License-Identifier: EUPL-1.2
// The organisation says itself which values, kinds and procedures its "apply or explain" covers; of a tender outside it
// that is said, and nothing stops it. Source: the policy edition in force.
#include "domain/decision/decide.hpp"
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void not_covered(const GateFacts& facts, Findings& findings) {
    if (!is_covered(facts.tender, facts.in_force))
        findings.push_back({"not-covered", Severity::Information, "", {}, facts.in_force->id});
}

}  // namespace mvoi::domain::gates
