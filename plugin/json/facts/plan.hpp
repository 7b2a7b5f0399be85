// SPDX-License-Identifier: EUPL-1.2
// The journal's form of a plan: codes and days, no sentences, so that it can be told in either language for ever.
#pragma once

#include "domain/calendar/statutory.hpp"
#include "domain/planning/plan.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

void write_json(Out& out, const domain::planning::Plan& plan);
// Findings are not kept: they are about the day on which the plan was made.
domain::planning::Plan plan_from(const Value& value, const domain::calendar::StatutoryPeriods& periods);

}  // namespace mvoi::json
