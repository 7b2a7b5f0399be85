// SPDX-License-Identifier: EUPL-1.2
// The rule data of schema/rules/, read once.
#pragma once

#include "domain/rules.hpp"

namespace mvoi::json {

// The rules that are compiled in. Read at first use, then shared by all threads; never changes.
const domain::Rules& rules();

}  // namespace mvoi::json
