// SPDX-License-Identifier: EUPL-1.2
// The members of a request, set on a contract.
#pragma once

#include <vector>

#include "domain/model.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// Sets on a contract what a request (checked against its schema) names; members the request leaves out stay, null
// forgets. A term that names its end forgets how many months it had, and the other way round.
void apply_members(domain::Contract& contract, const Value& request, std::vector<domain::Fault>& faults);

}  // namespace mvoi::json
