// SPDX-License-Identifier: EUPL-1.2
// The outline of a tender: as lists and calendars show it without reading its entry. The flags that are kept begin on a
// day each, also one that is still to come: they leave the tables as those that stand on a day, and in no other way.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/model.hpp"
#include "json/value.hpp"

namespace mvoi::store {

struct Outline {
    json::Value themes;                  // their states, by theme
    std::vector<domain::Flag> flags;     // that stand on the day
    std::optional<domain::Date> turned;  // the last day until then on which one of them began or ended by itself
};

//   kept  JSON, as the fold made it
Outline outline_on(const std::string& kept, domain::Date day);

}  // namespace mvoi::store
