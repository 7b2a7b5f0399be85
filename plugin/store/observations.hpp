// SPDX-License-Identifier: EUPL-1.2
// What was observed under a contract, as the tables have it.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "domain/promise/observation.hpp"
#include "store/engine.hpp"

namespace mvoi::store {

// By the number of the promise; of each by source and first day.
using Observations = std::map<int, std::vector<domain::promise::Observation>>;
Observations observations_of(Connection& connection, std::int64_t contract);

// A row of observation_of_contract: the number of its promise, and the observation.
std::pair<int, domain::promise::Observation> observation_of(Query& row);

}  // namespace mvoi::store
