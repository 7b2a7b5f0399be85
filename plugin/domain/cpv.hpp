// SPDX-License-Identifier: EUPL-1.2
// The ninth digit of a CPV code, as it follows from the other eight for nearly all codes: their sum, weighted 3, 7, 1
// in turn. Some codes, such as those of fuels and electricity (09), have another in the Verordening, so a digit that
// differs is worth a remark and no refusal.
#pragma once

#include <string_view>

#include "domain/rules.hpp"

namespace mvoi::domain {

inline constexpr std::size_t cpv_digits = 8;

inline char cpv_check_digit(std::string_view code) {
    constexpr int weights[] = {3, 7, 1};
    int sum = 0;
    for (std::size_t i = 0; i < cpv_digits; ++i) sum += (code[i] - '0') * weights[i % 3];
    return static_cast<char>('0' + sum % 10);
}

// True for 34928400-9, of which it is a 2; false for a code without the digit.
inline bool has_unusual_check_digit(std::string_view code) {
    constexpr std::string_view energy = "09";
    return code.size() > cpv_digits && !code.starts_with(energy) && code.back() != cpv_check_digit(code);
}

// True when the first two digits are a division that exists (Verordening (EG) 213/2008).
inline bool is_in_a_division(std::string_view code, const Rules& rules) {
    constexpr std::size_t division_digits = 2;
    return rules.find("cpv-divisions", code.substr(0, division_digits)) != nullptr;
}

}  // namespace mvoi::domain
