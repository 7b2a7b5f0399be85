// SPDX-License-Identifier: EUPL-1.2
// The promises of a contract that is signed or changed, and its golden thread.
#pragma once

#include "domain/contract/thread.hpp"
#include "operations/promise/promise.hpp"

namespace mvoi::operations {

// Sets the promises that a request gives, and what the winner offered; what it leaves out stays. A promise keeps its
// number, a number is never given twice, and what was observed of it holds for it as it becomes. One that was observed,
// rated or is to be proven by a document does not go away.
//   recorded  the numbers of those that were rated or have a document
//   tender  that the contract comes from; nullptr: none. The term of the contract must be without faults.
void set_promises(const Call& call, domain::Contract& contract, const domain::Tender* tender,
                  const domain::Policy* in_force, const Observations& observed, const std::set<int>& recorded,
                  std::vector<domain::Fault>& faults);

// The golden thread of a contract; no rows when it comes from no tender and nothing was offered.
// A promise of another contract of the same tender is not missed here: that one is of another lot.
std::vector<domain::contract::ThreadRow> thread_rows(const Call& call, store::Connection& connection,
                                                     const domain::Contract& contract, const domain::Tender* tender);
// The findings about criteria and offers that do not come back in the contract as they were, and about the indicators
// that promises name. Nothing is followed when the contract comes from no tender and nothing was offered.
std::vector<domain::Finding> promise_findings(const Call& call, store::Connection& connection,
                                              const domain::Contract& contract, const domain::Tender* tender);

}  // namespace mvoi::operations
