// SPDX-License-Identifier: EUPL-1.2
// plan.compute: when must the work begin for the contract to start in time, and until when is each ambition level
// within reach? plan.adopt: the same for a tender of the register, whose dates it becomes.
#include "domain/planning/tender_plan.hpp"

#include "json/calendar_json.hpp"
#include "json/planning_json.hpp"
#include "json/tender_json.hpp"
#include "operations/table.hpp"
#include "operations/tender.hpp"
#include "render/plan_view.hpp"

namespace mvoi::operations {
namespace {

using namespace domain::planning;

Terms terms_of(const json::Value& request) {
    Terms terms;
    terms.social = request.boolean_or("social", false);
    terms.concession = request.boolean_or("concession", false);
    if (const json::Value* given = request.find("conditions")) {
        terms.conditions = json::conditions_from(*given);
        if (!given->find("elektronisch")) terms.conditions.true_ones.insert("elektronisch");
    }
    terms.closes_at_midnight = request.text_or("closingTime") == "24:00";
    if (request.find("direction"))
        terms.direction = request.text_or("direction") == "forward" ? Direction::Forward : Direction::Backward;
    terms.notice_by = domain::parse_date(request.text_or("noticeBy"));
    if (request.find("board")) terms.board = request.boolean_or("board", false);
    return terms;
}

// Dates that no procurement plan has: before the periods of the law that are counted with, or out of anybody's sight.
void refuse_strange_dates(const domain::Tender& tender, const domain::Rules& rules) {
    constexpr int first_year = 2016, last_year = 2049;
    for (const auto& [code, date] : tender.planning) {
        if (!date.first || (date.first->year() >= first_year && date.last->year() <= last_year)) continue;
        const domain::Term* term = rules.find("milestones", code);
        refuse(domain::No::Invalid, "/planning/" + (term ? term->more.at("member") : code), "plan.year",
               {{"value", domain::to_text(date)},
                {"accepted", std::to_string(first_year) + "-" + std::to_string(last_year)}});
    }
}

int level_of(const domain::Tender& tender, const domain::Policy* policy) {
    return wish_of(tender, {}, policy, tender.started_on).chain.work.level;
}

TenderPlan planned(const Call& call, const domain::Tender& tender, const domain::Policy* policy, bool alternatives) {
    if (tender.kind.empty())
        refuse(domain::No::Invalid, "/kind", "json.required", {{"accepted", "werk, levering, dienst"}});
    refuse_strange_dates(tender, call.rules());
    return plan_of_tender(tender, terms_of(call.request()), {json::calendar_law(), json::planning_rules(), policy},
                          call.today(), alternatives);
}

// The dates that the plan gives, those that were given before kept as they are.
void take_over(const Plan& plan, domain::Tender& tender) {
    domain::PlanMark mark;
    for (const PlanMilestone& each : plan.milestones) {
        if (each.given) continue;
        const std::string code(each.code);
        tender.planning[code] = domain::period_of(each.day, each.precision);
        mark.computed.insert(code);
    }
    tender.plan = std::move(mark);
}

}  // namespace

std::string plan_compute(const Call& call) {
    const json::Value& request = call.request();
    domain::Tender tender;
    store::PolicyPointer policy;
    const bool named = request.find("tender") || request.find("reference");
    if (named || request.find("organisation"))
        call.read([&](store::Connection& connection) {
            if (named) tender = named_tender(call, connection).tender;
            if (!named) tender.organisation = request.text_or("organisation");
            policy = call.store().policy_in_force(connection, tender.organisation, call.today());
        });
    if (!named) tender.started_on = call.today();
    std::vector<domain::Fault> faults;
    json::apply_members(tender, request, call.rules(), faults);
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
    const TenderPlan plan = planned(call, tender, policy.get(), request.boolean_or("alternatives", true));
    return render::plan_answer(plan, level_of(tender, policy.get()),
                               {call.rules(), call.language(), call.today(), request.boolean_or("steps", true)});
}

std::string plan_adopt(const Call& call) {
    return answer_of(call, change_tender(call, [&](store::Connection&, Current& current, Draft& draft,
                                                   std::vector<domain::Fault>& faults) {
                         json::apply_members(current.tender, call.request(), call.rules(), faults);
                         if (!faults.empty()) return;
                         TenderPlan plan = planned(call, current.tender, current.in_force.get(), false);
                         take_over(plan.plan, current.tender);
                         draft.facts.plan = std::move(plan.plan);
                     }));
}

}  // namespace mvoi::operations
