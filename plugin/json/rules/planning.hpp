// SPDX-License-Identifier: EUPL-1.2
// Routes and assumed lead times: schema/rules/routes.json and lead-times.json as the domain uses them; and the planning
// part of a policy.
#pragma once

#include "domain/planning/route.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// Read once. A row that makes no sense is a fault of the library and throws std::logic_error.
const domain::planning::PlanningRules& planning_rules();

void write_json(Out& out, const domain::PlanningRule& rule);
domain::PlanningRule planning_rule_from(const Value& value);

}  // namespace mvoi::json
