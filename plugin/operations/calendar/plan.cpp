// SPDX-License-Identifier: EUPL-1.2
// plan.compute: when must the work begin for the contract to start in time, and until when is each ambition level
// within reach? plan.adopt: the same for a tender of the register, whose dates it becomes.
#include <algorithm>

#include "domain/planning/follow_up.hpp"
#include "json/requests/contract.hpp"
#include "json/requests/tender.hpp"
#include "operations/current/contract.hpp"
#include "operations/current/planning.hpp"
#include "operations/table.hpp"
#include "operations/tender/tender.hpp"
#include "render/answers/plan_view.hpp"

namespace mvoi::operations {
namespace {

using namespace domain::planning;

// Dates that no procurement plan has: before the periods of the law that are counted with, or out of anybody's sight.
void refuse_strange_dates(const domain::Tender& tender, const domain::Rules& rules) {
    constexpr int first_year = 2016, last_year = 2049;
    for (const auto& [code, date] : tender.planning) {
        if (!date.first || (date.first->year() >= first_year && date.last->year() <= last_year)) continue;
        const domain::Term* term = rules.find("milestones", code);
        refuse(domain::No::Invalid, "/planning/" + (term ? term->member : code), "plan.year",
               {{"value", domain::to_text(date)},
                {"accepted", std::to_string(first_year) + "-" + std::to_string(last_year)}});
    }
}

int level_of(const domain::Tender& tender, const domain::Policy* policy) {
    return wish_of(tender, {}, policy, tender.started_on).chain.work.level;
}

// The running contract that the tender follows on: one of the register, or a term as it was agreed elsewhere.
struct Before {
    domain::contract::Term term;
    domain::contract::Course course;
    std::string organisation;  // empty: a contract that is in no register
};
Before before_in(const Call& call, const json::Value& term) {
    domain::Contract running;
    std::vector<domain::Fault> faults;
    json::Value wrapped;
    wrapped.add("term", term);
    json::apply_members(running, wrapped, faults);
    for (domain::Fault& fault : domain::contract::faults_of(running.term)) {
        fault.path.insert(0, "/currentContract");
        faults.push_back(std::move(fault));
    }
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
    return {running.term, domain::contract::course_of(running.term, call.today()), {}};
}

//   contract  UUID; empty: none
std::optional<Before> before_of(const Call& call, store::Connection& connection, const std::string& contract) {
    if (contract.empty()) return std::nullopt;
    const auto found = contract_by_uuid(call, connection, contract);
    if (!found) refuse(domain::No::NotFound, "/contract", "contract.not-found", {{"value", contract}});
    return Before{found->contract.term, course_of(found->contract, call.today()), found->contract.organisation};
}

// Its end, and the day of notice, are dates of the tender; what follows from it is said.
void follow_on(const std::optional<Before>& before, domain::Tender& tender) {
    if (!before) return;
    if (const auto running = domain::planning::running(before->term, before->course)) follow(*running, tender);
}

void say_what_comes_too_late(const std::optional<Before>& before, TenderPlan& plan) {
    if (!before) return;
    for (domain::Finding& finding : not_recorded(before->term, before->course, plan.plan.latest_start))
        plan.plan.findings.push_back(std::move(finding));
    if (!plan.plan.latest_start) return;
    for (domain::Finding& finding : decided_too_late(before->course, *plan.plan.latest_start))
        plan.plan.findings.push_back(std::move(finding));
}

// Doubts about how the law counts come behind everything that is said of this plan.
void put_doubts_last(TenderPlan& plan) {
    auto& said = plan.plan.findings;
    const auto doubts = std::stable_partition(
        said.begin(), said.end(), [](const domain::Finding& each) { return each.rule != "period-clear-days"; });
    plan.placed.findings.insert(plan.placed.findings.end(), doubts, said.end());
    said.erase(doubts, said.end());
}

TenderPlan planned(const Call& call, const domain::Tender& tender, const domain::Policy* policy,
                   const std::optional<Before>& before, bool alternatives) {
    if (tender.kind.empty())
        refuse(domain::No::Invalid, "/kind", "json.required", {{"accepted", "werk, levering, dienst"}});
    refuse_strange_dates(tender, call.rules());
    Terms terms = plan_terms(call.request());
    if (before) {
        terms.endless = endless(before->term, before->course);
        terms.tacit = before->term.known_renewal() == domain::contract::Renewal::Tacit;
    }
    return plan_of_tender(tender, terms, call.book().circumstances(policy), call.today(), alternatives);
}

// The dates that the plan gives, those that were given before kept as they are. What an earlier plan counted is gone:
// along another route its milestone may not be there.
//   endless  it follows on a contract without an end, whose day of notice was counted from the new start
void take_over(const Plan& plan, bool endless, std::string rules, domain::Tender& tender) {
    if (tender.plan)
        for (const std::string& code : tender.plan->computed) tender.planning.erase(code);
    domain::PlanMark mark;
    for (const PlanMilestone& each : plan.milestones) {
        if (each.given) continue;
        const std::string code(each.code);
        tender.planning[code] = domain::period_of(each.day, each.precision);
        mark.computed.insert(code);
    }
    if (endless && plan.notice_by) {
        tender.planning["opzegging"] = domain::period_of(*plan.notice_by, domain::Precision::Day);
        mark.computed.insert("opzegging");
    }
    mark.rules = std::move(rules);
    tender.plan = std::move(mark);
}

}  // namespace

std::string plan_compute(const Call& call) {
    const json::Value& request = call.request();
    domain::Tender tender;
    store::PolicyPointer policy;
    const bool named = request.find("tender") || request.find("reference");
    std::optional<Before> before;
    // A plan of its own needs no register.
    if (named || request.find("organisation") || request.find("contract"))
        call.read([&](store::Connection& connection) {
            if (named) tender = named_tender(call, connection).tender;
            if (!named) tender.organisation = request.text_or("organisation");
            if (!request.find("currentContract"))
                before = before_of(call, connection, request.text_or("contract", tender.predecessor));
            if (before && tender.organisation.empty()) tender.organisation = before->organisation;
            if (!tender.organisation.empty())
                policy = call.store().policy_in_force(connection, tender.organisation, call.today());
        });
    if (const json::Value* term = request.find("currentContract")) before = before_in(call, *term);
    if (!named) tender.started_on = call.today();
    std::vector<domain::Fault> faults;
    json::apply_members(tender, request, call.rules(), faults);
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
    follow_on(before, tender);
    TenderPlan plan = planned(call, tender, policy.get(), before, request.boolean_or("alternatives", true));
    say_what_comes_too_late(before, plan);
    put_doubts_last(plan);
    return render::plan_answer(plan, level_of(tender, policy.get()),
                               {call.rules(), call.language(), call.today(), request.boolean_or("steps", true)});
}

std::string plan_adopt(const Call& call) {
    return answer_of(call, change_tender(call, [&](store::Connection& connection, Current& current, Draft& draft,
                                                   std::vector<domain::Fault>& faults) {
                         json::apply_members(current.tender, call.request(), call.rules(), faults);
                         if (!faults.empty()) return;
                         const auto before = before_of(call, connection, current.tender.predecessor);
                         TenderPlan plan = planned(call, current.tender, current.in_force.get(), before, false);
                         say_what_comes_too_late(before, plan);
                         const bool no_end = before && is_indefinite(before->course);
                         take_over(plan.plan, no_end, call.rules().edition(), current.tender);
                         draft.facts.plan = std::move(plan.plan);
                     }));
}

}  // namespace mvoi::operations
