// SPDX-License-Identifier: EUPL-1.2
// Numbers as people write what they measured: "1.234,5", "1,234.5", "12 500". Reading never guesses: "1.234" may be a
// thousand and more, or a little over one, and is refused unless it was said which mark is the decimal one.
#pragma once

#include <optional>
#include <string_view>

#include "domain/measure/exact.hpp"

namespace mvoi::intake {

struct NumberReading {
    domain::measure::Decimal value;
    std::string_view rule;  // the fault why it cannot be read; empty when it is
};
//   decimal_mark  '.' or ','; '\0': it was not said
NumberReading read_number(std::string_view text, char decimal_mark);

// "1,23E+07": a spreadsheet shortened a long number, and its last digits are gone.
bool is_shortened(std::string_view text);

}  // namespace mvoi::intake
