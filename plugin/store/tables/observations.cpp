// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/observations.hpp"

namespace mvoi::store {

using domain::promise::Observation;

namespace {

ObservationRow observation_from(Query& row) {
    ObservationRow found{static_cast<int>(row.integer(1)), {}, row.integer(9)};
    Observation& seen = found.observation;
    seen.source = row.text(2);
    seen.from = row.day(3).value();
    seen.to = row.day(4).value();
    seen.value = domain::measure::parse_decimal(row.text(5)).value();
    seen.unit = row.text(6);
    seen.persons = static_cast<int>(row.integer(7));
    seen.estimated = row.integer(8) != 0;
    return found;
}

}  // namespace

void each_observation(Connection& connection, std::int64_t contract,
                      const std::function<void(const ObservationRow&)>& visit) {
    Query row(connection, "observation_of_contract");
    row.with(contract);
    while (row.step()) visit(observation_from(row));
}

Observations observations_of(Connection& connection, std::int64_t contract) {
    Observations observed;
    each_observation(connection, contract,
                     [&](const ObservationRow& row) { observed[row.promise].push_back(row.observation); });
    return observed;
}

ObservationsInStep::ObservationsInStep(Connection& connection, const PromiseFilter& filter)
    : rows_(connection, "observation_list", ContractOrder::NewestFirst) {
    bind_filter(rows_.query(), filter);
}

ObservationsInStep::ObservationsInStep(Connection& connection, const RunningFilter& filter)
    : rows_(connection, "observation_running", ContractOrder::OldestFirst) {
    bind_filter(rows_.query(), filter);
}

Observations ObservationsInStep::of(std::int64_t contract) {
    Observations observed;
    rows_.each_of(contract, [&](Query& row) {
        ObservationRow found = observation_from(row);
        observed[found.promise].push_back(std::move(found.observation));
    });
    return observed;
}

}  // namespace mvoi::store
