// SPDX-License-Identifier: EUPL-1.2
// A sum of an effect as answers show it: what was measured, what was estimated, and how much is not known.
#pragma once

#include "domain/effect/effect.hpp"
#include "domain/rules.hpp"
#include "json/out.hpp"

namespace mvoi::render {

// The members of an item of effect.list, inside an object that is already open.
//   theme  that the sum is about when it is not kept apart by theme
void write_effect_sum(json::Out& out, const domain::effect::EffectSum& sum, const domain::effect::Effect& effect,
                      const std::string& theme, domain::Language language);

}  // namespace mvoi::render
