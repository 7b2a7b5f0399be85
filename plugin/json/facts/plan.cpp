// SPDX-License-Identifier: EUPL-1.2
#include "json/facts/plan.hpp"

#include <mutex>
#include <set>

#include "json/facts/reading.hpp"

namespace mvoi::json {
namespace {

using namespace domain::planning;
using domain::to_text;

// Codes of a plan are views of rule data. One that is read may be of an edition this library no longer has, so it is
// kept here; there are few, and they are the same again and again.
std::string_view kept(const std::string& code) {
    static std::mutex lock;
    static auto* codes = new std::set<std::string>;
    const std::lock_guard guard(lock);
    return *codes->insert(code).first;
}

void write_step(Out& out, const domain::planning::Step& step) {
    out.object([&] {
        if (!step.code.empty()) out.member("code", step.code);
        out.member("date", to_text(step.date));
        out.member("days", step.days);
        out.member("kind", code_of(step.kind));
        out.member_if("law", step.law);
        if (step.kind == StepKind::Rolls) out.member("other", to_text(step.other));
        if (step.row) out.member("row", step.row->code);
    });
}

void write_milestone(Out& out, const PlanMilestone& milestone) {
    out.object([&] {
        out.member("code", milestone.code);
        out.member("date", to_text(milestone.day));
        if (milestone.given) out.member("given", true);
        out.member("precision", code_of(milestone.precision));
        out.list("steps", milestone.steps, [&](const domain::planning::Step& each) { write_step(out, each); });
    });
}

StepKind step_kind_from(const std::string& code) {
    for (const StepKind kind :
         {StepKind::Given, StepKind::From, StepKind::Period, StepKind::Rolls, StepKind::Lead, StepKind::Closed,
          StepKind::NextDay, StepKind::Rest, StepKind::Meeting, StepKind::Bound})
        if (code_of(kind) == code) return kind;
    throw std::runtime_error("the journal holds an impossible step of a plan: " + code);
}

domain::planning::Step step_from(const Value& value, const domain::calendar::StatutoryPeriods& periods) {
    domain::planning::Step step;
    step.code = kept(value.text_or("code"));
    step.date = step.other = date_of(value, "date");
    step.days = static_cast<int>(value.integer_or("days", 0));
    step.kind = step_kind_from(value.text_or("kind"));
    step.law = value.text_or("law");
    if (value.find("other")) step.other = date_of(value, "other");
    if (value.find("row")) step.row = find_period(periods, value.text_or("row"));
    return step;
}

}  // namespace

void write_json(Out& out, const Plan& plan) {
    out.object([&] {
        out.member("direction", code_of(plan.direction));
        if (plan.latest_start) out.member("latestStart", to_text(*plan.latest_start));
        out.list("milestones", plan.milestones, [&](const PlanMilestone& each) { write_milestone(out, each); });
        out.member("procedure", plan.procedure);
        out.list("window", plan.window, [&](const WindowRow& each) {
            out.object([&] {
                out.member("level", each.level);
                out.member("until", to_text(each.until));
            });
        });
    });
}

Plan plan_from(const Value& value, const domain::calendar::StatutoryPeriods& periods) {
    Plan plan;
    plan.direction = value.text_or("direction") == "forward" ? Direction::Forward : Direction::Backward;
    plan.latest_start = date_if(value, "latestStart");
    for (const Value& each : value.list_or_empty("milestones")) {
        PlanMilestone milestone;
        milestone.code = kept(each.text_or("code"));
        milestone.day = date_of(each, "date");
        milestone.given = each.boolean_or("given", false);
        milestone.precision = must(domain::precision_from(each.text_or("precision")), "precision");
        for (const Value& step : each.list_or_empty("steps")) milestone.steps.push_back(step_from(step, periods));
        plan.milestones.push_back(std::move(milestone));
    }
    plan.procedure = value.text_or("procedure");
    for (const Value& each : value.list_or_empty("window"))
        plan.window.push_back({static_cast<int>(each.integer_or("level", 1)), date_of(each, "until"), {}});
    return plan;
}

}  // namespace mvoi::json
