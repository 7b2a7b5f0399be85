// SPDX-License-Identifier: EUPL-1.2
// The parts of a tender that its contract takes over, and the check of a whole contract before it is recorded.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"

namespace mvoi::domain::contract {

// Title, kind, CPV, product group, sector and people of the tender; what it asked by instruments, the contract asks.
void take_over(Contract& contract, const Tender& tender);
// The instruments that a tender asked, before those that the contract has.
void ask_as(Contract& contract, const Tender& tender);

// The numbers of the lots of a tender that none of its contracts is about. None where it has no contract yet, where a
// contract is not tied to lots, and of lots that failed.
std::vector<std::string> lots_without(const Tender& tender, const std::vector<Contract>& contracts);

// Refused unless everything in a contract that is about to be established holds together: its term, no end before it
// began, and nothing that happens after it was over. Throws Refusal with all that is wrong, by the member of a request.
//   before  as it was until now; nullptr: it is new
//   faults  found in reading the request
void refuse_impossible(const Contract& contract, const Contract* before, std::vector<Fault> faults);

}  // namespace mvoi::domain::contract
