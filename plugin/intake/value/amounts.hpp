// SPDX-License-Identifier: EUPL-1.2
// Amounts of money as people write them: "€ 1.234,50" is 123450 cents. Reading never guesses: what can mean two things
// is refused with the rule that says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "json/value.hpp"

namespace mvoi::intake {

constexpr std::int64_t max_cents = 9'000'000'000'000'000;  // as in schema/operations/common.json

struct AmountReading {
    std::optional<std::int64_t> low_cents;
    std::optional<std::int64_t> high_cents;  // equal to low_cents when it is one amount
    std::string_view rule;                   // the fault why it cannot be read; empty when it is
    bool approximate = false;                // "ca. 30.000": not this amount, but one near it
};
// Euros, or a band of them. Not for an empty text.
AmountReading read_amount(std::string_view text);
// The use of points and commas in an amount. "1.000" alone may be either; "1.234,50" shows both.
struct MarkUse {
    bool decimal = false, thousands = false, either = false;
};
struct AmountMarks {
    MarkUse point, comma;
};
AmountMarks marks_in(std::string_view text);
// A number of euros out of JSON, to the cent; nullopt when it has parts of cents, is negative or too large.
std::optional<std::int64_t> cents_of(const json::Value& number);
// The number as people write it: 1.3e+07 is "13.000.000".
std::string amount_text(const json::Value& number);
// Nobody buys for a euro: forms that insist on an amount are filled in with 0 or 1.
bool is_placeholder(std::int64_t cents);

}  // namespace mvoi::intake
