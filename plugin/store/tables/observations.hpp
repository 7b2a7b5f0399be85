// SPDX-License-Identifier: EUPL-1.2
// Observations under a contract, as the tables have them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "domain/promise/observation.hpp"
#include "store/tables/contracts.hpp"
#include "store/tables/in_step.hpp"
#include "store/tables/promises.hpp"

namespace mvoi::store {

// By the number of the promise; of each by source and first day.
using Observations = std::map<int, std::vector<domain::promise::Observation>>;
Observations observations_of(Connection& connection, std::int64_t contract);

// The same of each contract of a list.
class ObservationsInStep {
  public:
    // Of these promises alone, the newest contract first.
    ObservationsInStep(Connection& connection, const PromiseFilter& filter);
    // Of running contracts, the oldest first.
    ObservationsInStep(Connection& connection, const RunningFilter& filter);
    Observations of(std::int64_t contract);

  private:
    InStep rows_;
};

// The same one by one: by promise, source and first day, with the entry that put it down.
struct ObservationRow {
    int promise = 0;
    domain::promise::Observation observation;
    std::int64_t entry = 0;
};
void each_observation(Connection& connection, std::int64_t contract,
                      const std::function<void(const ObservationRow&)>& visit);

}  // namespace mvoi::store
