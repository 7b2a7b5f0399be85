// SPDX-License-Identifier: EUPL-1.2
// What the operations on a contract and on its promises share.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "domain/contract/logbook.hpp"
#include "operations/contract.hpp"
#include "render/promise_view.hpp"

namespace mvoi::operations {

// What was observed under a contract, by the id of its promise.
using Observations = std::map<std::string, std::vector<domain::contract::Observation>>;
Observations observations_of(store::Connection& connection, std::int64_t contract);

// The same, to hold more observations against. The contract must outlive them.
using Logbooks = std::map<std::string, domain::contract::Logbook>;
Logbooks logbooks_of(const domain::Contract& contract, const Observations& observed);
// What cannot be counted exactly is not put down.
void find_too_large(const Call& call, const domain::Contract& contract, const Logbooks& logbooks,
                    std::vector<domain::Fault>& faults);

// What was put down, and how the promises stand that it is about.
//   more  members that an operation adds; nothing: none
std::string observed_answer(const Call& call, store::Connection& connection, const Committed& committed,
                            const std::function<void(json::Out&)>& more = nullptr);

// A row of observation_of_contract: the number of its promise, and the observation.
std::pair<int, domain::contract::Observation> observation_of(store::Query& row);

// How a promise stands on the day of the call.
render::PromiseShown shown_promise(const Call& call, const domain::contract::Promise& promise,
                                   const Observations& observed);

// Sets the promises that a request gives, and what the winner offered; what it leaves out stays. A promise keeps its
// number, a number is never given twice, and what was
// observed of it holds for it as it becomes.
//   tender  that the contract comes from; nullptr: none. The term of the contract must be without faults.
void set_promises(const Call& call, domain::Contract& contract, const domain::Tender* tender,
                  const domain::Policy* in_force, const Observations& observed, std::vector<domain::Fault>& faults);

// What of the tender and of the offer does not come back in the contract as it was, and what is odd about the
// indicators that promises name. Nothing is followed when the contract comes from no tender and nothing was offered.
std::vector<domain::Finding> promise_findings(const Call& call, const domain::Contract& contract,
                                              const domain::Tender* tender);

}  // namespace mvoi::operations
