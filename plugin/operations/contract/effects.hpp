// SPDX-License-Identifier: EUPL-1.2
// The effects of a contract.
#pragma once

#include "domain/effect/effect.hpp"
#include "operations/promise/promise.hpp"

namespace mvoi::operations {

// The effects of the promises of a contract on the day of the call, and those that are known otherwise.
std::vector<domain::effect::EffectByYear> effects_by_year(const Call& call, store::Connection& connection,
                                                          const CurrentContract& current, const Observations& observed);

}  // namespace mvoi::operations
