// SPDX-License-Identifier: EUPL-1.2
// The common parts of the operations on social return.
#pragma once

#include <string>
#include <vector>

#include "domain/social_return/account.hpp"
#include "json/out.hpp"
#include "operations/contract/contract.hpp"

namespace mvoi::operations {

// The efforts of social return under a contract, as the journal now has them.
struct Realisations {
    domain::social_return::Efforts efforts;
    int last_number = 0;       // the highest that was given so far, also to what was taken back
    store::SealedTexts texts;  // of the entries that hold it
};
Realisations realisations_of(store::Connection& connection, std::int64_t contract);

// True without placements, invoices and activities.
bool is_empty(const domain::social_return::Efforts& efforts);

// Refused unless the contract asks for social return.
void refuse_without_terms(const domain::Contract& contract);
// The statement of a contract that does, as it stands on the day of the call.
void write_statement_of(const Call& call, store::Connection& connection, const CurrentContract& current,
                        json::Out& out);

// The day by which rule and table are chosen: of publication; where that is not known, of signature, or the first one.
domain::Date day_of_rules(const domain::Contract& contract, const domain::Tender* tender);

// Sets what a request says of social return, and at the signing what policy says where the request is silent. Rule and
// table go into the contract whole, so that later editions change nothing of it.
//   tender    that the contract comes from; nullptr: none
//   in_force  policy of the organisation on that day; nullptr: none
//   signing   otherwise a contract is changed: what the request leaves out stays
//   realised  something was put down, so that it can no longer be dropped
void set_social_return(const Call& call, domain::Contract& contract, const domain::Tender* tender,
                       const domain::Policy* in_force, bool signing, bool realised, std::vector<domain::Fault>& faults);

// Regions and codes as sentences list them.
std::string known_regions();

// Faults in the social return of a policy: members that cannot be read or contradict each other.
std::vector<domain::Fault> social_return_faults(const json::Value& request);

}  // namespace mvoi::operations
