// SPDX-License-Identifier: EUPL-1.2
// Requests from the command line: each option and word puts its value where its row of the table points.
#pragma once

#include <string>

#include "arguments.hpp"
#include "json.hpp"

namespace mvoi::cli {

// The request that the options and words of this verb make, with "today" when it was given. Throws UsageError.
Object::Ptr request_from(const Arguments& arguments, Language language);
// A request that the user wrote, as it is but for "today", which is added when it was given and is not there.
std::string request_from_file(const Arguments& arguments, const std::string& path, Language language);

}  // namespace mvoi::cli
