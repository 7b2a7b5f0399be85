// SPDX-License-Identifier: EUPL-1.2
#include "operations/current/contract.hpp"

#include "domain/contract/milestones.hpp"
#include "operations/current/named.hpp"
#include "store/tables/contracts.hpp"

namespace mvoi::operations {
namespace {

using domain::Contract;

constexpr std::string_view object_prefix = "contract:";

std::optional<CurrentContract> found(const Call& call, store::Connection& connection,
                                     std::optional<store::Placed> placed) {
    if (!placed) return std::nullopt;
    return CurrentContracts(call, connection).current(std::move(*placed));
}

}  // namespace

bool bring_on(const Call& call, store::Connection& connection, CurrentContract& current) {
    return CurrentContracts(call, connection).bring_on(current);
}

CurrentContract held_contract(store::Placed placed) {
    store::Entry& entry = placed.entry;
    if (!entry.facts.contract)
        throw store::StoreError(store::Trouble::Damaged,
                                "the entry of a contract does not hold it: " + std::to_string(entry.seq));
    return {placed.place.id,        entry.seq, std::move(entry.at), std::move(*entry.facts.contract),
            std::move(entry.texts), nullptr};
}

CurrentContract CurrentContracts::current(store::Placed placed) {
    CurrentContract current = held_contract(std::move(placed));
    current.in_force = policies_.in_force(current.contract.organisation);
    return current;
}

CurrentContract CurrentContracts::brought_on(store::Placed placed) {
    CurrentContract contract = current(std::move(placed));
    bring_on(contract);
    return contract;
}

bool CurrentContracts::bring_on(CurrentContract& current) {
    domain::Contract& contract = current.contract;
    if (!has_moved(contract, call_.today())) return false;
    const auto policy = policies_.known(contract.organisation, contract.as_of, current.entry);
    return advance(contract, call_.today(), call_.rules(), call_.book().circumstances(policy.get()));
}

std::optional<CurrentContract> contract_by_reference(const Call& call, store::Connection& connection,
                                                     const std::string& organisation, const std::string& reference) {
    return found(
        call, connection,
        placed_by_name(
            reference,
            [&](const std::string& name) { return store::contract_by_reference(connection, organisation, name); },
            [&](const std::string& name) { return store::contracts_by_alias(connection, organisation, name); },
            [](const store::Placed& each) { return each.entry.facts.contract.value().reference; }));
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
        (!reference.empty() && json::key_of(reference) != json::key_of(current->contract.reference)))
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

CurrentContract contract_established(const Call& call, store::Connection& connection, const Committed& committed) {
    const store::Entry& entry = committed.entry;
    if (!entry.facts.contract)
        return contract_by_uuid(call, connection, entry.object.substr(object_prefix.size())).value();
    CurrentContract current{entry.object_id, entry.seq, entry.at, *entry.facts.contract, {}, nullptr};
    current.in_force = call.store().policy_in_force(connection, current.contract.organisation, call.today());
    return current;
}

std::string under_contract(const Call& call, const ContractWork& work, const ContractAnswer& answer) {
    return call.write(
        [&](store::Connection& connection) {
            CurrentContract current = named_contract(call, connection);
            call.permit(current.in_force.get());
            Draft draft;
            draft.object = std::string(object_prefix) + current.contract.id;
            draft.object_id = current.id;
            work(connection, current, draft);
            draft.texts.merge(std::move(current.texts));
            if (!draft.facts.contract) draft.about = std::make_shared<const Contract>(std::move(current.contract));
            return draft;
        },
        [&](const Call& asked, store::Connection& connection, const Committed& committed) {
            return answer(asked, connection, contract_established(asked, connection, committed), committed);
        });
}

}  // namespace mvoi::operations
