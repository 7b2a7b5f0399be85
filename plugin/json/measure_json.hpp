// SPDX-License-Identifier: EUPL-1.2
// In what promises are measured, of schema/rules/units.json, as typed rows.
#pragma once

#include "domain/contract/unit_of_measure.hpp"

namespace mvoi::json {

// What is compiled in. Read at first use, then shared by all threads; never changes. A row that makes no sense throws
// std::logic_error: it is a fault of the library.
const domain::contract::UnitsOfMeasure& units_of_measure();

}  // namespace mvoi::json
