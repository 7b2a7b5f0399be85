// SPDX-License-Identifier: EUPL-1.2
// Promises ⇄ JSON: the form of the journal's facts, and the members of a request. Numbers that are measured are texts
// ("12.5"), so that no reader makes them inexact.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// In canonical JSON; free texts are redactable. Read back it is the same.
void write_json(Out& out, const domain::promise::Promise& promise);
domain::promise::Promise promise_from(const Value& object);
// The same inside an object that is already open.
void write_members(Out& out, const domain::promise::Promise& promise);
void write_json(Out& out, const domain::promise::Offered& offered);
domain::promise::Offered offered_from(const Value& object);

// The number of a promise within its contract; 0: none yet.
int number_of(const domain::promise::Promise& promise);

// A promise as a request (checked against its schema) gives it. What it leaves out is as its KPI has it, and otherwise
// as in `usual`. What the schema cannot see to be wrong is added to faults.
//   path  of the promise in the request
domain::promise::Promise asked_promise(const Value& given, const domain::promise::Promise& usual,
                                       const std::string& path, std::vector<domain::Fault>& faults);

}  // namespace mvoi::json
