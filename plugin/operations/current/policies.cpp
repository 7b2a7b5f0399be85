// SPDX-License-Identifier: EUPL-1.2
#include "operations/current/policies.hpp"

#include <algorithm>

namespace mvoi::operations {

store::PolicyPointer Policies::in_force(const std::string& organisation) {
    auto [policy, is_new] = in_force_.try_emplace(organisation);
    if (is_new) policy->second = call_.store().policy_in_force(connection_, organisation, call_.today());
    return policy->second;
}

store::PolicyPointer Policies::known(const std::string& organisation, domain::Date day, std::int64_t before_entry) {
    auto [editions, is_new] = editions_.try_emplace(organisation);
    if (is_new) editions->second = store::policy_editions(connection_, organisation);
    const auto& all = editions->second;
    const auto last = std::find_if(all.begin(), all.end(),
                                   [&](const auto& each) { return each.from <= day && each.entry < before_entry; });
    return last == all.end() ? nullptr : named(last->name);
}

store::PolicyPointer Policies::named(const std::string& name) {
    auto [policy, is_new] = named_.try_emplace(name);
    if (is_new) policy->second = call_.store().policy_named(connection_, name);
    return policy->second;
}

}  // namespace mvoi::operations
