// SPDX-License-Identifier: EUPL-1.2
// Numbers and amounts as case files write them.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

#include "domain/measure/exact.hpp"

inline mvoi::domain::measure::Decimal number(const std::string& text) {
    const auto decimal = mvoi::domain::measure::parse_decimal(text);
    if (!decimal) throw std::invalid_argument("no number: " + text);
    return *decimal;
}

// "50000" and "49999.99" in euros; in cents. Larger than a Decimal may be.
inline std::int64_t cents(const std::string& euros) {
    const std::size_t point = euros.find('.');
    const std::string fraction = point == std::string::npos ? "" : euros.substr(point + 1);
    if (fraction.size() > 2) throw std::invalid_argument("a part of a cent: " + euros);
    return std::stoll(euros.substr(0, point) + fraction + std::string(2 - fraction.size(), '0'));
}

inline std::string shown(const mvoi::domain::measure::Fraction& value) {
    return value.rounded(6).text();
}
