// SPDX-License-Identifier: EUPL-1.2
// Members of a request about a tender in people's own words, as lists have them too.
#pragma once

#include "json/value.hpp"

namespace mvoi::operations {

// Puts codes and cents in the place of words and amounts that are understood: "Europees openbaar", "Diensten",
// "€ 640.000". An amount is one where it names its currency: digits alone are cents. What is not understood stays, and
// is refused by the schema.
void read_as_written(json::Value& request);

}  // namespace mvoi::operations
