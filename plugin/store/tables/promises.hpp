// SPDX-License-Identifier: EUPL-1.2
// Promises, as the tables have them: which there are under which contract. The promise itself stands in the contract.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/tables/place.hpp"

namespace mvoi::store {

// Members that are not given are not looked at.
struct PromiseFilter {
    std::string organisation;
    std::int64_t from_contract = 0;  // the newest, which is looked at for promises above after_number
    std::int64_t after_number = 0;
    std::optional<std::string> theme, owner;
};

// All of the contracts of an organisation below this id.
PromiseFilter promises_below(const std::string& organisation, std::int64_t before);
// Binds what every query with this filter asks: $1 to $5. What a query asks besides is bound behind it, as the day of
// rating_list.sql ($6): a member added to the filter moves it up.
Query& bind_filter(Query& query, const PromiseFilter& filter);

// A contract, and the numbers of its promises that were asked for.
struct PlacedPromises : Placed {
    std::vector<int> numbers;
};
// Newest first; those without such a promise are left out.
//   contract  this one alone
void each_contract_with_promises(Connection& connection, const PromiseFilter& filter,
                                 std::optional<std::int64_t> contract, const Visitor<PlacedPromises>& visit);

}  // namespace mvoi::store
