// SPDX-License-Identifier: EUPL-1.2
// The clock, read for the journal's own stamp and for nothing else.
#pragma once

#include <string>

namespace mvoi::store {

// Now in UTC with milliseconds: "2026-11-21T09:30:00.125Z".
std::string now_stamp();

}  // namespace mvoi::store
