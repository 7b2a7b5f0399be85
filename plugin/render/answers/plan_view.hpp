// SPDX-License-Identifier: EUPL-1.2
// A plan as an answer: each milestone with its subtraction in sentences, the ambition window, what buys time, and the
// procedures side by side.
#pragma once

#include <string>

#include "domain/planning/tender_plan.hpp"
#include "domain/rules.hpp"
#include "json/out.hpp"

namespace mvoi::render {

struct PlanContext {
    const domain::Rules& rules;
    domain::Language language;
    domain::Date today;
    bool with_steps = true;
};

std::string plan_answer(const domain::planning::TenderPlan& plan, int level, const PlanContext& context);

// The members of a plan that was adopted, within an object that is open.
void write_plan(json::Out& out, const domain::planning::Plan& plan, const PlanContext& context);

}  // namespace mvoi::render
