// SPDX-License-Identifier: EUPL-1.2
// Words for the codes of an answer that come without a label. Labels that an answer has are shown as they are.
#pragma once

#include <string>
#include <string_view>

#include "text.hpp"

namespace mvoi::cli {

// kind: "state", "registration", "severity", "source", "level", "certainty", "grade", "review", "stand", "milestone". A
// code that a later library has and this table does not is shown as it is.
std::string word(std::string_view kind, std::string_view code, Language language);

}  // namespace mvoi::cli
