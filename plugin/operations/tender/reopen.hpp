// SPDX-License-Identifier: EUPL-1.2
// Explanations that lapsed, and what happens by itself then.
#pragma once

#include "operations/tender/tender.hpp"

namespace mvoi::operations {

// Reopens what has lapsed in a tender on the day of the call, in a journal entry of its own ("tender.reopen", by the
// library itself); current is then the tender of that entry. False: nothing had lapsed.
bool reopen_if_lapsed(const Call& call, store::Connection& connection, Current& current);

// The tender as it is on the day of the call, also when that is not in the journal yet.
void see_lapsed(const Call& call, Current& current);

// Before the first writing calls of a day, some hundred tenders at a time: reopens what has lapsed by the day of the
// journal's stamp, in a transaction of its own. Costs nothing once all is done for that day.
void reopen_due(const Caller& caller);

}  // namespace mvoi::operations
