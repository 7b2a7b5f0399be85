// SPDX-License-Identifier: EUPL-1.2
// The account of social return under one contract on a day: what is owed, what was realised by then, what remains, and
// how that goes with the time that is over. The two shares are figures and no verdict: who judges may know that the
// candidates come in the last year.
//
// Nothing after that day counts, also when it is known: a placement no longer than from its start until then, or until
// the contract ended. The placements of one candidate use up the limit of that candidate in the order in which they
// started; the order in which they were put down changes nothing.
#pragma once

#include "domain/model.hpp"
#include "domain/social_return/social_return.hpp"

namespace mvoi::domain::social_return {

struct Account {
    Obligation obligation;
    Statement statement;
    std::vector<Finding> findings;          // about table and obligation; members are those of contract.change
    std::optional<int> days, elapsed_days;  // of the term; nothing: for an indefinite time
    std::optional<measure::Fraction> elapsed_percent;  // of the term
    std::optional<measure::Fraction>
        realised_percent;    // of what is owed after the discount; nothing: not known, or nothing
    bool too_large = false;  // for exact counting; then nothing above is filled in
};

// Of a contract that has terms of social return.
//   realised  all that was put down; its contract_start and contract_end are not looked at
Account account_of(const Contract& contract, Efforts realised, const Tables& known, Date today);

// The last day of the contract on that day; the last day there is when it runs for an indefinite time.
Date last_day(const Contract& contract, Date today);

// The table that counts and the reason why; or that none does, and the tables that are known.
std::vector<Finding> table_findings(const Terms& terms, const Tables& known);

}  // namespace mvoi::domain::social_return
