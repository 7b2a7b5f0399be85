// SPDX-License-Identifier: EUPL-1.2
// What instruments say ⇄ JSON: the form of the journal's facts, and the members of a request.
#pragma once

#include <string>
#include <vector>

#include "domain/measure/instrument_held.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// In canonical JSON; the name of a supplier is redactable. Read back it is the same.
void write_json(Out& out, const domain::measure::InstrumentValue& value);
domain::measure::InstrumentValue instrument_value_from(const Value& object);
void write_json(Out& out, const domain::measure::InstrumentHeld& held);
domain::measure::InstrumentHeld instrument_held_from(const Value& object);

// A list of a request (checked against its schema), with the edition filled in where an instrument has one. What an
// instrument cannot say is added to faults.
//   member  of the request that holds the list
std::vector<domain::measure::InstrumentValue> asked_instruments(const Value& request, const char* member,
                                                                std::vector<domain::Fault>& faults);
std::vector<domain::measure::InstrumentHeld> held_instruments(const Value& request, const char* member,
                                                              std::vector<domain::Fault>& faults);

}  // namespace mvoi::json
