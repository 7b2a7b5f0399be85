// SPDX-License-Identifier: EUPL-1.2
// Counted periods and thresholds as answers show them: dates, and the sentences that explain them.
#pragma once

#include <optional>
#include <string>

#include "domain/calendar/deadline.hpp"
#include "domain/rules.hpp"

namespace mvoi::render {

// The answer of period.compute.
//   rule   the code that was asked; empty: a period of one's own
//   today  for the days that are left; nothing: not asked
std::string period_answer(const domain::calendar::Deadline& deadline, const std::string& rule,
                          const std::optional<domain::Date>& today, const domain::Rules& rules,
                          domain::Language language);

// The answer of threshold.find.
std::string threshold_answer(const domain::calendar::ThresholdPlacement& placed,
                             const domain::calendar::Purchase& contract, const domain::Rules& rules,
                             domain::Language language);

}  // namespace mvoi::render
