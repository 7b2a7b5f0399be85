// SPDX-License-Identifier: EUPL-1.2
// The effects of a contract.
#pragma once

#include "domain/effect/effect.hpp"
#include "domain/social_return/account.hpp"
#include "operations/promise/promise.hpp"

namespace mvoi::operations {

// The effects of the promises of a contract on the day of the call, and those that are known otherwise.
//   realised  of its social return
std::vector<domain::effect::EffectByYear> effects_by_year(const Call& call, const domain::Contract& contract,
                                                          const Observations& observed,
                                                          const domain::social_return::Efforts& realised);

}  // namespace mvoi::operations
