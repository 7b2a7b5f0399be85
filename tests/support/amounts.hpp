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

// "50000" and "49999.99" in euros; in cents.
inline std::int64_t cents(const std::string& euros) {
    if (euros.find('.') == std::string::npos) return std::stoll(euros) * 100;
    const std::int64_t millionths = number(euros).millionths;
    if (millionths % 10'000 != 0) throw std::invalid_argument("a part of a cent: " + euros);
    return millionths / 10'000;
}

inline std::string shown(const mvoi::domain::measure::Fraction& value) {
    return value.rounded(6).text();
}
