// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/policies.hpp"

namespace mvoi::store {

std::int64_t policies_from(Connection& connection, const std::string& organisation, domain::Date day) {
    Query row(connection, "policy_count");
    row.with(organisation).with(day).step();
    return row.integer(0);
}

std::vector<PolicyEdition> policy_editions(Connection& connection, const std::string& organisation) {
    std::vector<PolicyEdition> editions;
    Query row(connection, "policy_list");
    row.with(organisation);
    while (row.step()) editions.push_back({row.text(0), row.day(1).value(), row.integer(2)});
    return editions;
}

std::optional<std::int64_t> entry_of_request(Connection& connection, const std::string& request_id) {
    Query row(connection, "request_get");
    if (!row.with(request_id).step()) return std::nullopt;
    return row.integer(0);
}

}  // namespace mvoi::store
