// SPDX-License-Identifier: EUPL-1.2
// Editions of policy and repeated requests, as the tables have them. Register keeps the policies themselves.
#pragma once

#include <optional>
#include <string>

#include "domain/date.hpp"
#include "store/engine.hpp"

namespace mvoi::store {

// The number of editions of this organisation that begin on this day.
std::int64_t policies_from(Connection& connection, const std::string& organisation, domain::Date day);
// The name of the edition in force on this day, as known before this entry; empty when there was none.
std::string policy_known(Connection& connection, const std::string& organisation, domain::Date day,
                         std::int64_t before_entry);
// The entry of the request that had this requestId; nothing when there was none.
std::optional<std::int64_t> entry_of_request(Connection& connection, const std::string& request_id);

}  // namespace mvoi::store
