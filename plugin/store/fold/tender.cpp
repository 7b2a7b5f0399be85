// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "domain/calendar/milestones.hpp"
#include "domain/decision/decide.hpp"
#include "domain/decision/explain.hpp"
#include "domain/decision/precedents.hpp"
#include "domain/decision/wording.hpp"
#include "domain/phase.hpp"
#include "json/out.hpp"
#include "store/fold/parts.hpp"

namespace mvoi::store::folding {
namespace {

using domain::Tender;
using domain::to_text;

struct Wording {
    std::int64_t hash;
    std::string words;  // normalised
};
using Wordings = std::vector<std::optional<Wording>>;  // one per decision

// The words of an explanation that count for others; nothing when there is none, or its text was blacked out.
std::optional<Wording> wording_of(const Tender& tender, const domain::Decision& decision) {
    const domain::Explained* explained = domain::explanation_of(decision);
    if (!explained || !domain::is_precedent(tender) || domain::is_blacked_out(explained->text)) return std::nullopt;
    Wording wording{0, domain::normalised(explained->text)};
    wording.hash = domain::hash_of_normalised(wording.words);
    return wording;
}

// The part of a tender that a list shows, as JSON: states by theme, and flags.
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

void put_theme(Connection& connection, const Tender& tender, std::int64_t id, const domain::Decision& decision,
               const std::optional<Wording>& words) {
    std::optional<int> level;
    std::optional<std::string> reason;
    std::optional<std::int64_t> wording;
    if (words) wording = words->hash;
    if (const auto* applied = std::get_if<domain::Applied>(&decision.choice)) level = applied->level;
    if (const auto* explained = std::get_if<domain::Explained>(&decision.choice)) reason = explained->reason;
    Query(connection, "theme_put")
        .with(tender.organisation)
        .with(decision.theme)
        .with(domain::code_of(domain::state_of(decision)))
        .with(id)
        .with(level)
        .with(reason)
        .with(wording)
        .run();
}

// True when the row of a milestone stays as it is, stamp and all: calendars show it as they did.
bool stays(const Tender* before, const Tender& after, const domain::Milestone& milestone) {
    if (!before || milestone.revision == 0 || milestone.revision == after.revision) return false;
    const auto& old = before->milestones;
    return std::find(old.begin(), old.end(), milestone) != old.end();
}

void change_milestones(Connection& connection, const Tender* before, const Tender& after, const Entry& entry) {
    if (before)
        for (const domain::Milestone& milestone : before->milestones)
            if (std::find(after.milestones.begin(), after.milestones.end(), milestone) == after.milestones.end() ||
                !stays(before, after, milestone))
                take_away_milestone(connection, before->organisation, entry.object_id, milestone);
    for (const domain::Milestone& milestone : after.milestones)
        if (!stays(before, after, milestone))
            put_milestone(connection, after.organisation, entry.object_id, milestone, entry.at);
}

void put_flag(Connection& connection, const Tender& tender, std::int64_t id, const domain::Flag& flag) {
    std::optional<std::string> since;
    if (domain::begins_by_itself(flag)) since = to_text(flag.since);
    Query(connection, "flag_put").with(tender.organisation).with(flag.code).with(id).with(since).run();
}

// The hashes under which the explanations of a tender were kept: by the table, as texts may have been blacked out.
std::multiset<std::int64_t> stored_wordings(Connection& connection, const Tender& tender, std::int64_t id) {
    std::multiset<std::int64_t> hashes;
    for (const domain::Decision& decision : tender.decisions) {
        if (!domain::explanation_of(decision)) continue;
        Query query(connection, "theme_wording");
        query.with(tender.organisation).with(decision.theme).with(domain::code_of(domain::state_of(decision))).with(id);
        if (query.step() && !query.is_null(0)) hashes.insert(query.integer(0));
    }
    return hashes;
}

// Only what changed: most changes of a tender leave its decisions as they were.
void change_wordings(Connection& connection, const std::string& organisation, std::multiset<std::int64_t> before,
                     const Wordings& after) {
    for (const auto& wording : after) {
        if (!wording) continue;
        if (auto same = before.find(wording->hash); same != before.end())
            before.erase(same);
        else
            remember_wording(connection, organisation, wording->hash, wording->words);
    }
    for (const std::int64_t hash : before) forget_wording(connection, organisation, hash);
}

void change_precedents(Connection& connection, const Tender* before, const Tender& after) {
    std::vector<domain::Precedent> were, are = domain::precedents_in(after);
    if (before) were = domain::precedents_in(*before);
    for (const domain::Precedent& precedent : were)
        if (auto same = std::find(are.begin(), are.end(), precedent); same != are.end())
            are.erase(same);
        else
            forget(connection, after.organisation, precedent);
    for (const domain::Precedent& precedent : are) remember(connection, after.organisation, precedent);
}

// The statements bind views: texts made on the spot live until the end of the full expression, which runs them.
void put(Connection& connection, const Tender& tender, const Entry& entry, const Wordings& wordings) {
    const std::int64_t id = entry.object_id;
    const std::string started = to_text(tender.started_on), shown = outline(tender);
    std::optional<std::string> lapses, digest, predecessor, planned_by;
    if (tender.plan) planned_by = tender.plan->rules;
    if (!tender.predecessor.empty()) predecessor = tender.predecessor;
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
        .with(predecessor)
        .with(planned_by)
        .run();
    for (std::size_t i = 0; i < tender.decisions.size(); ++i)
        put_theme(connection, tender, id, tender.decisions[i], wordings[i]);
    for (const domain::Flag& flag : domain::open_flags(tender)) put_flag(connection, tender, id, flag);
    put_lapses(connection, tender, id);
    put_aliases(connection, tender.organisation, tender.reference, tender.aliases, id);
}

void take_away(Connection& connection, const Tender& tender, std::int64_t id) {
    Query(connection, "tender_delete").with(id).run();
    take_away_lapses(connection, tender, id);
    take_away_aliases(connection, tender.organisation, tender.reference, tender.aliases, id);
    for (const domain::Decision& decision : tender.decisions)
        Query(connection, "theme_delete")
            .with(tender.organisation)
            .with(decision.theme)
            .with(domain::code_of(domain::state_of(decision)))
            .with(id)
            .run();
    for (const domain::Flag& flag : domain::open_flags(tender))
        Query(connection, "flag_delete").with(tender.organisation).with(flag.code).with(id).run();
}

}  // namespace

void lay_out(Connection& connection, const Tender* before, const Entry& entry) {
    const Tender& tender = *entry.facts.tender;
    Wordings wordings;
    for (const domain::Decision& decision : tender.decisions) wordings.push_back(wording_of(tender, decision));
    std::multiset<std::int64_t> stored;
    if (before) {
        stored = stored_wordings(connection, *before, entry.object_id);
        take_away(connection, *before, entry.object_id);
    }
    put(connection, tender, entry, wordings);
    change_milestones(connection, before, tender, entry);
    change_wordings(connection, tender.organisation, std::move(stored), wordings);
    change_precedents(connection, before, tender);
}

}  // namespace mvoi::store::folding
