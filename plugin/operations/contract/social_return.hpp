// SPDX-License-Identifier: EUPL-1.2
// The social return that is agreed in a contract, or laid down in a policy.
#pragma once

#include "operations/social_return/social_return.hpp"

namespace mvoi::operations {

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

// Faults in the social return of a policy: members that cannot be read or contradict each other.
std::vector<domain::Fault> social_return_faults(const json::Value& request, const domain::RuleBook& book);

}  // namespace mvoi::operations
