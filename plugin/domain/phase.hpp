// SPDX-License-Identifier: EUPL-1.2
// The phases of a tender and the steps between them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/model.hpp"

namespace mvoi::domain {

std::string_view code_of(Phase phase);
std::optional<Phase> phase_from(std::string_view code);

// Nothing has gone out yet, and it was not called off.
constexpr bool is_before_publication(Phase phase) {
    return phase < Phase::Publication;
}

// The phases a tender can go to from here: the next ones in order (consultation and review may be passed over), back
// to preparation as long as nothing is published, and cancelled from anywhere but closed.
std::vector<Phase> next_phases(Phase from);

std::string_view code_of(Severity severity);     // "information", "warning", "error"
std::string_view code_of(GateMode mode);         // "meldend", "blokkerend"
GateMode gate_mode_from(std::string_view code);  // whatever does not block reports
std::string_view code_of(Registration registration);
std::string_view code_of(MilestoneStatus status);
std::optional<MilestoneStatus> milestone_status_from(std::string_view code);
std::string_view code_of(LevelSource source);
std::optional<LevelSource> level_source_from(std::string_view code);

}  // namespace mvoi::domain
