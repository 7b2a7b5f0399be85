// SPDX-License-Identifier: EUPL-1.2
// What a contract came to.
#pragma once

#include "domain/effect/effect.hpp"
#include "operations/promise/promise.hpp"

namespace mvoi::operations {

// What the promises of a contract tell of effects on the day of the call, and what else is known of them.
std::vector<domain::effect::EffectTold> effects_told(const Call& call, store::Connection& connection,
                                                     const CurrentContract& current, const Observations& observed);

}  // namespace mvoi::operations
