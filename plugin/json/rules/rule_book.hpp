// SPDX-License-Identifier: EUPL-1.2
// The rule book of schema/rules/ as it is compiled in. A call of an operation brings it along (operations/call.hpp).
#pragma once

#include "domain/rule_book.hpp"

namespace mvoi::json {

// Read at first use, then shared by all threads; never changes. A row that makes no sense throws std::logic_error: it
// is a fault of the library.
const domain::RuleBook& rule_book();

}  // namespace mvoi::json
