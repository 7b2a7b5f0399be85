// SPDX-License-Identifier: EUPL-1.2
#include "domain/phase.hpp"

#include <array>

namespace mvoi::domain {
namespace {

constexpr std::array<std::string_view, 10> phase_codes = {"preparation", "consultation", "review",   "publication",
                                                          "evaluation",  "award",        "contract", "execution",
                                                          "closed",      "cancelled"};
constexpr std::array<std::string_view, 5> status_codes = {"planned", "done", "cancelled", "done-by", "passed"};
constexpr std::array<std::string_view, 3> source_codes = {"request", "policy", "ambition"};

template <typename Enum, std::size_t N>
std::optional<Enum> from_code(const std::array<std::string_view, N>& codes, std::string_view code) {
    for (std::size_t i = 0; i < N; ++i)
        if (codes[i] == code) return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace

std::string_view code_of(Phase phase) {
    return phase_codes.at(static_cast<std::size_t>(phase));
}
std::optional<Phase> phase_from(std::string_view code) {
    return from_code<Phase>(phase_codes, code);
}

std::vector<Phase> next_phases(Phase from) {
    switch (from) {
        case Phase::Preparation:
            return {Phase::Consultation, Phase::Review, Phase::Publication, Phase::Cancelled};
        case Phase::Consultation:
            return {Phase::Preparation, Phase::Review, Phase::Publication, Phase::Cancelled};
        case Phase::Review:
            return {Phase::Preparation, Phase::Publication, Phase::Cancelled};
        case Phase::Publication:
            return {Phase::Evaluation, Phase::Cancelled};
        case Phase::Evaluation:
            return {Phase::Award, Phase::Cancelled};
        case Phase::Award:
            return {Phase::Contract, Phase::Cancelled};
        case Phase::Contract:
            return {Phase::Execution, Phase::Cancelled};
        case Phase::Execution:
            return {Phase::Closed, Phase::Cancelled};
        case Phase::Closed:
        case Phase::Cancelled:
            return {};
    }
    return {};
}

std::string_view code_of(Severity severity) {
    switch (severity) {
        case Severity::Information:
            return "information";
        case Severity::Warning:
            return "warning";
        case Severity::Error:
            return "error";
    }
    return "error";
}

std::string_view code_of(GateMode mode) {
    return mode == GateMode::Blocking ? "blokkerend" : "meldend";
}
GateMode gate_mode_from(std::string_view code) {
    return code == "blokkerend" ? GateMode::Blocking : GateMode::Reporting;
}

std::string_view code_of(Registration registration) {
    switch (registration) {
        case Registration::Confirmed:
            return "confirmed";
        case Registration::Provisional:
            return "provisional";
        case Registration::Withdrawn:
            return "withdrawn";
    }
    return "confirmed";
}

std::string_view code_of(MilestoneStatus status) {
    return status_codes.at(static_cast<std::size_t>(status));
}
std::optional<MilestoneStatus> milestone_status_from(std::string_view code) {
    return from_code<MilestoneStatus>(status_codes, code);
}
std::string_view code_of(LevelSource source) {
    return source_codes.at(static_cast<std::size_t>(source));
}
std::optional<LevelSource> level_source_from(std::string_view code) {
    return from_code<LevelSource>(source_codes, code);
}

}  // namespace mvoi::domain
