// SPDX-License-Identifier: EUPL-1.2
#include "store/fold/fold.hpp"

#include "store/fold/kinds.hpp"
#include "store/fold/parts.hpp"

namespace mvoi::store {
namespace folding {
namespace {

// The entry that holds the tender with this number as the tables now have it; 0: none.
std::int64_t entry_of(Connection& connection, const std::string& uuid) {
    Query query(connection, "tender_place");
    return query.with(uuid).step() ? query.integer(1) : 0;
}

}  // namespace

void fold_policy(Connection& connection, const Entry& entry) {
    const domain::Policy& policy = *entry.facts.policy;
    const std::string valid_from = domain::to_text(policy.valid_from);
    Query(connection, "policy_put").with(entry.seq).with(policy.id).with(policy.organisation).with(valid_from).run();
    fold_catalogue(connection, policy, entry.seq);
}

void fold_tender(Connection& connection, const Entry& entry, const AtHand& at_hand) {
    const domain::Tender* before = at_hand.before;
    std::optional<Entry> earlier;
    if (!before && entry.object_id != entry.seq) {
        earlier = journal_entry(connection, entry_of(connection, entry.facts.tender->id));
        if (earlier) before = &*earlier->facts.tender;
    }
    lay_out(connection, before, entry);
    if (before) fold_drift(connection, *entry.facts.tender);
}

// A blacked-out text may stand in a table: the tender it belonged to is laid out again, as the journal now reads. And
// it is no longer compared: what is on the agenda for that text alone leaves it.
void fold_redaction(Connection& connection, const Entry& entry) {
    const json::Redaction& redaction = *entry.facts.redaction;
    for (auto seq = redaction.entries.rbegin(); seq != redaction.entries.rend(); ++seq) {
        auto cited = journal_entry(connection, *seq);
        if (!cited) continue;
        if (cited->facts.contract) {
            if (auto current = journal_entry(connection, contract_entry(connection, cited->facts.contract->id)))
                fold_contract(connection, *current);
            return;
        }
        if (!cited->facts.tender && !cited->facts.review) continue;
        const std::string tender = cited->facts.tender ? cited->facts.tender->id : cited->facts.review->tender;
        auto current = journal_entry(connection, entry_of(connection, tender));
        if (!current) return;
        if (cited->facts.tender) lay_out(connection, &*current->facts.tender, *current);
        fold_drift(connection, *current->facts.tender);
        return;
    }
}

namespace {

void fold_one(Connection& connection, const Entry& entry, const AtHand& at_hand) {
    for (const Kind& kind : kinds())
        if (kind.fold && kind.is_in(entry.facts)) kind.fold(connection, entry, at_hand);
    if (entry.request_id.empty()) return;
    const bool stopped = entry.facts.gate && !entry.facts.tender;
    const std::string own = entry.facts.policy ? entry.facts.policy->organisation : entry.organisation;
    Query(connection, "request_put")
        .with(entry.request_id)
        .with(entry.object_id)
        .with(own)
        .with(entry.seq)
        .with(stopped ? 1 : 0)
        .run();
}

void fold_head(Connection& connection, const Entry& last) {
    Query(connection, "head_put").with(last.seq).with(last.hash).run();
}

}  // namespace
}  // namespace folding

void fold(Connection& connection, const Entry& entry, const AtHand& at_hand) {
    folding::fold_one(connection, entry, at_hand);
    folding::fold_head(connection, entry);
}

std::int64_t fold_all(Connection& connection, const StopFlag& stop) {
    // A page at a time: folding changes tables, and a statement that is being read must not see that.
    constexpr std::int64_t page = 500;
    std::int64_t after = 0, count = 0;
    for (bool more = true; more;) {
        if (stop.load()) throw StoreError(Trouble::Interrupted, "interrupted");
        std::vector<Entry> entries;
        journal_walk(connection, after, page, std::nullopt,
                     [&](Entry&& entry) { entries.push_back(std::move(entry)); });
        for (const Entry& entry : entries) folding::fold_one(connection, entry, {});
        if (!entries.empty()) folding::fold_head(connection, entries.back());
        more = entries.size() == static_cast<std::size_t>(page);
        if (!entries.empty()) after = entries.back().seq;
        count += static_cast<std::int64_t>(entries.size());
    }
    return count;
}

}  // namespace mvoi::store
