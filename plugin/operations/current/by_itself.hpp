// SPDX-License-Identifier: EUPL-1.2
// Changes that nobody makes: an explanation lapses, a contract renews itself. Nobody has to remember that an
// explanation was given for a year: it is reopened at the first writing call of the day on which it lapses, and at any
// call on the tender itself. Contracts that renewed themselves are journaled at the same moment. Answers and feeds do
// not wait for these entries; they count tender and contract again as of their own day, and say the same.
#pragma once

#include "operations/current/contract.hpp"
#include "operations/current/tender.hpp"

namespace mvoi::operations {

// The tender as it is on the day of the call, also when that is not in the journal yet.
void see_lapsed(const Call& call, Current& current);

// Reopens what has lapsed in a tender on the day of the call, in a journal entry of its own ("tender.reopen", by the
// library itself); current is then the tender of that entry. False: nothing had lapsed.
bool reopen_if_lapsed(const Call& call, store::Connection& connection, Current& current);

// The tender of a contract that is about to be established follows it, in an entry of its own before that of the
// contract: its start, and the last day for the award notice. Nothing is journaled where no day of the tender moves.
void follow_contract(const Call& call, store::Connection& connection, const domain::Contract& contract);

// Contracts whose dates stopped being true by themselves, on the day of the call or before; of one organisation or of
// all. What they are by then, with the stamp that their entry would have: the first moment of the day they moved.
std::vector<CurrentContract> renewed_contracts(const Call& call, store::Connection& connection,
                                               const std::optional<std::string>& organisation, std::int64_t limit);
// Journals, within a transaction that is already open, that contracts renewed themselves ("contract.renew", by the
// library itself); gives what they are now.
std::vector<CurrentContract> journal_renewals(const Call& call, store::Connection& connection,
                                              const std::optional<std::string>& organisation, std::int64_t limit);

// Before the first writing calls of a day, some hundred at a time: reopens what has lapsed and journals what renewed
// itself by the day of the journal's stamp, in a transaction of its own. Costs nothing once all is done for that day.
void reopen_due(const Caller& caller);

}  // namespace mvoi::operations
