// SPDX-License-Identifier: EUPL-1.2
#include "operations/current/surroundings.hpp"

#include "domain/contract/signing.hpp"
#include "domain/contract/thread.hpp"

namespace mvoi::operations {

Surroundings::Surroundings(const Call& call, store::Connection& connection, const Current& current)
    : call_(call),
      current_(current),
      review_(latest_review(connection, current.tender.id)),
      contracts_(contracts_of(call, connection, current.tender.id)),
      promised_(domain::contract::promised_criteria(contracts_)),
      weakened_(domain::contract::weakened_in(contracts_, current.tender.decisions, call.book().units, call.rules())) {}

domain::gates::GateFacts Surroundings::facts() const {
    domain::gates::GateFacts facts = current_.facts(call_);
    facts.reviews_known = true;
    facts.reviewed = review_ ? &review_->reviewed : nullptr;
    facts.contracts_known = true;
    if (!contracts_.empty()) facts.promised = &promised_;
    facts.weakened = &weakened_;
    facts.lots_without = domain::contract::lots_without(current_.tender, contracts_);
    return facts;
}

}  // namespace mvoi::operations
