// SPDX-License-Identifier: EUPL-1.2
// Tenders as the register has them now.
#pragma once

#include <optional>

#include "domain/gates/rules.hpp"
#include "operations/current/policies.hpp"
#include "store/tables/tenders.hpp"

namespace mvoi::operations {

// A tender as the register has it now.
struct Current {
    std::int64_t id = 0;     // seq of its first entry
    std::int64_t entry = 0;  // seq of the entry that holds it
    std::string at;          // its stamp
    std::string hash;        // of that entry
    domain::Tender tender;
    store::SealedTexts texts;
    store::PolicyPointer policy;    // that was applied to it
    store::PolicyPointer in_force;  // of its organisation, on the day of the call

    // The facts that the rules look at, without reviews.
    domain::gates::GateFacts facts(const Call& call) const {
        return {tender, policy.get(), call.book(), call.today(), in_force.get()};
    }
};

// The tender that a request names, by "tender" or by "organisation" and "reference"; refused when there is none.
Current named_tender(const Call& call, store::Connection& connection);
std::optional<Current> tender_by_reference(const Call& call, store::Connection& connection,
                                           const std::string& organisation, const std::string& reference);
// By its reference, or by the number of a notice in which it was published.
bool is_named(const domain::Tender& tender, const std::string& reference);
std::optional<Current> tender_by_uuid(const Call& call, store::Connection& connection, const std::string& uuid);
Current tender_from(const Call& call, store::Connection& connection, store::Placed placed);
Current tender_from(Policies& policies, store::Placed placed);  // one of several

// The tender that a contract was signed from, as it is now; nothing when it comes from none.
std::optional<domain::Tender> tender_of(const Call& call, store::Connection& connection,
                                        const domain::Contract& contract);

// Raises the flags of a tender that was just changed, and revises its milestones.
//   applied  the policy that was applied to the tender; in_force  the one in force today
void judge(domain::Tender& tender, const domain::Policy* applied, const domain::Policy* in_force,
           const domain::RuleBook& book, domain::Date today);

}  // namespace mvoi::operations
