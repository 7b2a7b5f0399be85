// SPDX-License-Identifier: EUPL-1.2
#include "operations/contract/contract.hpp"

#include "domain/contract/milestones.hpp"
#include "domain/contract/thread.hpp"
#include "domain/planning/follow_up.hpp"
#include "json/rules/calendar.hpp"
#include "json/rules/measure.hpp"
#include "json/rules/planning.hpp"

namespace mvoi::operations {
namespace {

using domain::Contract;

std::optional<CurrentContract> found(const Call& call, store::Connection& connection, store::Query& query) {
    if (!query.step()) return std::nullopt;
    return contract_of_entry(call, connection, query.integer(0), query.integer(1));
}

}  // namespace

domain::planning::Circumstances around_of(const domain::Policy* policy) {
    return {json::calendar_law(), json::planning_rules(), policy};
}

bool bring_on(const Call& call, store::Connection& connection, CurrentContract& current) {
    const Contract& contract = current.contract;
    const std::string day = domain::to_text(contract.as_of);
    std::string name;
    {
        store::Query query(connection, "policy_known");
        if (query.with(contract.organisation).with(day).with(current.entry).step()) name = query.text(0);
    }
    const auto policy = call.store().policy_named(connection, name);
    return advance(current.contract, call.today(), call.rules(), around_of(policy.get()));
}

CurrentContract contract_of_entry(const Call& call, store::Connection& connection, std::int64_t id, std::int64_t seq) {
    auto entry = store::journal_entry(connection, seq);
    if (!entry || !entry->facts.contract)
        throw store::StoreError(store::Trouble::Storage, "the entry of a contract is gone: " + std::to_string(seq));
    CurrentContract current{id, seq, entry->at, std::move(*entry->facts.contract), std::move(entry->texts), nullptr};
    current.in_force = call.store().policy_in_force(connection, current.contract.organisation, call.today());
    return current;
}

std::optional<CurrentContract> contract_by_reference(const Call& call, store::Connection& connection,
                                                     const std::string& organisation, const std::string& reference) {
    store::Query query(connection, "contract_by_reference");
    query.with(organisation).with(reference);
    return found(call, connection, query);
}

std::optional<CurrentContract> contract_by_uuid(const Call& call, store::Connection& connection,
                                                const std::string& uuid) {
    store::Query query(connection, "contract_by_uuid");
    query.with(uuid);
    return found(call, connection, query);
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
    std::vector<Contract> contracts;
    store::Query query(connection, "contracts_of_tender");
    query.with(tender);
    while (query.step()) {
        CurrentContract current = contract_of_entry(call, connection, query.integer(0), query.integer(1));
        bring_on(call, connection, current);
        contracts.push_back(std::move(current.contract));
    }
    return contracts;
}

std::optional<Promised> promised_of(const Call& call, store::Connection& connection, const domain::Tender& tender) {
    const auto contracts = contracts_of(call, connection, tender.id);
    if (contracts.empty()) return std::nullopt;
    return Promised{domain::contract::promised_criteria(contracts),
                    domain::contract::weakened_in(contracts, tender.decisions, json::units_of_measure(), call.rules())};
}

std::vector<CurrentContract> renewed_contracts(const Call& call, store::Connection& connection,
                                               const std::optional<std::string>& organisation, std::int64_t limit) {
    std::vector<CurrentContract> renewed;
    const std::string today = domain::to_text(call.today());
    store::Query query(connection, "contract_renewed");
    query.with(today).with(organisation).with(limit);
    while (query.step()) {
        CurrentContract current = contract_of_entry(call, connection, query.integer(0), query.integer(1));
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
