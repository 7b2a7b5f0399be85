// SPDX-License-Identifier: EUPL-1.2
// The members of a plan: codes and days, no sentences, so that it can be told in either language for ever. Findings are
// not kept: they are about the day on which the plan was made.
#pragma once

#include "domain/planning/plan.hpp"
#include "json/facts/fields.hpp"
#include "json/rules/rule_book.hpp"

namespace mvoi::json {

template <typename Fields>
void fields(Fields& f, As<domain::planning::Step> auto& step) {
    std::string row = step.row ? step.row->code : "";
    f.member_if("code", step.code);
    f.member("date", step.date);
    f.member("days", step.days);
    f.member("kind", step.kind);
    f.member_if("law", step.law);
    if constexpr (Fields::reads) step.other = step.date;
    f.member_when(step.kind == domain::planning::StepKind::Rolls, "other", step.other);
    f.member_if("row", row);
    if constexpr (Fields::reads)
        if (!row.empty()) step.row = find_period(rule_book().law.periods, row);
}

void fields(auto& f, As<domain::planning::PlanMilestone> auto& milestone) {
    f.member("code", milestone.code);
    f.member("date", milestone.day);
    f.member_if("given", milestone.given);
    f.member_if("law", milestone.law);
    f.member("precision", milestone.precision);
    f.member("steps", milestone.steps);
}

void fields(auto& f, As<domain::planning::WindowRow> auto& row) {
    f.member("level", row.level);
    f.member("until", row.until);
}

void fields(auto& f, As<domain::planning::Plan> auto& plan) {
    f.member("direction", plan.direction);
    f.member_if("latestStart", plan.latest_start);
    f.member("milestones", plan.milestones);
    f.member("procedure", plan.procedure);
    f.member("window", plan.window);
}

}  // namespace mvoi::json
