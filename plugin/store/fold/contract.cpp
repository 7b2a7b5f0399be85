// SPDX-License-Identifier: EUPL-1.2
// Contracts and their milestones, as of the day of their entry. The column "renews" is the first day on which these
// dates hold no more by themselves, as table lapse is for explanations: what is asked about a later day is found by it
// and counted again, and everything else is taken as it stands.
#include "domain/contract/milestones.hpp"
#include "domain/phase.hpp"
#include "json/facts/form.hpp"
#include "store/fold/parts.hpp"

namespace mvoi::store::folding {
namespace {

using domain::Contract;
using domain::to_text;

std::optional<std::string> day_of(const std::optional<domain::contract::Reckoned>& sum) {
    return sum ? std::optional(to_text(sum->day)) : std::nullopt;
}

std::string names_of(const std::vector<domain::Supplier>& suppliers) {
    std::string names;
    for (const domain::Supplier& each : suppliers) names += (names.empty() ? "" : "; ") + each.name;
    return names;
}

// The steps of a milestone, where they lead to the day on which it stands; a day that an older library counted
// otherwise keeps no sum that is not its own.
std::optional<std::string> sum_of(const domain::contract::Course& course, const domain::Milestone& milestone) {
    const domain::contract::Reckoned* sum = sum_behind(course, milestone.code);
    if (!sum || sum->steps.empty() || milestone.date.first != sum->day) return std::nullopt;
    std::string text;
    json::Out out(text);
    out.list(sum->steps, [&](const domain::calendar::Step& step) { json::write_json(out, step); });
    return text;
}

void put(Connection& connection, const Contract& contract, const Entry& entry) {
    const auto course = course_of(contract, contract.as_of);
    std::optional<std::string> tender, option_by, renews, digest;
    if (!contract.tender.empty()) tender = contract.tender;
    if (course.option) option_by = to_text(course.option->decide_by.day);
    if (course.holds_until) renews = to_text(*course.holds_until);
    if (!contract.source_digest.empty()) digest = contract.source_digest;
    const std::string names = names_of(contract.suppliers), starts = to_text(contract.term.start);
    const auto ends = day_of(course.end), notice = day_of(course.notice);
    Query(connection, "contract_put")
        .with(entry.object_id)
        .with(entry.seq)
        .with(contract.id)
        .with(contract.revision)
        .with(contract.organisation)
        .with(contract.reference)
        .with(contract.title)
        .with(contract.kind)
        .with(names)
        .with(tender)
        .with(starts)
        .with(ends)
        .with(notice)
        .with(option_by)
        .with(renews)
        .with(entry.at)
        .with(digest)
        .with(contract.rules)
        .with(std::int64_t{course.end_unknown})
        .run();
    put_aliases(connection, contract.organisation, contract.reference, {}, entry.object_id);
    put_promises(connection, contract, entry.object_id);
    put_social_return(connection, contract, entry.object_id);
    for (const domain::Milestone& milestone : contract.milestones)
        put_milestone(connection, contract.organisation, entry.object_id, milestone, entry.at,
                      sum_of(course, milestone));
}

// As it stands in the tables now; nothing when it was just signed.
void take_away(Connection& connection, const Contract& contract, std::int64_t id) {
    std::int64_t seq = 0;
    {
        Query query(connection, "contract_place");
        if (!query.with(contract.id).step()) return;
        seq = query.integer(1);
    }
    const auto before = journal_entry(connection, seq);
    if (!before || !before->facts.contract) throw StoreError(Trouble::Damaged, "the entry of a contract is gone");
    Query(connection, "contract_delete").with(id).run();
    take_away_aliases(connection, contract.organisation, before->facts.contract->reference, {}, id);
    take_away_promises(connection, id);
    take_away_social_return(connection, contract, id);
    for (const domain::Milestone& milestone : before->facts.contract->milestones)
        take_away_milestone(connection, contract.organisation, id, milestone);
}

}  // namespace

std::int64_t contract_entry(Connection& connection, const std::string& uuid) {
    Query query(connection, "contract_place");
    return query.with(uuid).step() ? query.integer(1) : 0;
}

void fold_contract(Connection& connection, const Entry& entry) {
    const Contract& contract = *entry.facts.contract;
    take_away(connection, contract, entry.object_id);
    put(connection, contract, entry);
    put_checks(connection, contract, nullptr, entry);
}

}  // namespace mvoi::store::folding
