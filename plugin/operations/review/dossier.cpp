// SPDX-License-Identifier: EUPL-1.2
// review.dossier: one case on one page, as the board saw it or as it is today.
#include "operations/review/dossier.hpp"

#include <algorithm>
#include <limits>

#include "domain/decision/decide.hpp"
#include "domain/decision/explain.hpp"
#include "json/facts/form.hpp"
#include "operations/current/by_itself.hpp"
#include "operations/table.hpp"
#include "operations/tender/memory.hpp"
#include "render/answers/review_view.hpp"
#include "render/dossier/dossier_page.hpp"

namespace mvoi::operations {
namespace {

constexpr std::size_t history_shown = 50;

void add_history(store::Connection& connection, std::int64_t object_id, std::vector<domain::HistoryLine>& history) {
    store::journal_walk(connection, 0, std::numeric_limits<std::int64_t>::max(), object_id, [&](store::Entry&& entry) {
        history.push_back({entry.seq, entry.at, entry.operation, entry.actor, entry.role});
    });
}

std::vector<domain::Finding> dossier_findings(const domain::gates::GateFacts& facts) {
    const auto to = domain::gates::usual_next(facts.tender.phase);
    return to ? domain::gates::gate_to(*to, facts).findings : domain::gates::findings_of(facts);
}

struct Shown {
    domain::Dossier dossier;
    std::int64_t entry = 0;
    std::string hash;
    std::optional<domain::Review> review;
    std::vector<domain::Drift> drifts;
    bool latest = true;
    std::int64_t review_entry = 0;
};

Shown frozen_dossier(const Call& call, store::Connection& connection) {
    ReviewOf review = named_review(call, connection);
    auto entry = store::journal_entry(connection, review.frozen_entry);
    Shown shown{
        std::move(*entry->facts.dossier), review.frozen_entry, entry->hash, {}, {}, review.latest, review.entry};
    auto current = tender_by_uuid(call, connection, review.reviewed.review.tender);
    if (current) {
        see_lapsed(call, *current);
        shown.drifts = drift_since(review.reviewed.frozen, current->tender, review.reviewed.review.drift);
    }
    shown.review = std::move(review.reviewed.review);
    return shown;
}

Shown living_dossier(const Call& call, store::Connection& connection) {
    Current current = named_tender(call, connection);
    const domain::Tender kept = current.tender;
    see_lapsed(call, current);
    Shown shown;
    shown.dossier = dossier_of(call, connection, current, kept, Surroundings(call, connection, current));
    shown.entry = current.entry;
    shown.hash = current.hash;
    return shown;
}

// For people the clock of the organisation; the journal, and a dossier as it was submitted, have UTC.
domain::Dossier by_the_clock(const Call& call, domain::Dossier dossier) {
    for (domain::HistoryLine& line : dossier.history) line.at = store::clock_in(call.time_zone(), line.at);
    return dossier;
}

std::string answer_of(const Call& call, const Shown& shown, bool as_html) {
    std::string text;
    json::Out out(text);
    out.object([&] {
        out.member("contentType", as_html ? "text/html; charset=utf-8" : "application/json");
        out.member("tender", shown.dossier.tender.id);
        out.member("reference", shown.dossier.tender.reference);
        out.member("frozen", shown.review.has_value());
        out.member("entry", shown.entry);
        out.member("hash", shown.hash);
        if (shown.review)
            out.object("review", [&] {
                render::write_review(
                    out, {*shown.review, shown.drifts, shown.latest, shown.review_entry, shown.entry, shown.hash},
                    call.rules(), call.language());
            });
        if (as_html) {
            out.member("body", render::dossier_html(
                                   by_the_clock(call, shown.dossier),
                                   {call.book(), call.language(), shown.entry, shown.hash, shown.review.has_value(),
                                    shown.review ? &*shown.review : nullptr, shown.review ? &shown.drifts : nullptr}));
        } else {
            out.name("dossier");
            json::write_json(out, shown.dossier);
        }
    });
    return text;
}

}  // namespace

domain::Dossier dossier_of(const Call& call, store::Connection& connection, const Current& current,
                           const domain::Tender& kept, const Surroundings& around) {
    domain::Dossier dossier;
    dossier.tender = current.tender;
    dossier.tender_entry = current.entry;
    dossier.tender_hash = current.hash;
    dossier.today = call.today();
    if (current.in_force) dossier.gate_mode = current.in_force->gate_mode;
    if (current.policy) dossier.own_themes = current.policy->themes;
    dossier.findings = dossier_findings(around.facts());
    const domain::Review* review = around.review() ? &around.review()->reviewed.review : nullptr;
    const OwnPart own = own_part(connection, kept);
    for (const domain::Decision& decision : current.tender.decisions) {
        if (auto level = policy_level(current.policy.get(), decision.theme, current.tender.product_group))
            dossier.wanted_levels[decision.theme] = *level;
        dossier.precedents.push_back(precedents_for(connection, current.tender, decision, own));
        if (const domain::Explained* explained = domain::explanation_of(decision))
            dossier.strengths.push_back(domain::strength_of(
                {current.tender, decision.theme, *explained, dossier.precedents.back(), call.rules(),
                 current.policy.get(), current.in_force.get(), review, call.today()}));
    }
    add_history(connection, current.id, dossier.history);
    for (store::PlacedReview& each : store::reviews_of(connection, current.tender.id)) {
        ReviewOf held = review_from(std::move(each));
        dossier.reviews.push_back(std::move(held.reviewed.review));
        add_history(connection, held.id, dossier.history);
    }
    std::sort(dossier.history.begin(), dossier.history.end(),
              [](const auto& a, const auto& b) { return a.entry > b.entry; });
    if (dossier.history.size() > history_shown) dossier.history.resize(history_shown);
    return dossier;
}

std::string review_dossier(const Call& call) {
    const bool as_html = call.request().text_or("format") == "html";
    const bool frozen = call.request().find("review") != nullptr;
    std::string answer;
    call.read([&](store::Connection& connection) {
        answer = answer_of(call, frozen ? frozen_dossier(call, connection) : living_dossier(call, connection), as_html);
    });
    return answer;
}

}  // namespace mvoi::operations
