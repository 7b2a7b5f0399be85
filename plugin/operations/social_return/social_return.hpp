// SPDX-License-Identifier: EUPL-1.2
// The common parts of the operations on social return.
#pragma once

#include <string>
#include <vector>

#include "domain/social_return/account.hpp"
#include "json/out.hpp"
#include "operations/current/contract.hpp"
#include "store/tables/records.hpp"

namespace mvoi::operations {

// The efforts of social return under a contract, as the journal now has them.
struct Realisations {
    domain::social_return::Efforts efforts;
    int last_number = 0;       // the highest that was given so far, also to what was taken back
    store::SealedTexts texts;  // of the entries that hold it
};
Realisations realisations_of(store::Connection& connection, std::int64_t contract);
Realisations realisations_of(store::RealisationsInStep& list, std::int64_t contract);

// True without placements, invoices and activities.
bool is_empty(const domain::social_return::Efforts& efforts);

// Refused unless the contract asks for social return.
void refuse_without_terms(const domain::Contract& contract);
// The statement of a contract that does, as it stands on the day of the call.
void write_statement_of(const Call& call, store::Connection& connection, const CurrentContract& current,
                        json::Out& out);

}  // namespace mvoi::operations
