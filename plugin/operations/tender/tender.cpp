// SPDX-License-Identifier: EUPL-1.2
#include "operations/tender/tender.hpp"

#include <chrono>
#include <string_view>

#include "domain/calendar/milestones.hpp"
#include "domain/decision/explain.hpp"
#include "domain/planning/tender_plan.hpp"
#include "json/requests/tender.hpp"
#include "json/rules/calendar.hpp"
#include "json/rules/planning.hpp"
#include "operations/tender/reopen.hpp"
#include "render/answers/tender_view.hpp"
#include "store/seal.hpp"

namespace mvoi::operations {
namespace {

using domain::Tender;

void refuse_if_gone(const Tender& tender, domain::Date today) {
    if (tender.registration == domain::Registration::Withdrawn)
        refuse(domain::No::Conflict, "/tender", "tender.withdrawn", {{"value", tender.id}});
    if (has_lapsed(tender, today))
        refuse(domain::No::Conflict, "/tender", "tender.lapsed",
               {{"value", tender.id}, {"date", domain::to_text(*tender.lapses_on)}});
}

}  // namespace

// Milestones first: an option or a notice date ends explanations.
void judge(Tender& tender, const domain::Policy* applied, const domain::Policy* in_force, const domain::Rules& rules,
           domain::Date today) {
    tender.milestones = revise_milestones(tender.milestones, tender, rules, today);
    tender.flags = flags_of(tender, applied, in_force, today);
    const domain::planning::Circumstances around{json::calendar_law(), json::planning_rules(), applied};
    if (auto late = domain::planning::late_start(tender, around, today)) tender.flags.push_back(std::move(*late));
}

// A UUID of version 7 (RFC 9562): it grows with time, so that a new tender is added at the end of an index instead of
// somewhere in the middle of it.
std::string new_uuid() {
    static constexpr std::string_view digits = "0123456789abcdef", variants = "89ab";
    std::string text = store::random_hex(16);
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto ms = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
    for (std::size_t i = 0; i < 12; ++i) text[i] = digits[(ms >> (44 - 4 * i)) & 15];
    text[12] = '7';
    text[16] = variants[digits.find(text[16]) & 3];
    for (const std::size_t dash : {8U, 13U, 18U, 23U}) text.insert(dash, 1, '-');
    return text;
}

Current tender_from(const Call& call, store::Connection& connection, store::Placed placed) {
    store::Entry& entry = placed.entry;
    if (!entry.facts.tender)
        throw store::StoreError(store::Trouble::Storage,
                                "the entry of a tender does not hold it: " + std::to_string(entry.seq));
    Current current{
        placed.place.id, entry.seq, std::move(entry.hash), std::move(*entry.facts.tender), std::move(entry.texts),
        nullptr,         nullptr};
    current.policy = call.store().policy_named(connection, current.tender.policy);
    current.in_force = call.store().policy_in_force(connection, current.tender.organisation, call.today());
    return current;
}

std::optional<Current> tender_by_reference(const Call& call, store::Connection& connection,
                                           const std::string& organisation, const std::string& reference) {
    auto placed = store::tender_by_reference(connection, organisation, reference);
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
        (!reference.empty() && reference != current->tender.reference))
        refuse(domain::No::Conflict, "/tender", "tender.other-reference",
               {{"value", current->tender.organisation + " " + current->tender.reference}});
    return std::move(*current);
}

domain::DecisionContext decision_context(const Call& call, const Tender& tender, const domain::Policy* policy,
                                         domain::Date today) {
    std::vector<std::string> themes;
    for (const domain::Decision& decision : tender.decisions) themes.push_back(decision.theme);
    if (themes.empty()) themes = domain::themes_of(call.rules(), policy, tender.started_on);
    return {call.rules(), policy, tender, std::move(themes), today, call.actor(), call.role()};
}

void complete_new_tender(const Call& call, Tender& tender, const json::Value& request, const domain::Policy* policy,
                         domain::Date today, std::vector<domain::Fault> faults) {
    tender.revision = 1;
    tender.started_on = today;
    tender.rules = call.rules().edition();
    if (tender.procedure.empty()) tender.procedure = "onbekend";
    if (policy) tender.policy = policy->id;
    if (policy && policy->ambition && !tender.ambition) {
        tender.ambition = policy->ambition;
        tender.ambition_source = domain::LevelSource::Policy;
    }
    tender.decisions =
        domain::decide({}, json::decision_requests(request), decision_context(call, tender, policy, today), faults);
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
    judge(tender, policy, policy, call.rules(), today);
    if (reopen_lapsed(tender, policy, policy, today)) judge(tender, policy, policy, call.rules(), today);
    note_shown_changes(nullptr, tender);
}

Committed change_tender(const Call& call, const TenderWork& work) {
    return call.write([&](store::Connection& connection) {
        Current current = named_tender(call, connection);
        call.permit(current.in_force.get());
        refuse_if_gone(current.tender, call.today());
        refuse_unless_seen(call.request(), current.tender.revision, "tender.revision");
        // A caller who asked for it on this day already saw the lapsed themes as undecided, under this revision.
        reopen_if_lapsed(call, connection, current);
        Draft draft;
        draft.before = current.tender;
        if (current.tender.plan && current.tender.plan->entry == 0) current.tender.plan->entry = current.entry;
        std::vector<domain::Fault> faults;
        work(connection, current, draft, faults);
        if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
        draft.object = "tender:" + current.tender.id;
        draft.object_id = current.id;
        draft.policy = current.policy;
        draft.texts = std::move(current.texts);
        if (draft.stopped) return draft;
        const domain::Policy *applied = current.policy.get(), *in_force = current.in_force.get();
        ++current.tender.revision;
        judge(current.tender, applied, in_force, call.rules(), call.today());
        // A change may itself end an explanation, such as an estimate that goes above a threshold.
        if (reopen_lapsed(current.tender, applied, in_force, call.today()))
            judge(current.tender, applied, in_force, call.rules(), call.today());
        draft.facts.tender = std::move(current.tender);
        return draft;
    });
}

Committed change_tender(const Call& call, const std::function<void(Current&, std::vector<domain::Fault>&)>& work) {
    return change_tender(call, [&](store::Connection&, Current& current, Draft&, std::vector<domain::Fault>& faults) {
        work(current, faults);
    });
}

std::string answer_of(const Call& call, const Committed& committed) {
    const store::Entry& entry = committed.entry;
    return render::tender_answer(entry.facts,
                                 {call.rules(), committed.policy.get(), call.language(), entry.today, entry.seq});
}

}  // namespace mvoi::operations
