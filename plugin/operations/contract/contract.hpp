// SPDX-License-Identifier: EUPL-1.2
// The common parts of the operations on a contract: finding one, and bringing one that renews itself to a day.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/planning/chain.hpp"
#include "operations/call.hpp"
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

// The calendar, routes and lead times that plans count with, under this policy.
domain::planning::Circumstances around_of(const domain::Policy* policy);
// Brings a contract to the day of the call, under the policy that was known when it was last drawn up: a later one
// counts from the next change on, so that no calendar sees two days under one number.
bool bring_on(const Call& call, store::Connection& connection, CurrentContract& current);

// Contracts of one transaction; the policy of an organisation is looked up once.
class CurrentContracts {
  public:
    CurrentContracts(const Call& call, store::Connection& connection) : call_(call), connection_(connection) {}
    // As its entry has it; and as it is on the day of the call.
    CurrentContract current(store::Placed placed);
    CurrentContract brought_on(store::Placed placed);

  private:
    const Call& call_;
    store::Connection& connection_;
    std::map<std::string, store::PolicyPointer> in_force_;
};

// The contract that a request names, by "contract" or by "organisation" and "reference"; refused when there is none.
CurrentContract named_contract(const Call& call, store::Connection& connection);
std::optional<CurrentContract> contract_by_reference(const Call& call, store::Connection& connection,
                                                     const std::string& organisation, const std::string& reference);
std::optional<CurrentContract> contract_by_uuid(const Call& call, store::Connection& connection,
                                                const std::string& uuid);
// The contracts that were signed from a tender, as they are on the day of the call.
std::vector<domain::Contract> contracts_of(const Call& call, store::Connection& connection, const std::string& tender);
// The criteria and offers of a tender as its contracts hold them.
struct Promised {
    std::vector<std::string> criteria;      // those that they hold a promise about
    std::vector<domain::Finding> weakened;  // about offers that they hold less of
};
// Nothing when the tender has no contract.
std::optional<Promised> promised_of(const Call& call, store::Connection& connection, const domain::Tender& tender);

// Contracts whose dates stopped being true by themselves, on the day of the call or before; of one organisation or of
// all. What they are by then, with the stamp that their entry would have: the first moment of the day they moved.
std::vector<CurrentContract> renewed_contracts(const Call& call, store::Connection& connection,
                                               const std::optional<std::string>& organisation, std::int64_t limit);

// Of a tender that names the contract it follows on: its end and day of notice are planned dates, where the tender has
// none yet. A contract that is not there, or is another organisation's, is a fault.
void follow_predecessor(const Call& call, store::Connection& connection, domain::Tender& tender,
                        std::vector<domain::Fault>& faults);

// The tender that a contract was signed from, as it is now; nothing when it comes from none.
std::optional<domain::Tender> tender_of(const Call& call, store::Connection& connection,
                                        const domain::Contract& contract);

// Title, kind, CPV, product group, sector and people of the tender a contract comes from.
void take_over(domain::Contract& contract, const domain::Tender& tender);

// Refused unless everything in a contract that is about to be established holds together. Throws Refusal with all that
// is wrong; `faults` is what reading the request already found.
void refuse_impossible(const domain::Contract& contract, std::vector<domain::Fault> faults);

// The contract as an answer shows it on the day of the call.
std::string contract_answer(const Call& call, store::Connection& connection, CurrentContract current);

// Journals, within a transaction that is already open, that contracts renewed themselves; gives what they are now.
std::vector<CurrentContract> journal_renewals(const Call& call, store::Connection& connection,
                                              const std::optional<std::string>& organisation, std::int64_t limit);

}  // namespace mvoi::operations
