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
// An entry whose request had this requestId: an id is one organisation's.
struct AskedBefore {
    std::string organisation;  // empty: it was about nobody in particular
    std::int64_t entry = 0;
    bool stopped = false;  // at a gate: nothing was done
};
std::vector<AskedBefore> asked_before(Connection& connection, const std::string& request_id);
// The organisation of a tender, contract or review; empty when there is none of this UUID.
std::string organisation_of(Connection& connection, const std::string& uuid);

}  // namespace mvoi::store
