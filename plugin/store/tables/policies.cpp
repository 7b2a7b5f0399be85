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

std::vector<AskedBefore> asked_before(Connection& connection, const std::string& request_id) {
    std::vector<AskedBefore> before;
    Query row(connection, "request_get");
    row.with(request_id);
    while (row.step()) before.push_back({row.text(0), row.integer(1), row.integer(2) != 0});
    return before;
}

std::string organisation_of(Connection& connection, const std::string& uuid) {
    Query row(connection, "organisation_of");
    return row.with(uuid).step() ? row.text(0) : std::string();
}

}  // namespace mvoi::store
