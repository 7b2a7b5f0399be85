// SPDX-License-Identifier: EUPL-1.2
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

Findings findings_of(const Facts& facts) {
    Findings findings;
    for (auto* rule :
         {no_policy, undecided_themes, level_below_policy, criterion_incomplete, not_known_yet, implausible_dates})
        rule(facts, findings);
    return findings;
}

}  // namespace mvoi::domain::gates
