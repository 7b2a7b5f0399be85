// SPDX-License-Identifier: EUPL-1.2
// The events of a contract held against each other and against its dates: nothing is lifted, given or ended after the
// contract was over, and no end counts an option twice. A contract that contradicts itself is not recorded; one that
// an older version recorded stays readable, can be changed and is told about.
#pragma once

#include <vector>

#include "domain/model.hpp"

namespace mvoi::domain::contract {

// The events of a contract that came too late or contradict another one; paths are those of contract.change.
std::vector<Fault> contradictions(const Contract& contract);

// Those that a change brought, the ones that stood there before left out.
//   before  nullptr: it is new
std::vector<Fault> new_contradictions(const Contract* before, const Contract& contract);

// A renewal that was agreed on this day, when the contract as it was until now had ended.
std::vector<Fault> agreed_too_late(const Contract& before, Date on);

// True: the end of the first term was moved to the end that options or agreed renewals had given already, which would
// count them once more.
bool counts_twice(const Term& before, const Term& now);

// Puts the first term back as it was, where the end that somebody gives is the one that already stands.
void keep_first_term(const Term& before, Term& now);

// The options that were lifted after the last day on which that could be decided: whether they hold is for the other
// party to say.
std::vector<Finding> late_options(const Term& term);

}  // namespace mvoi::domain::contract
