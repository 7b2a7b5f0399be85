// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "operations/tender/gate.hpp"

namespace mvoi::operations {

// The review that a request names by "review"; refused when there is none.
ReviewOf named_review(const Call& call, store::Connection& connection);

}  // namespace mvoi::operations
