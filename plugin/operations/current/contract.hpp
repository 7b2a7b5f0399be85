// SPDX-License-Identifier: EUPL-1.2
// Contracts as the register has them now, and as they are on the day of the call.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "operations/current/policies.hpp"
#include "store/tables/place.hpp"

namespace mvoi::operations {

// A contract as the register has it now.
struct CurrentContract {
    std::int64_t id = 0;     // seq of its first entry
    std::int64_t entry = 0;  // seq of the entry that holds it
    std::string at;          // stamp of that entry
    domain::Contract contract;
    store::SealedTexts texts;
    store::PolicyPointer in_force;  // of its organisation, on the day of the call
};

// Brings a contract to the day of the call, under the policy that was known when it was last drawn up: a later one
// counts from the next change on, so that no calendar sees two days under one number.
bool bring_on(const Call& call, store::Connection& connection, CurrentContract& current);

// The contract that an entry holds, without the policy that is in force.
CurrentContract held_contract(store::Placed placed);

// Contracts of one transaction.
class CurrentContracts {
  public:
    CurrentContracts(const Call& call, store::Connection& connection) : call_(call), policies_(call, connection) {}
    // As its entry has it; and as it is on the day of the call.
    CurrentContract current(store::Placed placed);
    CurrentContract brought_on(store::Placed placed);
    // False: it had not moved.
    bool bring_on(CurrentContract& current);

  private:
    const Call& call_;
    Policies policies_;
};

// The contract that a request names, by "contract" or by "organisation" and "reference"; refused when there is none.
CurrentContract named_contract(const Call& call, store::Connection& connection);
std::optional<CurrentContract> contract_by_reference(const Call& call, store::Connection& connection,
                                                     const std::string& organisation, const std::string& reference);
std::optional<CurrentContract> contract_by_uuid(const Call& call, store::Connection& connection,
                                                const std::string& uuid);
// The contracts that were signed from a tender, as they are on the day of the call.
std::vector<domain::Contract> contracts_of(const Call& call, store::Connection& connection, const std::string& tender);

// Work under a contract of the register: it gets the contract as it is now and drafts what is established under it.
using ContractWork = std::function<void(store::Connection& connection, CurrentContract& current, Draft& draft)>;
// The answer about a contract under which something was just established: the contract as it is then.
using ContractAnswer = std::function<std::string(const Call& call, store::Connection& connection,
                                                 const CurrentContract& current, const Committed& committed)>;
// Does the work under the contract that a request names. Permission, object, texts and journal are done here.
std::string under_contract(const Call& call, const ContractWork& work, const ContractAnswer& answer);
// The contract that an entry established, or is about, at the moment of that entry.
CurrentContract contract_established(const Call& call, store::Connection& connection, const Committed& committed);

}  // namespace mvoi::operations
