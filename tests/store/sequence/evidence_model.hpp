// SPDX-License-Identifier: EUPL-1.2
// Documents that are to prove promises, as the sequences know them: those that stand, the findings about each, and its
// place on the calendar.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "contract_model.hpp"

namespace mvoi::sequence {

// True when a document can be put down like this under the contract.
bool is_possible(const Document& document, const Contract& contract);

// The findings about a document on a day; the same one may stand under other contracts.
std::set<std::string> said_of(const Document& document, const Contract& contract,
                              const std::vector<Contract>& contracts, domain::Date today);

// That the evidence which a promise asks for is not there.
bool lacks_proof(const Promise& promise, const Contract& contract, domain::Date today);

// True when a document stands on the calendar: it expires before its contract ends. One that was withdrawn is called
// off, and gone after thirty days.
bool is_on_calendar(const Document& document, const Contract& contract, domain::Date today);

// A document is asked again: it expires before what it is to prove is over, and no other one of its kind is there for
// longer for each of its promises.
bool is_to_be_renewed(const Document& document, const Contract& contract, domain::Date today);

// Evidence that was asked for, and of which nothing came.
bool is_to_be_asked(const Promise& promise, const Contract& contract, domain::Date today);

}  // namespace mvoi::sequence
