// SPDX-License-Identifier: EUPL-1.2
// review.ask, review.answer, review.condition: a case goes to those who must judge it, one after the other. Each
// answers once, about the dossier as it was frozen, and nobody about what is their own.
#include <algorithm>

#include "domain/decision/explain.hpp"
#include "domain/decision/wording.hpp"
#include "domain/phase.hpp"
#include "operations/current/by_itself.hpp"
#include "operations/review/dossier.hpp"
#include "operations/table.hpp"
#include "operations/uuid.hpp"
#include "render/answers/review_view.hpp"

namespace mvoi::operations {
namespace {

using domain::No;
using domain::Review;
using domain::ReviewState;

bool same_person(const std::string& one, const std::string& other) {
    return !one.empty() && domain::normalised(one) == domain::normalised(other);
}

bool says_something(const Call& call, const std::string& text) {
    return domain::says_something(text, call.rules().vocabulary("empty-phrases"));
}

void refuse_unless_open_for_review(const domain::Tender& tender) {
    if (!domain::is_before_publication(tender.phase) || tender.registration == domain::Registration::Withdrawn)
        refuse(No::Conflict, "/tender", "review.too-late", {{"value", tender.reference}});
}

// A second request needs something new: a change of the case.
void refuse_unless_new(const ReviewOf& latest, const domain::Tender& now) {
    const Review& review = latest.reviewed.review;
    if (!drift_since(latest.reviewed.frozen, now, review.drift).empty()) return;
    const char* rule = "review.open";
    if (state_of(review) == ReviewState::Rejected) rule = "review.unchanged";
    if (is_approved(review)) rule = "review.approved";
    refuse(No::Conflict, "/tender", rule,
           {{"value", review.id}, {"role", next_reviewer(review)}, {"role:as", "roles"}});
}

// Nobody judges their own: who asked, or who explained a theme away.
void refuse_own(const Call& call, const domain::gates::Reviewed& reviewed) {
    const std::string actor = call.actor();
    const bool asked = same_person(actor, reviewed.review.asked_by);
    const bool explained = std::any_of(reviewed.frozen.decisions.begin(), reviewed.frozen.decisions.end(),
                                       [&](const domain::Decision& decision) {
                                           const domain::Explained* given = domain::explanation_of(decision);
                                           return given && same_person(actor, given->author);
                                       });
    if (asked || explained)
        refuse(No::Blocked, "/actor", asked ? "review.own-request" : "review.own-explanation", {{"value", actor}});
    for (const domain::Verdict& verdict : reviewed.review.verdicts)
        if (same_person(actor, verdict.author))
            refuse(No::Blocked, "/actor", "review.answered-before",
                   {{"value", actor}, {"role", verdict.role}, {"role:as", "roles"}});
}

void refuse_unless_turn(const Call& call, const Review& review) {
    const std::string role = call.role(), next = next_reviewer(review);
    if (domain::stands_for(role, next)) return;
    const bool is_reviewer = std::any_of(review.reviewers.begin(), review.reviewers.end(),
                                         [&](const std::string& asked) { return domain::stands_for(role, asked); });
    const char* rule = role.empty() ? "review.role-needed" : is_reviewer ? "review.not-the-turn" : "review.no-reviewer";
    refuse(No::Blocked, "/role", rule,
           {{"value", role}, {"value:as", "roles"}, {"accepted", next}, {"accepted:as", "roles"}});
}

std::vector<domain::Condition> requested_conditions(const Call& call, const Review& review, const std::string& role) {
    const json::Value& request = call.request();
    std::vector<domain::Condition> conditions;
    for (const json::Value& text : request.list_or_empty("conditions")) {
        const std::string path = "/conditions/" + std::to_string(conditions.size());
        if (!says_something(call, *text.text()))
            refuse(No::Invalid, path, "review.text-empty", {{"value", *text.text()}});
        const int number = static_cast<int>(review.conditions.size() + conditions.size()) + 1;
        conditions.push_back({number, role, *text.text(), {}, {}, {}});
    }
    const bool on_conditions = request.text_or("verdict") == "akkoord-mits";
    if (on_conditions != !conditions.empty())
        refuse(No::Invalid, "/conditions", on_conditions ? "review.conditions-needed" : "review.conditions-not-with",
               {{"value", request.text_or("verdict")}, {"value:as", "verdicts"}});
    return conditions;
}

// One verdict; and for the steps right after it that are the same person's, the same: nobody clicks three times.
void add_verdicts(Review& review, const domain::Verdict& verdict, const domain::Tender& frozen) {
    review.verdicts.push_back(verdict);
    for (std::string next = next_reviewer(review); !next.empty(); next = next_reviewer(review)) {
        const auto person = frozen.people.find(next);
        if (person == frozen.people.end() || !same_person(person->second, verdict.author)) return;
        domain::Verdict again = verdict;
        again.role = next;
        review.verdicts.push_back(std::move(again));
    }
}

std::string review_answered(const Call& call, const Committed& committed) {
    const store::Entry& entry = committed.entry;
    const Review& review = *entry.facts.review;
    const bool asked_now = review.frozen_entry == 0;
    std::string text;
    json::Out out(text);
    out.object([&] {
        render::write_review(out,
                             {review, entry.facts.drifts, true, entry.seq, asked_now ? entry.seq : review.frozen_entry,
                              asked_now ? entry.hash : review.frozen_hash},
                             call.rules(), call.language());
    });
    return text;
}

// Work on a review: it gets the review with the case as it was frozen, changes the review and may refuse.
// Nobody answers what was not asked yet, nor meets a condition that was not set yet.
void refuse_before(const Call& call, const Review& review) {
    domain::Date first = review.asked_on;
    for (const domain::Verdict& each : review.verdicts) first = std::max(first, each.date);
    if (call.today() < first)
        refuse(No::Conflict, "/today", "review.before-asked",
               {{"value", domain::to_text(call.today())}, {"date", domain::to_text(first)}});
}

Committed change_review(const Call& call, const std::function<void(Review&, const domain::gates::Reviewed&)>& work) {
    return call.write([&](store::Connection& connection) {
        ReviewOf found = named_review(call, connection);
        Review review = found.reviewed.review;
        call.permit(call.store().policy_in_force(connection, review.organisation, call.today()).get());
        refuse_unless_seen(call.request(), review.revision, "review.revision");
        if (!found.latest) refuse(No::Conflict, "/review", "review.superseded", {{"value", review.id}});
        refuse_before(call, review);
        work(review, found.reviewed);
        ++review.revision;
        Draft draft;
        draft.object = "review:" + review.id;
        draft.object_id = found.id;
        draft.texts = std::move(found.texts);
        if (auto current = tender_by_uuid(call, connection, review.tender)) {
            see_lapsed(call, *current);
            draft.facts.drifts = drift_since(found.reviewed.frozen, current->tender, review.drift);
        }
        draft.facts.review = std::move(review);
        return draft;
    });
}

}  // namespace

std::string review_ask(const Call& call) {
    return review_answered(call, call.write([&](store::Connection& connection) {
        Current current = named_tender(call, connection);
        call.permit(current.in_force.get());
        refuse_unless_seen(call.request(), current.tender.revision, "tender.revision");
        if (has_lapsed(current.tender, call.today()))
            refuse(No::Conflict, "/tender", "tender.lapsed",
                   {{"value", current.tender.reference}, {"date", domain::to_text(*current.tender.lapses_on)}});
        refuse_unless_open_for_review(current.tender);
        reopen_if_lapsed(call, connection, current);
        const Surroundings around(call, connection, current);
        if (around.review()) refuse_unless_new(*around.review(), current.tender);

        Review review;
        review.id = new_uuid();
        review.revision = 1;
        review.organisation = current.tender.organisation;
        review.tender = current.tender.id;
        review.reference = current.tender.reference;
        review.tender_revision = current.tender.revision;
        review.board = call.request().text_or("board");
        review.text = call.request().text_or("text");
        review.asked_on = call.today();
        review.asked_by = call.actor();
        review.asked_role = call.role();
        review.meeting = next_meeting(current.in_force.get(), call.today());
        review.reviewers = reviewers_needed(current.tender, current.in_force.get(), call.today());
        if (review.reviewers.empty()) review.reviewers.emplace_back("tenderboard");
        review.drift = drift_rule_of(current.in_force.get());
        Draft draft;
        draft.object = "review:" + review.id;
        draft.facts.dossier = dossier_of(call, connection, current, current.tender, around);
        draft.facts.review = std::move(review);
        return draft;
    }));
}

std::string review_answer(const Call& call) {
    return review_answered(
        call, change_review(call, [&](Review& review, const domain::gates::Reviewed& reviewed) {
            if (state_of(review) != ReviewState::Open)
                refuse(No::Conflict, "/review", "review.answered",
                       {{"value", review.id},
                        {"current", std::string(code_of(state_of(review)))},
                        {"current:as", "verdicts"},
                        {"date", domain::to_text(review.verdicts.back().date)}});
            refuse_unless_turn(call, review);
            refuse_own(call, reviewed);
            const std::string verdict = call.request().text_or("verdict"), text = call.request().text_or("text");
            if (verdict == "afgewezen" && !says_something(call, text))
                refuse(No::Invalid, "/text", "review.text-needed", {{"value", text}});
            auto conditions = requested_conditions(call, review, call.role());
            review.conditions.insert(review.conditions.end(), conditions.begin(), conditions.end());
            add_verdicts(review, {call.role(), call.actor(), verdict, text, call.today()}, reviewed.frozen);
        }));
}

std::string review_condition(const Call& call) {
    return review_answered(
        call, change_review(call, [&](Review& review, const domain::gates::Reviewed&) {
            const std::int64_t number = call.request().integer_or("condition", 0);
            auto condition = std::find_if(review.conditions.begin(), review.conditions.end(),
                                          [&](const domain::Condition& each) { return each.number == number; });
            if (condition == review.conditions.end())
                refuse(No::NotFound, "/condition", "review.no-condition",
                       {{"value", std::to_string(number)}, {"accepted", std::to_string(review.conditions.size())}});
            if (condition->met_on)
                refuse(No::Conflict, "/condition", "review.condition-met",
                       {{"value", std::to_string(number)}, {"date", domain::to_text(*condition->met_on)}});
            if (!domain::stands_for(call.role(), condition->role))
                refuse(No::Blocked, "/role", "review.condition-of",
                       {{"value", call.role()},
                        {"value:as", "roles"},
                        {"accepted", condition->role},
                        {"accepted:as", "roles"}});
            const std::string text = call.request().text_or("text");
            if (!says_something(call, text)) refuse(No::Invalid, "/text", "review.text-empty", {{"value", text}});
            condition->met_on = call.today();
            condition->met_by = call.actor();
            condition->met_text = text;
        }));
}

}  // namespace mvoi::operations
