// SPDX-License-Identifier: EUPL-1.2
// Routes and assumed lead times: schema/rules/routes.json and lead-times.json as the domain uses them.
#pragma once

#include "domain/planning/route.hpp"

namespace mvoi::json {

// Read once. A row that makes no sense is a fault of the library and throws std::logic_error.
const domain::planning::PlanningRules& planning_rules();

}  // namespace mvoi::json
