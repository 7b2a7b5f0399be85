// SPDX-License-Identifier: EUPL-1.2
// Before an option is lifted the contract is evaluated: otherwise the option is lifted because its date is there. Who
// gives no day for it gets one, so long before the option must be decided on as schema/rules/calendar-terms.json says
// (evaluatie-voor-optie: our own assumption).
#pragma once

#include <optional>
#include <vector>

#include "domain/contract/term.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain::contract {

// The day by which to evaluate, of the next option that is open; not before the contract starts. Nothing: no option is
// open, or the contract says itself when it is evaluated.
std::optional<Date> evaluation_before_option(const Contract& contract, const Course& course, const Rules& rules);

// That such a day comes near, or went by; and that the day that was given comes after the option must be decided on.
std::vector<Finding> evaluation_findings(const Contract& contract, const Course& course, Date today, int warning_days,
                                         const Rules& rules);

}  // namespace mvoi::domain::contract
