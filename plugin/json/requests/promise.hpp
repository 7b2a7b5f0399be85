// SPDX-License-Identifier: EUPL-1.2
// Promises as requests give them.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// A promise as a request (checked against its schema) gives it. What it leaves out is as its KPI has it, and otherwise
// as in `usual`. What the schema cannot see to be wrong is added to faults.
//   path  of the promise in the request
domain::promise::Promise asked_promise(const Value& given, const domain::promise::Promise& usual,
                                       const std::string& path, std::vector<domain::Fault>& faults);

}  // namespace mvoi::json
