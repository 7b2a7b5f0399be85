// SPDX-License-Identifier: EUPL-1.2
// Reviews, and which of them are on the agenda: those without an answer, and those that drifted since approval.
#include "domain/review/review.hpp"
#include "domain/phase.hpp"
#include "store/fold/parts.hpp"

namespace mvoi::store::folding {
namespace {

using domain::to_text;

std::optional<domain::Tender> tender_now(Connection& connection, const std::string& uuid) {
    std::int64_t seq = 0;
    {
        Query query(connection, "tender_place");
        if (!query.with(uuid).step()) return std::nullopt;
        seq = query.integer(1);
    }
    auto entry = journal_entry(connection, seq);
    return entry ? entry->facts.tender : std::nullopt;
}

std::optional<domain::Tender> frozen_tender(Connection& connection, std::int64_t seq) {
    auto entry = journal_entry(connection, seq);
    if (!entry || !entry->facts.dossier) return std::nullopt;
    return std::move(entry->facts.dossier->tender);
}

bool on_agenda(const domain::Review& review, const domain::Tender& frozen, const domain::Tender& now) {
    if (!domain::is_before_publication(now.phase) || now.registration == domain::Registration::Withdrawn) return false;
    if (domain::state_of(review) == domain::ReviewState::Open) return true;
    return domain::is_approved(review) && domain::any_on_agenda(domain::drift_since(frozen, now, review.drift));
}

}  // namespace

void fold_review(Connection& connection, const Entry& entry) {
    const domain::Review& review = *entry.facts.review;
    const bool asked_now = entry.object_id == entry.seq;
    bool latest = true;
    if (asked_now) {
        Query(connection, "review_supersede").with(review.tender).with(entry.at).run();
    } else {
        Query query(connection, "review_place");
        latest = query.with(review.id).step() && query.integer(2) == 1;
    }
    const std::int64_t frozen_entry = asked_now ? entry.seq : review.frozen_entry;
    const auto frozen =
        asked_now ? std::optional(entry.facts.dossier->tender) : frozen_tender(connection, frozen_entry);
    const auto now = tender_now(connection, review.tender);
    const bool agenda = latest && frozen && now && on_agenda(review, *frozen, *now);
    std::optional<std::string> next, meeting;
    if (const std::string role = domain::next_reviewer(review); !role.empty()) next = role;
    if (review.meeting) meeting = to_text(*review.meeting);
    if (!asked_now) Query(connection, "review_delete").with(entry.object_id).run();
    Query(connection, "review_put")
        .with(entry.object_id)
        .with(entry.seq)
        .with(review.id)
        .with(review.organisation)
        .with(review.tender)
        .with(domain::code_of(domain::state_of(review)))
        .with(next)
        .with(to_text(review.asked_on))
        .with(meeting)
        .with(frozen_entry)
        .with(latest ? 1 : 0)
        .with(agenda ? 1 : 0)
        .with(review.revision - (latest ? 1 : 0))  // to be submitted again counts as a change
        .with(entry.at)
        .run();
    const bool decided_now =
        entry.operation == "review.answer" && domain::state_of(review) != domain::ReviewState::Open;
    if (decided_now && frozen)
        for (const domain::Precedent& precedent :
             domain::precedents_in(*frozen, domain::code_of(domain::state_of(review))))
            remember(connection, review.organisation, precedent);
}

void fold_drift(Connection& connection, const domain::Tender& tender) {
    std::int64_t id = 0, seq = 0, frozen_seq = 0;
    {
        Query query(connection, "review_of_tender");
        if (!query.with(tender.id).step()) return;
        id = query.integer(0);
        seq = query.integer(1);
        frozen_seq = query.integer(2);
    }
    const auto entry = journal_entry(connection, seq);
    const auto frozen = frozen_tender(connection, frozen_seq);
    if (!entry || !entry->facts.review || !frozen) return;
    Query(connection, "review_agenda").with(id).with(on_agenda(*entry->facts.review, *frozen, tender) ? 1 : 0).run();
}

}  // namespace mvoi::store::folding
