// SPDX-License-Identifier: EUPL-1.2
#include "operations/tender/tender.hpp"

#include "domain/calendar/milestones.hpp"
#include "domain/contract/term.hpp"
#include "domain/cpv.hpp"
#include "domain/decision/explain.hpp"
#include "domain/planning/follow_up.hpp"
#include "domain/planning/records.hpp"
#include "json/requests/tender.hpp"
#include "operations/current/by_itself.hpp"
#include "operations/current/contract.hpp"
#include "render/answers/tender_view.hpp"

namespace mvoi::operations {
namespace {

using domain::Tender;

void refuse_if_gone(const Tender& tender, domain::Date today) {
    if (tender.registration == domain::Registration::Withdrawn)
        refuse(domain::No::Conflict, "/tender", "tender.withdrawn", {{"value", tender.reference}});
    if (has_lapsed(tender, today))
        refuse(domain::No::Conflict, "/tender", "tender.lapsed",
               {{"value", tender.reference}, {"date", domain::to_text(*tender.lapses_on)}});
}

// A register keeps eight digits of a CPV code; the ninth says whether they were typed well.
void remark_on_check_digits(const json::Value& request, std::vector<domain::Finding>& findings) {
    const auto look = [&](const json::Value& object, const std::string& path) {
        for (const json::Value& each : object.list_or_empty("cpv"))
            if (const std::string& code = *each.text(); domain::has_unusual_check_digit(code))
                findings.push_back(
                    {"cpv-check-digit",
                     domain::Severity::Warning,
                     path,
                     {{"value", code},
                      {"accepted", code.substr(0, domain::cpv_digits) + "-" + domain::cpv_check_digit(code)}},
                     "Verordening (EG) 213/2008"});
    };
    look(request, "/cpv");
    for (const json::Value& lot : request.list_or_empty("lots")) look(lot, "/lots");
}

// A tender cannot change before it was there.
void refuse_before_start(const Tender& tender, domain::Date today) {
    if (today < tender.started_on)
        refuse(domain::No::Conflict, "/today", "tender.before-start",
               {{"value", domain::to_text(today)}, {"date", domain::to_text(tender.started_on)}});
}

}  // namespace

domain::DecisionContext decision_context(const Call& call, const Tender& tender, const domain::Policy* policy,
                                         domain::Date today) {
    std::vector<std::string> themes;
    for (const domain::Decision& decision : tender.decisions) themes.push_back(decision.theme);
    if (themes.empty()) themes = domain::themes_of(call.rules(), policy, tender.started_on);
    return {call.rules(), policy, tender, std::move(themes), today, call.actor(), call.role()};
}

void follow_predecessor(const Call& call, store::Connection& connection, domain::Tender& tender,
                        std::vector<domain::Fault>& faults) {
    if (tender.predecessor.empty()) return;
    const auto before = contract_by_uuid(call, connection, tender.predecessor);
    if (!before || before->contract.organisation != tender.organisation) {
        faults.push_back({"/predecessor", "tender.no-predecessor", {{"value", tender.predecessor}}});
        return;
    }
    const auto course = course_of(before->contract, call.today());
    if (const auto running = domain::planning::running(before->contract.term, course))
        domain::planning::follow(*running, tender);
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
    judge(tender, policy, policy, call.book(), today);
    if (reopen_lapsed(tender, policy, policy, today)) judge(tender, policy, policy, call.book(), today);
    note_shown_changes(nullptr, tender);
}

Committed change_tender(const Call& call, const TenderWork& work) {
    return call.write([&](store::Connection& connection) {
        Current current = named_tender(call, connection);
        call.permit(current.in_force.get());
        refuse_if_gone(current.tender, call.today());
        refuse_unless_seen(call.request(), current.tender.revision, "tender.revision");
        refuse_before_start(current.tender, call.today());
        // A caller who asked for it on this day already saw the lapsed themes as undecided, under this revision.
        reopen_if_lapsed(call, connection, current);
        Draft draft;
        if (current.tender.plan && current.tender.plan->entry == 0) current.tender.plan->entry = current.entry;
        draft.before = current.tender;
        std::vector<domain::Fault> faults;
        work(connection, current, draft, faults);
        if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
        draft.object = "tender:" + current.tender.id;
        draft.object_id = current.id;
        draft.policy = current.policy;
        draft.texts = std::move(current.texts);
        if (draft.stopped) return draft;
        if (current.tender == *draft.before && !draft.facts.plan) {
            draft.stands = current.entry;
            draft.facts.tender = std::move(current.tender);
            return draft;
        }
        const domain::Policy *applied = current.policy.get(), *in_force = current.in_force.get();
        ++current.tender.revision;
        if (current.tender.phase >= domain::Phase::Award && current.tender.phase != domain::Phase::Cancelled)
            domain::planning::record_contracts(current.tender, contracts_of(call, connection, current.tender.id));
        judge(current.tender, applied, in_force, call.book(), call.today());
        // A change may itself end an explanation, such as an estimate that goes above a threshold.
        if (reopen_lapsed(current.tender, applied, in_force, call.today()))
            judge(current.tender, applied, in_force, call.book(), call.today());
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
    const domain::Policy* policy = committed.policy.get();
    auto findings = domain::gates::tender_findings({*entry.facts.tender, policy, call.book(), entry.today, policy});
    remark_on_check_digits(call.request(), findings);
    return render::tender_answer(entry.facts,
                                 {call.rules(), policy, call.language(), entry.today, entry.seq, findings});
}

}  // namespace mvoi::operations
