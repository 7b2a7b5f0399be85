// SPDX-License-Identifier: EUPL-1.2
// Codes back into what they stand for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/contract/term.hpp"
#include "domain/gates/gate.hpp"
#include "domain/phase.hpp"
#include "domain/planning/plan.hpp"
#include "domain/promise/promise.hpp"
#include "domain/review/dossier.hpp"

namespace mvoi::json {

// The last of each enumeration: code_of() knows all up to it.
template <typename Code>
constexpr Code last_of = Code::unknown;
template <>
inline constexpr auto last_of<domain::Certainty> = domain::Certainty::Uncertain;
template <>
inline constexpr auto last_of<domain::GateMode> = domain::GateMode::Blocking;
template <>
inline constexpr auto last_of<domain::Grade> = domain::Grade::Strong;
template <>
inline constexpr auto last_of<domain::LevelSource> = domain::LevelSource::Ambition;
template <>
inline constexpr auto last_of<domain::MilestoneStatus> = domain::MilestoneStatus::Passed;
template <>
inline constexpr auto last_of<domain::Phase> = domain::Phase::Cancelled;
template <>
inline constexpr auto last_of<domain::Precision> = domain::Precision::Unknown;
template <>
inline constexpr auto last_of<domain::Registration> = domain::Registration::Withdrawn;
template <>
inline constexpr auto last_of<domain::Severity> = domain::Severity::Error;
template <>
inline constexpr auto last_of<domain::contract::NoticeUnit> = domain::contract::NoticeUnit::Months;
template <>
inline constexpr auto last_of<domain::contract::OptionDecision> = domain::contract::OptionDecision::Declined;
template <>
inline constexpr auto last_of<domain::contract::Renewal> = domain::contract::Renewal::Express;
template <>
inline constexpr auto last_of<domain::contract::TermPart> = domain::contract::TermPart::NoticeGiven;
template <>
inline constexpr auto last_of<domain::gates::Passage> = domain::gates::Passage::Blocked;
template <>
inline constexpr auto last_of<domain::planning::Direction> = domain::planning::Direction::Forward;
template <>
inline constexpr auto last_of<domain::planning::StepKind> = domain::planning::StepKind::Slack;
template <>
inline constexpr auto last_of<domain::promise::Demand> = domain::promise::Demand::AtMost;
template <>
inline constexpr auto last_of<domain::promise::Every> = domain::promise::Every::Year;
template <>
inline constexpr auto last_of<domain::promise::Gather> = domain::promise::Gather::Count;
template <>
inline constexpr auto last_of<domain::promise::Growth> = domain::promise::Growth::Linear;
template <>
inline constexpr auto last_of<domain::promise::Shape> = domain::promise::Shape::Growing;

template <typename Code>
std::optional<Code> from_code(std::string_view text) {
    for (int i = 0; i <= static_cast<int>(last_of<Code>); ++i)
        if (code_of(static_cast<Code>(i)) == text) return static_cast<Code>(i);
    return std::nullopt;
}

// Codes of a plan are views of rule data. One that is read may be of an edition this library no longer has, so it is
// kept for as long as the process runs; there are few, and they are the same again and again.
std::string_view lasting_code(const std::string& code);

}  // namespace mvoi::json
