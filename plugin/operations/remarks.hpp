// SPDX-License-Identifier: EUPL-1.2
// Remarks on what was asked of a list: a filter that can find nothing is not answered in silence.
#pragma once

#include <string>
#include <vector>

#include "operations/call.hpp"

namespace mvoi::operations {

// Sentences; none where the filters are of what is there.
std::vector<std::string> remarks_on_filters(const Call& call);

}  // namespace mvoi::operations
