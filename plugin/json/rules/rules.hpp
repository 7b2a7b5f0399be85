// SPDX-License-Identifier: EUPL-1.2
// The vocabularies of schema/rules/, and their edition.
#pragma once

#include "domain/rules.hpp"

namespace mvoi::json {

domain::Rules read_rules();

}  // namespace mvoi::json
