// SPDX-License-Identifier: EUPL-1.2
#include "domain/gates/gate.hpp"

#include <algorithm>

#include "domain/decision/decide.hpp"
#include "domain/phase.hpp"

namespace mvoi::domain::gates {
namespace {

bool stops_at(const Finding& finding, Phase to, const Rules& rules) {
    const Term* row = rules.find("gates", finding.rule);
    return row && row->stops == code_of(to);
}

}  // namespace

std::string_view code_of(Passage passage) {
    switch (passage) {
        case Passage::Open:
            return "open";
        case Passage::Reported:
            return "reported";
        case Passage::Blocked:
            return "blocked";
    }
    return "blocked";
}

Gate gate_to(Phase to, const GateFacts& facts) {
    Gate gate{facts.tender.phase, to, facts.in_force ? facts.in_force->gate_mode : GateMode::Reporting, Passage::Open,
              findings_of(facts)};
    if (to == Phase::Cancelled || to <= facts.tender.phase || !is_covered(facts.tender, facts.in_force)) return gate;
    for (Finding& finding : gate.findings)
        if (stops_at(finding, to, facts.book.rules)) finding.severity = Severity::Error;
    std::stable_partition(gate.findings.begin(), gate.findings.end(),
                          [](const Finding& finding) { return finding.severity == Severity::Error; });
    if (!gate.findings.empty() && gate.findings.front().severity == Severity::Error)
        gate.passage = gate.mode == GateMode::Blocking ? Passage::Blocked : Passage::Reported;
    return gate;
}

std::optional<Phase> usual_next(Phase from) {
    if (from < Phase::Publication) return Phase::Publication;
    const auto next = next_phases(from);
    if (next.empty()) return std::nullopt;
    return next.front();
}

}  // namespace mvoi::domain::gates
