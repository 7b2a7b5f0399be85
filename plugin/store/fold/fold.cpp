// SPDX-License-Identifier: EUPL-1.2
#include "store/fold/fold.hpp"

#include "store/fold/parts.hpp"

namespace mvoi::store {
namespace {

using namespace folding;
using domain::Tender;
using domain::to_text;

// The entry that holds the tender with this number as the tables now have it; 0: none.
std::int64_t entry_of(Connection& connection, const std::string& uuid) {
    Query query(connection, "tender_by_uuid");
    return query.with(uuid).step() ? query.integer(1) : 0;
}

void fold_tender(Connection& connection, const Entry& entry, const Tender* before) {
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
void fold_redaction(Connection& connection, const json::Redaction& redaction) {
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

}  // namespace

void fold(Connection& connection, const Entry& entry, const AtHand& at_hand) {
    if (!entry.request_id.empty()) Query(connection, "request_put").with(entry.request_id).with(entry.seq).run();
    if (entry.facts.policy) {
        const domain::Policy& policy = *entry.facts.policy;
        Query(connection, "policy_put")
            .with(entry.seq)
            .with(policy.id)
            .with(policy.organisation)
            .with(to_text(policy.valid_from))
            .run();
        fold_catalogue(connection, policy, entry.seq);
    }
    if (entry.facts.tender) fold_tender(connection, entry, at_hand.before);
    if (entry.facts.contract) fold_contract(connection, entry);
    if (entry.facts.observed) fold_observed(connection, entry, at_hand);
    if (entry.facts.rated) fold_rated(connection, entry);
    if (entry.facts.evidenced) fold_evidenced(connection, entry);
    if (entry.facts.realised) fold_realised(connection, entry);
    if (entry.facts.review) fold_review(connection, entry);
    if (entry.facts.redaction) fold_redaction(connection, *entry.facts.redaction);
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
        for (const Entry& entry : entries) fold(connection, entry, {});
        more = entries.size() == static_cast<std::size_t>(page);
        if (!entries.empty()) after = entries.back().seq;
        count += static_cast<std::int64_t>(entries.size());
    }
    return count;
}

}  // namespace mvoi::store
