// SPDX-License-Identifier: EUPL-1.2
// Editions of policy and repeated requests, as the tables have them. Register keeps the policies themselves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/date.hpp"
#include "store/engine.hpp"

namespace mvoi::store {

// The number of editions of this organisation that begin on this day.
std::int64_t policies_from(Connection& connection, const std::string& organisation, domain::Date day);
// The editions of an organisation, the last to begin first; of those that begin on one day the last to be adopted.
struct PolicyEdition {
    std::string name;
    domain::Date from{2000, 1, 1};
    std::int64_t entry = 0;
};
std::vector<PolicyEdition> policy_editions(Connection& connection, const std::string& organisation);
// The entry of the request that had this requestId; nothing when there was none.
std::optional<std::int64_t> entry_of_request(Connection& connection, const std::string& request_id);

}  // namespace mvoi::store
