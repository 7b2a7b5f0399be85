// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/policies.hpp"

namespace mvoi::store {

std::int64_t policies_from(Connection& connection, const std::string& organisation, domain::Date day) {
    Query row(connection, "policy_count");
    row.with(organisation).with(day).step();
    return row.integer(0);
}

std::string policy_known(Connection& connection, const std::string& organisation, domain::Date day,
                         std::int64_t before_entry) {
    Query row(connection, "policy_known");
    return row.with(organisation).with(day).with(before_entry).step() ? row.text(0) : std::string();
}

std::optional<std::int64_t> entry_of_request(Connection& connection, const std::string& request_id) {
    Query row(connection, "request_get");
    if (!row.with(request_id).step()) return std::nullopt;
    return row.integer(0);
}

}  // namespace mvoi::store
