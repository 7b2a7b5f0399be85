// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <istream>
#include <memory>
#include <string>

#include "intake/row.hpp"

namespace mvoi::intake {

// Notices of TED, one JSON object a line. The stream must outlive the source.
std::unique_ptr<RowSource> notices(std::istream& input, const std::string& organisation);

}  // namespace mvoi::intake
