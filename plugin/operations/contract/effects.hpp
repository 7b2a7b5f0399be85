// SPDX-License-Identifier: EUPL-1.2
// What a contract came to.
#pragma once

#include "domain/effect/effect.hpp"
#include "domain/social_return/account.hpp"
#include "operations/promise/promise.hpp"

namespace mvoi::operations {

// What the promises of a contract tell of effects on the day of the call, and what else is known of them.
//   realised  of its social return
std::vector<domain::effect::EffectTold> effects_told(const Call& call, const domain::Contract& contract,
                                                     const Observations& observed,
                                                     const domain::social_return::Efforts& realised);

}  // namespace mvoi::operations
