// SPDX-License-Identifier: EUPL-1.2
// The other names by which a tender or a contract is found.
#include <set>

#include "json/key.hpp"
#include "store/fold/parts.hpp"

namespace mvoi::store::folding {
namespace {

std::set<std::string> names_beside(const std::string& reference, const std::vector<std::string>& aliases) {
    std::set<std::string> names;
    for (const std::string& alias : aliases) names.insert(json::key_of(alias));
    const std::string key = json::key_of(reference);
    if (key == reference)
        names.erase(reference);
    else
        names.insert(key);
    return names;
}

void of_each(Connection& connection, const char* query, const std::string& organisation, const std::string& reference,
             const std::vector<std::string>& aliases, std::int64_t object) {
    for (const std::string& name : names_beside(reference, aliases))
        Query(connection, query).with(organisation).with(name).with(object).run();
}

}  // namespace

void put_aliases(Connection& connection, const std::string& organisation, const std::string& reference,
                 const std::vector<std::string>& aliases, std::int64_t object) {
    of_each(connection, "alias_put", organisation, reference, aliases, object);
}

void take_away_aliases(Connection& connection, const std::string& organisation, const std::string& reference,
                       const std::vector<std::string>& aliases, std::int64_t object) {
    of_each(connection, "alias_delete", organisation, reference, aliases, object);
}

}  // namespace mvoi::store::folding
