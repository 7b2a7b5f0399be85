// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/observations.hpp"

namespace mvoi::store {

using domain::promise::Observation;

void each_observation(Connection& connection, std::int64_t contract,
                      const std::function<void(const ObservationRow&)>& visit) {
    Query row(connection, "observation_of_contract");
    row.with(contract);
    while (row.step()) {
        ObservationRow found{static_cast<int>(row.integer(0)), {}, row.integer(8)};
        Observation& seen = found.observation;
        seen.source = row.text(1);
        seen.from = row.day(2).value();
        seen.to = row.day(3).value();
        seen.value = domain::measure::parse_decimal(row.text(4)).value();
        seen.unit = row.text(5);
        seen.persons = static_cast<int>(row.integer(6));
        seen.estimated = row.integer(7) != 0;
        visit(found);
    }
}

Observations observations_of(Connection& connection, std::int64_t contract) {
    Observations observed;
    each_observation(connection, contract,
                     [&](const ObservationRow& row) { observed[row.promise].push_back(row.observation); });
    return observed;
}

}  // namespace mvoi::store
