// SPDX-License-Identifier: EUPL-1.2
#include "store/observations.hpp"

namespace mvoi::store {

using domain::promise::Observation;

std::pair<int, Observation> observation_of(Query& row) {
    Observation seen;
    seen.source = row.text(1);
    seen.from = domain::parse_date(row.text(2)).value();
    seen.to = domain::parse_date(row.text(3)).value();
    seen.value = domain::measure::parse_decimal(row.text(4)).value();
    seen.unit = row.text(5);
    seen.persons = static_cast<int>(row.integer(6));
    seen.estimated = row.integer(7) != 0;
    return {static_cast<int>(row.integer(0)), std::move(seen)};
}

Observations observations_of(Connection& connection, std::int64_t contract) {
    Observations observed;
    Query query(connection, "observation_of_contract");
    query.with(contract);
    while (query.step()) {
        auto [number, seen] = observation_of(query);
        observed[number].push_back(std::move(seen));
    }
    return observed;
}

}  // namespace mvoi::store
