// SPDX-License-Identifier: EUPL-1.2
// The regional tables of building blocks and the found rules of schema/rules/social-return-*.json, as typed rows.
#pragma once

#include "domain/social_return/social_return.hpp"

namespace mvoi::json {

// A row that makes no sense throws std::logic_error: it is a fault of the library.
domain::social_return::Tables read_social_return_tables();
domain::social_return::RuleList read_social_return_rules();

}  // namespace mvoi::json
