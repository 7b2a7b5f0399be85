// SPDX-License-Identifier: EUPL-1.2
// Before an option is lifted the contract is evaluated: otherwise the option is lifted because its date is there. Who
// gives no day for it gets one, so long before the option must be decided on as schema/rules/calendar-terms.json says
// (evaluatie-voor-optie: our own assumption).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/contract/term.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain::contract {

// The day by which to evaluate, of the next option that is open; not before the contract starts. Nothing: no option is
// open, or the contract says itself when it is evaluated.
std::optional<Date> evaluation_before_option(const Contract& contract, const Course& course, const Rules& rules);

// By promise: the last day on which it was rated.
using LastRated = std::map<int, Date>;

// The numbers of promises that ran all of the year before this day, and were last rated before that year. Who evaluates
// then has nothing to go by. A promise that is younger, or was over by then, is not asked for.
std::vector<int> unrated_in_year(const Contract& contract, const LastRated& rated, Date day);

// That such a day comes near, or went by; that the day that was given comes after the option must be decided on; and,
// once the day of the evaluation is near, that promises were not rated in the year before it.
std::vector<Finding> evaluation_findings(const Contract& contract, const Course& course, Date today, int warning_days,
                                         const Rules& rules, const LastRated& rated = {});

}  // namespace mvoi::domain::contract
