// SPDX-License-Identifier: EUPL-1.2
// Observations ⇄ JSON: the form of the journal's facts, and the members of a request.
#pragma once

#include <string>
#include <vector>

#include "domain/contract/promise/observation.hpp"
#include "domain/model.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// In canonical JSON; notes are redactable. Who put it down stands in the journal entry, and nowhere else.
void write_json(Out& out, const domain::contract::Observed& observed);
domain::contract::Observed observed_from(const Value& object);

// A unit that is left out is empty; a value that is no exact number is added to faults.
//   path  of the observation in the request
domain::contract::Noted asked_observation(const Value& given, const std::string& path,
                                          std::vector<domain::Fault>& faults);
domain::contract::TakenBack asked_back(const Value& given);

}  // namespace mvoi::json
