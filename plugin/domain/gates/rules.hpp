// SPDX-License-Identifier: EUPL-1.2
// The rules that look at a tender. Each stands in a file of its own, opens with the sentence it checks and where that
// comes from, and is a pure function: (tender, policy, today) → findings. A rule never changes anything.
#pragma once

#include <vector>

#include "domain/model.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain::gates {

struct Facts {
    const Tender& tender;
    const Policy* policy;  // the edition that was applied to this tender; nullptr when none was in force
    const Rules& rules;
    Date today;
};
using Findings = std::vector<Finding>;

void no_policy(const Facts& facts, Findings& findings);
void undecided_themes(const Facts& facts, Findings& findings);
void level_below_policy(const Facts& facts, Findings& findings);
void criterion_incomplete(const Facts& facts, Findings& findings);
void not_known_yet(const Facts& facts, Findings& findings);
void implausible_dates(const Facts& facts, Findings& findings);

// All of them, in this order.
Findings findings_of(const Facts& facts);

}  // namespace mvoi::domain::gates
