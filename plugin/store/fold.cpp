// SPDX-License-Identifier: EUPL-1.2
#include "store/fold.hpp"

#include <limits>

#include "domain/decision/decide.hpp"
#include "domain/phase.hpp"
#include "json/out.hpp"

namespace mvoi::store {
namespace {

using domain::Tender;
using domain::to_text;

// What a list shows of a tender: states by theme, and flags.
std::string outline(const Tender& tender) {
    std::string text;
    json::Out out(text);
    out.object([&] {
        out.object("themes", [&] {
            for (const domain::Decision& decision : tender.decisions)
                out.member(decision.theme, domain::code_of(domain::state_of(decision)));
        });
        out.list("flags", tender.flags, [&](const domain::Flag& flag) {
            out.object([&] {
                out.member("flag", flag.code);
                out.texts("themes", flag.themes);
                out.member("since", to_text(flag.since));
            });
        });
    });
    return text;
}

void put_theme(Connection& connection, const Tender& tender, std::int64_t id, const domain::Decision& decision) {
    std::optional<int> level;
    std::optional<std::string> reason;
    if (const auto* applied = std::get_if<domain::Applied>(&decision.choice)) level = applied->level;
    if (const auto* explained = std::get_if<domain::Explained>(&decision.choice)) reason = explained->reason;
    Query(connection, "theme_put")
        .with(tender.organisation)
        .with(decision.theme)
        .with(domain::code_of(domain::state_of(decision)))
        .with(id)
        .with(level)
        .with(reason)
        .run();
}

void put_milestone(Connection& connection, const Tender& tender, std::int64_t id, const domain::Milestone& milestone) {
    if (!milestone.date.first) return;  // unknown dates are in no calendar
    Query(connection, "calendar_put")
        .with(tender.organisation)
        .with(to_text(*milestone.date.first))
        .with(id)
        .with(milestone.code)
        .with(to_text(*milestone.date.last))
        .with(to_text(milestone.date))
        .with(code_of(milestone.date.certainty))
        .with(code_of(milestone.status))
        .with(milestone.sequence)
        .run();
}

// The statements bind views: texts made on the spot live until the end of the full expression, which runs them.
void put(Connection& connection, const Tender& tender, const Entry& entry) {
    const std::int64_t id = entry.object_id;
    const std::string started = to_text(tender.started_on), shown = outline(tender);
    std::optional<std::string> lapses, digest;
    if (tender.lapses_on) lapses = to_text(*tender.lapses_on);
    if (!tender.source_digest.empty()) digest = tender.source_digest;
    Query(connection, "tender_put")
        .with(id)
        .with(entry.seq)
        .with(tender.id)
        .with(tender.revision)
        .with(tender.organisation)
        .with(tender.reference)
        .with(tender.title)
        .with(tender.kind)
        .with(domain::code_of(tender.phase))
        .with(domain::code_of(tender.registration))
        .with(lapses)
        .with(started)
        .with(tender.ambition)
        .with(entry.at)
        .with(shown)
        .with(digest)
        .run();
    for (const domain::Decision& decision : tender.decisions) put_theme(connection, tender, id, decision);
    for (const domain::Flag& flag : tender.flags)
        Query(connection, "flag_put").with(tender.organisation).with(flag.code).with(id).run();
    for (const domain::Milestone& milestone : tender.milestones) put_milestone(connection, tender, id, milestone);
}

void take_away(Connection& connection, const Tender& tender, std::int64_t id) {
    Query(connection, "tender_delete").with(id).run();
    for (const domain::Decision& decision : tender.decisions)
        Query(connection, "theme_delete")
            .with(tender.organisation)
            .with(decision.theme)
            .with(domain::code_of(domain::state_of(decision)))
            .with(id)
            .run();
    for (const domain::Flag& flag : tender.flags)
        Query(connection, "flag_delete").with(tender.organisation).with(flag.code).with(id).run();
    for (const domain::Milestone& milestone : tender.milestones)
        if (milestone.date.first)
            Query(connection, "calendar_delete")
                .with(tender.organisation)
                .with(to_text(*milestone.date.first))
                .with(id)
                .with(milestone.code)
                .run();
}

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
    if (before) take_away(connection, *before, entry.object_id);
    put(connection, *entry.facts.tender, entry);
}

// A blacked-out text may stand in a table: the tender it belonged to is laid out again, as the journal now reads.
void fold_redaction(Connection& connection, const json::Redaction& redaction) {
    for (auto seq = redaction.entries.rbegin(); seq != redaction.entries.rend(); ++seq) {
        auto cited = journal_entry(connection, *seq);
        if (!cited || !cited->facts.tender) continue;
        auto current = journal_entry(connection, entry_of(connection, cited->facts.tender->id));
        if (!current) return;
        take_away(connection, *current->facts.tender, current->object_id);
        put(connection, *current->facts.tender, *current);
        return;
    }
}

}  // namespace

void fold(Connection& connection, const Entry& entry, const Tender* before) {
    if (!entry.request_id.empty()) Query(connection, "request_put").with(entry.request_id).with(entry.seq).run();
    if (entry.facts.policy) {
        const domain::Policy& policy = *entry.facts.policy;
        Query(connection, "policy_put")
            .with(entry.seq)
            .with(policy.id)
            .with(policy.organisation)
            .with(to_text(policy.valid_from))
            .run();
    }
    if (entry.facts.tender) fold_tender(connection, entry, before);
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
        for (const Entry& entry : entries) fold(connection, entry, nullptr);
        more = entries.size() == static_cast<std::size_t>(page);
        if (!entries.empty()) after = entries.back().seq;
        count += static_cast<std::int64_t>(entries.size());
    }
    return count;
}

}  // namespace mvoi::store
