// SPDX-License-Identifier: EUPL-1.2
// Finding by reference: as it was written, else in the form in which references are kept, else by another name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/key.hpp"
#include "operations/call.hpp"
#include "store/tables/place.hpp"

namespace mvoi::operations {

// The one object of this name; refused by name when several have it and none is written like it.
//   by_reference, by_alias  look into the register
template <typename ByReference, typename ByAlias, typename ReferenceOf>
std::optional<store::Placed> placed_by_name(const std::string& reference, ByReference by_reference, ByAlias by_alias,
                                            ReferenceOf reference_of) {
    if (auto placed = by_reference(reference)) return placed;
    const std::string key = json::key_of(reference);
    if (key != reference)
        if (auto placed = by_reference(key)) return placed;
    std::vector<store::Placed> others = by_alias(key);
    if (others.empty()) return std::nullopt;
    if (others.size() > 1) {
        std::string names;
        for (const store::Placed& each : others) names += (names.empty() ? "\"" : ", \"") + reference_of(each) + "\"";
        refuse(domain::No::Conflict, "/reference", "reference.twins", {{"value", reference}, {"accepted", names}});
    }
    return std::move(others.front());
}

}  // namespace mvoi::operations
