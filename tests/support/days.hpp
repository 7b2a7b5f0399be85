// SPDX-License-Identifier: EUPL-1.2
// Days as tests write them.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "domain/date.hpp"

inline mvoi::domain::Date day(std::string_view text) {
    const auto date = mvoi::domain::parse_date(text);
    if (!date) throw std::invalid_argument("no day: " + std::string(text));
    return *date;
}
