// SPDX-License-Identifier: EUPL-1.2
// The regional tables of building blocks and the found rules of schema/rules/social-return-*.json, as typed rows.
#pragma once

#include "domain/social_return/social_return.hpp"

namespace mvoi::json {

// The tables and rules of social return that are compiled in. Read at first use, then shared by all threads; never
// changes. A row that makes no sense throws std::logic_error: it is a fault of the library.
const domain::social_return::Tables& social_return_tables();
const domain::social_return::RuleList& social_return_rules();

}  // namespace mvoi::json
