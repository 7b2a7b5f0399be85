// SPDX-License-Identifier: EUPL-1.2
// tender.gate: what would be said if the tender went to another phase now. tender.advance: it goes.
#include "operations/tender/gate.hpp"

#include <algorithm>

#include "domain/phase.hpp"
#include "domain/words.hpp"
#include "operations/contract/contract.hpp"
#include "operations/table.hpp"
#include "operations/tender/reopen.hpp"
#include "render/answers/gate_view.hpp"

namespace mvoi::operations {
namespace {

std::string join(const std::vector<domain::Phase>& phases) {
    return domain::joined_or_dash(phases, [](domain::Phase phase) { return code_of(phase); });
}

void refuse_unless_next(domain::Phase from, domain::Phase to) {
    const auto next = domain::next_phases(from);
    if (std::find(next.begin(), next.end(), to) == next.end())
        refuse(
            domain::No::Conflict, "/to", "phase.not-next",
            {{"value", std::string(code_of(to))}, {"current", std::string(code_of(from))}, {"accepted", join(next)}});
}

}  // namespace

ReviewOf review_from(store::PlacedReview placed) {
    if (!placed.entry.facts.review || !placed.frozen.facts.dossier)
        throw store::StoreError(store::Trouble::Storage,
                                "the entry of a review does not hold it: " + std::to_string(placed.entry.seq));
    ReviewOf found{placed.place.id, placed.place.entry, placed.frozen_entry, placed.latest, {}, {}};
    found.texts = std::move(placed.entry.texts);
    found.reviewed = {std::move(*placed.entry.facts.review), std::move(placed.frozen.facts.dossier->tender)};
    // The entry that froze it could not name itself.
    found.reviewed.review.frozen_entry = placed.frozen_entry;
    found.reviewed.review.frozen_hash = placed.frozen.hash;
    return found;
}

std::optional<ReviewOf> latest_review(store::Connection& connection, const std::string& tender) {
    auto placed = store::latest_review_of(connection, tender);
    return placed ? std::optional(review_from(std::move(*placed))) : std::nullopt;
}

domain::gates::Gate gate_of(const Call& call, store::Connection& connection, const Current& current, domain::Phase to) {
    const auto review = latest_review(connection, current.tender.id);
    domain::gates::GateFacts facts = current.facts(call);
    facts.reviews_known = true;
    facts.reviewed = review ? &review->reviewed : nullptr;
    const auto promised = promised_of(call, connection, current.tender);
    facts.promised = promised ? &promised->criteria : nullptr;
    facts.weakened = promised ? &promised->weakened : nullptr;
    return gate_to(to, facts);
}

void refuse_blocked(const Call& call, const domain::gates::Gate& gate, const domain::Policy* policy) {
    std::vector<domain::Fault> faults;
    for (const domain::Finding& finding : gate.findings)
        if (finding.severity == domain::Severity::Error)
            faults.push_back({finding.member, "finding." + finding.rule,
                              render::words_shown(finding, call.rules(), policy, call.language())});
    domain::Refusal no(domain::No::Blocked, std::move(faults));
    no.gate = render::gate_json(gate, call.rules(), policy, call.language());
    throw no;
}

std::string tender_gate(const Call& call) {
    std::string answer;
    call.read([&](store::Connection& connection) {
        Current current = named_tender(call, connection);
        see_lapsed(call, current);
        const auto to = call.request().find("to") ? domain::phase_from(call.request().text_or("to"))
                                                  : domain::gates::usual_next(current.tender.phase);
        if (!to)
            refuse(domain::No::Conflict, "/tender", "phase.ended",
                   {{"value", call.rules().label("phases", code_of(current.tender.phase), call.language())}});
        refuse_unless_next(current.tender.phase, *to);
        const auto gate = gate_of(call, connection, current, *to);
        if (gate.passage == domain::gates::Passage::Blocked) refuse_blocked(call, gate, current.policy.get());
        answer = render::gate_answer(current.tender, gate, call.rules(), current.policy.get(), call.language());
    });
    return answer;
}

std::string tender_advance(const Call& call) {
    const domain::Phase to = domain::phase_from(call.request().text_or("to")).value();
    const std::string reason = call.request().text_or("reason");
    if (to == domain::Phase::Cancelled && reason.find_first_not_of(" \t\r\n") == std::string::npos)
        refuse(domain::No::Invalid, "/reason", "phase.reason-needed");
    const Committed committed = change_tender(
        call, [&](store::Connection& connection, Current& current, Draft& draft, std::vector<domain::Fault>&) {
            refuse_unless_next(current.tender.phase, to);
            draft.facts.gate = gate_of(call, connection, current, to);
            draft.stopped = draft.facts.gate->passage == domain::gates::Passage::Blocked;
            if (draft.stopped) return;
            current.tender.phase = to;
            current.tender.phase_reason = reason;
        });
    if (!committed.entry.facts.tender) refuse_blocked(call, *committed.entry.facts.gate, committed.policy.get());
    return answer_of(call, committed);
}

}  // namespace mvoi::operations
