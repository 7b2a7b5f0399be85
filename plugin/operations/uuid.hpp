// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace mvoi::operations {

// A UUID of version 7 (RFC 9562), from random bytes of the system: it grows with time, so that a new tender is added at
// the end of an index instead of somewhere in the middle of it.
std::string new_uuid();

}  // namespace mvoi::operations
