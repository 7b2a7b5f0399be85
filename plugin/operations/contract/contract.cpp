// SPDX-License-Identifier: EUPL-1.2
#include "operations/contract/contract.hpp"

#include "domain/contract/milestones.hpp"
#include "domain/planning/follow_up.hpp"
#include "store/tables/contracts.hpp"
#include "store/tables/policies.hpp"

namespace mvoi::operations {
namespace {

using domain::Contract;

std::optional<CurrentContract> found(const Call& call, store::Connection& connection,
                                     std::optional<store::Placed> placed) {
    if (!placed) return std::nullopt;
    return CurrentContracts(call, connection).current(std::move(*placed));
}

}  // namespace

bool bring_on(const Call& call, store::Connection& connection, CurrentContract& current) {
    const Contract& contract = current.contract;
    if (!has_moved(contract, call.today())) return false;
    const auto policy = call.store().policy_named(
        connection, store::policy_known(connection, contract.organisation, contract.as_of, current.entry));
    return advance(current.contract, call.today(), call.rules(), call.book().circumstances(policy.get()));
}

CurrentContract CurrentContracts::current(store::Placed placed) {
    store::Entry& entry = placed.entry;
    if (!entry.facts.contract)
        throw store::StoreError(store::Trouble::Storage,
                                "the entry of a contract does not hold it: " + std::to_string(entry.seq));
    CurrentContract current{placed.place.id,        entry.seq, std::move(entry.at), std::move(*entry.facts.contract),
                            std::move(entry.texts), nullptr};
    auto [policy, is_new] = in_force_.try_emplace(current.contract.organisation);
    if (is_new) policy->second = call_.store().policy_in_force(connection_, policy->first, call_.today());
    current.in_force = policy->second;
    return current;
}

CurrentContract CurrentContracts::brought_on(store::Placed placed) {
    CurrentContract contract = current(std::move(placed));
    bring_on(call_, connection_, contract);
    return contract;
}

std::optional<CurrentContract> contract_by_reference(const Call& call, store::Connection& connection,
                                                     const std::string& organisation, const std::string& reference) {
    return found(call, connection, store::contract_by_reference(connection, organisation, reference));
}

std::optional<CurrentContract> contract_by_uuid(const Call& call, store::Connection& connection,
                                                const std::string& uuid) {
    return found(call, connection, store::contract_by_uuid(connection, uuid));
}

CurrentContract named_contract(const Call& call, store::Connection& connection) {
    const json::Value& request = call.request();
    const std::string uuid = request.text_or("contract");
    const std::string organisation = request.text_or("organisation"), reference = request.text_or("reference");
    if (uuid.empty()) {
        if (organisation.empty() || reference.empty()) refuse(domain::No::Invalid, "/contract", "contract.unnamed");
        if (auto current = contract_by_reference(call, connection, organisation, reference)) return std::move(*current);
        refuse(domain::No::NotFound, "/reference", "contract.not-found", {{"value", organisation + " " + reference}});
    }
    auto current = contract_by_uuid(call, connection, uuid);
    if (!current) refuse(domain::No::NotFound, "/contract", "contract.not-found", {{"value", uuid}});
    if ((!organisation.empty() && organisation != current->contract.organisation) ||
        (!reference.empty() && reference != current->contract.reference))
        refuse(domain::No::Conflict, "/contract", "contract.other-reference",
               {{"value", current->contract.organisation + " " + current->contract.reference}});
    return std::move(*current);
}

std::vector<Contract> contracts_of(const Call& call, store::Connection& connection, const std::string& tender) {
    CurrentContracts contracts(call, connection);
    std::vector<Contract> all;
    for (store::Placed& each : store::contracts_of_tender(connection, tender))
        all.push_back(contracts.brought_on(std::move(each)).contract);
    return all;
}

std::vector<CurrentContract> renewed_contracts(const Call& call, store::Connection& connection,
                                               const std::optional<std::string>& organisation, std::int64_t limit) {
    CurrentContracts contracts(call, connection);
    std::vector<CurrentContract> renewed;
    for (store::Placed& each : store::contracts_renewed(connection, call.today(), organisation, limit)) {
        CurrentContract current = contracts.current(std::move(each));
        const auto moved_on = course_of(current.contract, call.today()).renewed_on;
        if (!bring_on(call, connection, current)) continue;
        if (moved_on) current.at = std::max(current.at, domain::to_text(*moved_on) + "T00:00:00Z");
        renewed.push_back(std::move(current));
    }
    return renewed;
}

void follow_predecessor(const Call& call, store::Connection& connection, domain::Tender& tender,
                        std::vector<domain::Fault>& faults) {
    if (tender.predecessor.empty()) return;
    const auto before = contract_by_uuid(call, connection, tender.predecessor);
    if (!before || before->contract.organisation != tender.organisation) {
        faults.push_back({"/predecessor", "tender.no-predecessor", {{"value", tender.predecessor}}});
        return;
    }
    const auto course = course_of(before->contract, call.today());
    if (const auto running = domain::planning::running(before->contract.term, course))
        domain::planning::follow(*running, tender);
}

void refuse_impossible(const Contract& contract, std::vector<domain::Fault> faults) {
    for (domain::Fault& fault : domain::contract::faults_of(contract.term)) {
        fault.path.insert(0, "/term");
        faults.push_back(std::move(fault));
    }
    // On the day before: it never began.
    if (contract.ended && contract.ended->on < contract.term.start - boost::gregorian::days(1))
        faults.push_back(
            {"/ended/on",
             "term.ended-before-start",
             {{"value", domain::to_text(contract.ended->on)}, {"start", domain::to_text(contract.term.start)}}});
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
}

}  // namespace mvoi::operations
