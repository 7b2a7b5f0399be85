// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/promises.hpp"

#include <limits>

namespace mvoi::store {

// Of that contract itself those above the highest number: none.
PromiseFilter promises_below(const std::string& organisation, std::int64_t before) {
    return {organisation, before, std::numeric_limits<std::int64_t>::max(), std::nullopt, std::nullopt};
}

Query& bind_filter(Query& query, const PromiseFilter& filter) {
    query.with(filter.organisation).with(filter.from_contract).with(filter.after_number);
    return query.with(filter.theme).with(filter.owner);
}

void each_contract_with_promises(Connection& connection, const PromiseFilter& filter,
                                 std::optional<std::int64_t> contract, const Visitor<PlacedPromises>& visit) {
    Query row(connection, contract ? "promise_list_of_contract" : "promise_list");
    if (contract)
        row.with(*contract).with(filter.from_contract).with(filter.after_number).with(filter.theme).with(filter.owner);
    else
        bind_filter(row, filter);
    for (bool there = row.step(); there;) {
        PlacedPromises found{placed_from(row, 2), {}};
        do {
            found.numbers.push_back(static_cast<int>(row.integer(6)));
            there = row.step();
        } while (there && row.integer(0) == found.place.id);
        if (!visit(std::move(found))) return;
    }
}

}  // namespace mvoi::store
