// SPDX-License-Identifier: EUPL-1.2
// Observations ⇄ JSON: the form of the journal's facts, and the members of a request.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"
#include "domain/promise/observation.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// In canonical JSON; notes are redactable. Who put it down stands in the journal entry, and nowhere else.
void write_json(Out& out, const domain::promise::Observed& observed);
domain::promise::Observed observed_from(const Value& object);

// A unit that is left out is empty; a value that is no exact number is added to faults.
//   path  of the observation in the request
domain::promise::Noted asked_observation(const Value& given, const std::string& path,
                                         std::vector<domain::Fault>& faults);
domain::promise::TakenBack asked_back(const Value& given);

}  // namespace mvoi::json
