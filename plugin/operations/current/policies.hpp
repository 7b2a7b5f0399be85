// SPDX-License-Identifier: EUPL-1.2
// The policies of one transaction, each looked up once, however many tenders or contracts ask for them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "operations/call.hpp"
#include "store/tables/policies.hpp"

namespace mvoi::operations {

class Policies {
  public:
    Policies(const Call& call, store::Connection& connection) : call_(call), connection_(connection) {}

    // Of an organisation, on the day of the call; nullptr: none.
    store::PolicyPointer in_force(const std::string& organisation);
    // Of an organisation on some day, as it was known before an entry; nullptr: none.
    store::PolicyPointer known(const std::string& organisation, domain::Date day, std::int64_t before_entry);
    // nullptr: there is none of that name.
    store::PolicyPointer named(const std::string& name);

  private:
    const Call& call_;
    store::Connection& connection_;
    std::map<std::string, store::PolicyPointer> in_force_;               // by organisation
    std::map<std::string, std::vector<store::PolicyEdition>> editions_;  // by organisation
    std::map<std::string, store::PolicyPointer> named_;
};

}  // namespace mvoi::operations
