// SPDX-License-Identifier: EUPL-1.2
// Routes and assumed lead times: schema/rules/routes.json and lead-times.json as the domain uses them.
#pragma once

#include "domain/planning/route.hpp"

namespace mvoi::json {

// A row that makes no sense throws std::logic_error: it is a fault of the library.
domain::planning::PlanningRules read_planning_rules();

}  // namespace mvoi::json
