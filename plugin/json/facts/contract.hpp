// SPDX-License-Identifier: EUPL-1.2
// Contracts ⇄ JSON: the form of the journal's facts, and the members of a request.
#pragma once

#include <vector>

#include "domain/model.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// The whole contract as the journal keeps it, in canonical JSON; free texts and names, those of suppliers too, are
// redactable. Read back with contract_from it is the same contract.
void write_json(Out& out, const domain::Contract& contract);
domain::Contract contract_from(const Value& facts);

// A term as requests, answers and facts all have it.
void write_term(Out& out, const domain::contract::Term& term);

// Sets on a contract what a request (checked against its schema) names; members the request leaves out stay, null
// forgets. A term that names its end forgets how many months it had, and the other way round.
void apply_members(domain::Contract& contract, const Value& request, std::vector<domain::Fault>& faults);

}  // namespace mvoi::json
