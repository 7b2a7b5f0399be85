// SPDX-License-Identifier: EUPL-1.2
#include "operations/current/tender.hpp"

#include <algorithm>
#include "operations/current/named.hpp"

#include "domain/calendar/milestones.hpp"
#include "domain/decision/decide.hpp"
#include "domain/planning/records.hpp"
#include "domain/planning/tender_plan.hpp"

namespace mvoi::operations {

Current tender_from(Policies& policies, store::Placed placed) {
    store::Entry& entry = placed.entry;
    if (!entry.facts.tender)
        throw store::StoreError(store::Trouble::Damaged,
                                "the entry of a tender does not hold it: " + std::to_string(entry.seq));
    Current current{placed.place.id,
                    entry.seq,
                    std::move(entry.at),
                    std::move(entry.hash),
                    std::move(*entry.facts.tender),
                    std::move(entry.texts),
                    nullptr,
                    nullptr};
    current.policy = policies.named(current.tender.policy);
    current.in_force = policies.in_force(current.tender.organisation);
    return current;
}

Current tender_from(const Call& call, store::Connection& connection, store::Placed placed) {
    Policies policies(call, connection);
    return tender_from(policies, std::move(placed));
}

bool is_named(const domain::Tender& tender, const std::string& reference) {
    const std::string key = json::key_of(reference);
    return key == json::key_of(tender.reference) ||
           std::find(tender.aliases.begin(), tender.aliases.end(), key) != tender.aliases.end();
}

std::optional<Current> tender_by_reference(const Call& call, store::Connection& connection,
                                           const std::string& organisation, const std::string& reference) {
    auto placed = placed_by_name(
        reference, [&](const std::string& name) { return store::tender_by_reference(connection, organisation, name); },
        [&](const std::string& name) { return store::tenders_by_alias(connection, organisation, name); },
        [](const store::Placed& each) { return each.entry.facts.tender.value().reference; });
    return placed ? std::optional(tender_from(call, connection, std::move(*placed))) : std::nullopt;
}

std::optional<Current> tender_by_uuid(const Call& call, store::Connection& connection, const std::string& uuid) {
    auto placed = store::tender_by_uuid(connection, uuid);
    return placed ? std::optional(tender_from(call, connection, std::move(*placed))) : std::nullopt;
}

Current named_tender(const Call& call, store::Connection& connection) {
    const json::Value& request = call.request();
    const std::string uuid = request.text_or("tender");
    const std::string organisation = request.text_or("organisation"), reference = request.text_or("reference");
    if (uuid.empty()) {
        if (organisation.empty() || reference.empty()) refuse(domain::No::Invalid, "/tender", "tender.unnamed");
        if (auto found = tender_by_reference(call, connection, organisation, reference)) return std::move(*found);
        refuse(domain::No::NotFound, "/reference", "tender.not-found", {{"value", organisation + " " + reference}});
    }
    auto current = tender_by_uuid(call, connection, uuid);
    if (!current) refuse(domain::No::NotFound, "/tender", "tender.not-found", {{"value", uuid}});
    if ((!organisation.empty() && organisation != current->tender.organisation) ||
        (!reference.empty() && !is_named(current->tender, reference)))
        refuse(domain::No::Conflict, "/tender", "tender.other-reference",
               {{"value", current->tender.organisation + " " + current->tender.reference}});
    return std::move(*current);
}

std::optional<domain::Tender> tender_of(const Call& call, store::Connection& connection,
                                        const domain::Contract& contract) {
    auto found = contract.tender.empty() ? std::nullopt : tender_by_uuid(call, connection, contract.tender);
    return found ? std::optional(std::move(found->tender)) : std::nullopt;
}

// Milestones first: an option or a notice date ends explanations.
void judge(domain::Tender& tender, const domain::Policy* applied, const domain::Policy* in_force,
           const domain::RuleBook& book, domain::Date today) {
    tender.milestones = revise_milestones(tender.milestones, tender, book.rules, today,
                                          domain::planning::counted_from_records(tender, book.circumstances(applied)));
    tender.flags = flags_of(tender, applied, in_force, today);
    if (auto late = domain::planning::late_start(tender, book.circumstances(applied), today))
        tender.flags.push_back(std::move(*late));
}

}  // namespace mvoi::operations
