// SPDX-License-Identifier: EUPL-1.2
// The operation by which a finding is mended: its member is one of that operation's request.
#pragma once

#include <string_view>

#include "domain/model.hpp"

namespace mvoi::domain::gates {

// Empty: nothing can be done about it, or nothing needs to be.
std::string_view operation_that_mends(const Finding& finding);

}  // namespace mvoi::domain::gates
