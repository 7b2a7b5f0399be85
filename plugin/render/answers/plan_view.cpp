// SPDX-License-Identifier: EUPL-1.2
#include "render/answers/plan_view.hpp"

#include "domain/laws.hpp"
#include "render/answers/gate_view.hpp"
#include "render/sentences.hpp"

namespace mvoi::render {

using namespace domain;
using namespace domain::planning;

namespace {

std::string days_shown(int days, Language language) {
    const int count = days < 0 ? -days : days;
    return std::to_string(count) + " " + sentence(language, count == 1 ? "unit.days-one" : "unit.days", {});
}

// The label of a lead time, or of a reason to lose time.
std::string label_of(std::string_view what, const PlanContext& context) {
    const std::string code(what);
    if (code == "gesloten-tijd") return sentence(context.language, "plan.closed-times", {});
    if (code == "tenderboard") return context.rules.label("milestones", code, context.language);
    return context.rules.label("lead-times", code, context.language);
}

std::string step_shown(const planning::Step& step, const PlanContext& context) {
    const Rules& rules = context.rules;
    const std::string code(step.code);
    Words words{{"date", to_text(step.date)},
                {"other", to_text(step.other)},
                {"count", days_shown(step.days, context.language)}};
    std::string rule = "plan.step-" + std::string(planning::code_of(step.kind));
    switch (step.kind) {
        case StepKind::Given:
        case StepKind::From:
        case StepKind::Bound:
        case StepKind::Slack:
            words["milestone"] = rules.label("milestones", code, context.language);
            return sentence(context.language, rule, words);
        case StepKind::Period:
        case StepKind::Rolls:
            words["period"] = rules.label("statutory-periods", step.row ? step.row->code : code, context.language);
            break;
        case StepKind::Lead:
            words["part"] = label_of(step.code, context);
            break;
        case StepKind::NextDay:
            if (code == "sluitingstijd") rule += "-closing";
            if (code == "einde-huidig-contract") rule += "-contract";
            break;
        case StepKind::Closed:
        case StepKind::Rest:
        case StepKind::Meeting:
            break;
    }
    return sentence(context.language, rule + (step.days < 0 ? "-earlier" : "-later"), words);
}

PlannedDate planned(const PlanMilestone& milestone) {
    return period_of(milestone.day, milestone.precision);
}

std::string law_of(const PlanMilestone& milestone) {
    std::string law = milestone.law;
    for (const planning::Step& step : milestone.steps) add_law(law, step.law);
    return law;
}

void write_step(json::Out& out, const planning::Step& step, const PlanContext& context) {
    out.object([&] {
        out.member("date", to_text(step.date));
        out.member("days", step.days);
        out.member("kind", planning::code_of(step.kind));
        if (!step.code.empty()) out.member("code", step.code);
        out.member("text", step_shown(step, context));
        out.member_if("law", step.law);
    });
}

void write_plan_milestone(json::Out& out, const PlanMilestone& milestone, const PlanContext& context) {
    out.object([&] {
        out.member("code", milestone.code);
        out.member("label", context.rules.label("milestones", std::string(milestone.code), context.language));
        out.member("date", to_text(planned(milestone)));
        out.member("day", to_text(milestone.day));
        out.member("precision", domain::code_of(milestone.precision));
        out.member("given", milestone.given);
        if (!context.with_steps) return;
        out.member_if("law", law_of(milestone));
        out.list("steps", milestone.steps, [&](const planning::Step& each) { write_step(out, each, context); });
    });
}

void write_window(json::Out& out, const Plan& plan, const PlanContext& context) {
    out.list("ambitionWindow", plan.window, [&](const WindowRow& row) {
        const bool open = context.today <= row.until;
        out.object([&] {
            out.member("level", row.level);
            out.member("until", to_text(row.until));
            out.member("reachable", open);
            out.member("daysLeft", static_cast<std::int64_t>((row.until - context.today).days()));
            out.member("sentence",
                       sentence(context.language, open ? "plan.window-open" : "plan.window-closed",
                                {{"level", sentence(context.language, "label.level." + std::to_string(row.level), {})},
                                 {"date", to_text(row.until)}}));
            out.list("needs", row.needs, [&](const auto& need) {
                out.object([&] {
                    out.member("part", need.first);
                    out.member("label", label_of(need.first, context));
                    out.member("days", need.second);
                });
            });
        });
    });
    if (!plan.window.empty()) out.member("reachableLevel", reachable_level(plan.window, context.today));
}

void write_gains(json::Out& out, const Plan& plan, const PlanContext& context) {
    out.list("gains", plan.gains, [&](const Gain& gain) {
        out.object([&] {
            out.member("part", gain.what);
            out.member("label", label_of(gain.what, context));
            if (gain.days > 0) out.member("days", gain.days);
            out.member("laterDays", gain.later);
        });
    });
    if (plan.gains.empty()) return;
    const Gain& most = plan.gains.front();
    out.member("mostTime",
               sentence(context.language, "plan.most-time",
                        {{"part", label_of(most.what, context)}, {"count", days_shown(most.later, context.language)}}));
}

void write_alternative(json::Out& out, const Alternative& alternative, const TenderPlan& tender,
                       const PlanContext& context) {
    const Plan &plan = alternative.plan, &chosen = tender.plan;
    Words words;
    if (alternative.advice.amount_cents) words["amount"] = calendar::euros(*alternative.advice.amount_cents);
    out.object([&] {
        out.member("procedure", plan.procedure);
        out.member("label", context.rules.label("procedures", plan.procedure, context.language));
        out.member_if("usual", tender.placed.usual(alternative.advice));
        out.member("when", calendar::code_of(alternative.advice.when));
        out.member("reason", sentence(context.language, alternative.advice.reason, words));
        if (plan.latest_start) {
            out.member("latestStart", to_text(*plan.latest_start));
            out.member("reachable", context.today <= *plan.latest_start);
            if (chosen.latest_start)
                out.member("laterDays", static_cast<std::int64_t>((*plan.latest_start - *chosen.latest_start).days()));
        }
        out.list("milestones", plan.milestones, [&](const PlanMilestone& each) {
            out.object([&] {
                out.member("code", each.code);
                out.member("date", to_text(planned(each)));
            });
        });
    });
}

}  // namespace

void write_plan(json::Out& out, const Plan& plan, const PlanContext& context) {
    out.member("procedure", plan.procedure);
    out.member("label", context.rules.label("procedures", plan.procedure, context.language));
    out.member("direction", planning::code_of(plan.direction));
    if (plan.notice_by) out.member("noticeBy", to_text(*plan.notice_by));
    if (plan.latest_start) {
        out.member("latestStart", to_text(*plan.latest_start));
        out.member("daysLeft", static_cast<std::int64_t>((*plan.latest_start - context.today).days()));
    }
    out.list("milestones", plan.milestones,
             [&](const PlanMilestone& each) { write_plan_milestone(out, each, context); });
    write_window(out, plan, context);
}

std::string plan_answer(const TenderPlan& tender, int level, const PlanContext& context) {
    std::string text;
    text.reserve(16384);
    json::Out out(text);
    const Plan& plan = tender.plan;
    out.object([&] {
        out.member("chosen", tender.chosen);
        out.member("level", level);
        out.member("position", calendar::code_of(tender.placed.position));
        out.member("thresholdDate", to_text(tender.dispatched));
        write_plan(out, plan, context);
        if (plan.start && context.with_steps) {
            out.name("latestStartSteps");
            write_plan_milestone(out, *plan.start, context);
        }
        if (plan.start_contract_if_begun_today)
            out.member("contractStartIfBegunNow", to_text(*plan.start_contract_if_begun_today));
        write_gains(out, plan, context);
        out.list("alternatives", tender.alternatives,
                 [&](const Alternative& each) { write_alternative(out, each, tender, context); });
        out.name("findings");
        text += '[';
        for (const auto* findings : {&plan.findings, &tender.placed.findings})
            for (const Finding& finding : *findings)
                write_finding(out, finding, context.rules, nullptr, context.language);
        text += ']';
        out.member("edition", context.rules.edition());
    });
    return text;
}

}  // namespace mvoi::render
