// SPDX-License-Identifier: EUPL-1.2
// Ratings ⇄ JSON: the form of the journal's facts.
#pragma once

#include "domain/promise/rating.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// In canonical JSON; texts and names are redactable.
void write_json(Out& out, const domain::promise::Rated& rated);
domain::promise::Rated rated_from(const Value& object);

}  // namespace mvoi::json
