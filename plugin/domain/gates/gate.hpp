// SPDX-License-Identifier: EUPL-1.2
// The gate between two phases: which findings stop a tender there, and whether the organisation lets them.
#pragma once

#include <string_view>

#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

enum class Passage { Open, Reported, Blocked };
std::string_view code_of(Passage passage);  // "open", "reported", "blocked"

struct Gate {
    Phase from = Phase::Preparation;
    Phase to = Phase::Preparation;
    GateMode mode = GateMode::Reporting;
    Passage passage = Passage::Open;
    Findings findings;  // one that stops the tender here is an Error, and comes first

    bool operator==(const Gate&) const = default;
};

// Vocabulary "gates" says which rule stops at which phase. What stops there stops it, unless the policy in force only
// reports (meldend), or does not cover the tender. Nothing stops a tender that is cancelled or goes back.
Gate gate_to(Phase to, const GateFacts& facts);

// The phase a tender goes to next when nothing else is said: from preparation, consultation and review to publication.
// Nothing: it goes nowhere any more.
std::optional<Phase> usual_next(Phase from);

}  // namespace mvoi::domain::gates
