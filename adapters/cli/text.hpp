// SPDX-License-Identifier: EUPL-1.2
// Words in two languages, and text as a terminal needs it. Nothing here reads the locale.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mvoi::cli {

enum class Language { Dutch, English };

// One text in both languages. Dutch comes first, as it does for the reader.
struct Text {
    std::string_view nl;
    std::string_view en;

    constexpr std::string_view in(Language language) const { return language == Language::Dutch ? nl : en; }
};

// Puts the words, one after the other, where the pattern has "{}".
std::string fill(std::string_view pattern, std::span<const std::string_view> words);
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> words);

std::string number(std::int64_t value);
// An exact number of an answer as people write it: "-1234567.5" is "-1.234.567,5" in Dutch.
std::string figure(std::string_view exact, Language language);
// The same, rounded to so many decimals, half away from zero; what had fewer keeps them.
std::string figure(std::string_view exact, std::size_t decimals, Language language);
// A number as somebody typed it becomes one as a request has it: "5,5" is "5.5"; anything else as it is.
std::string with_point(std::string text);
// Cents as an amount: "€ 125.000,50" in Dutch, "€125,000.50" in English.
std::string euros(std::int64_t cents, Language language);

// The columns that the text takes: its code points. Dutch has no wide characters.
std::size_t width(std::string_view text);
// The text cut to so many columns, with an ellipsis when something was cut.
std::string shortened(std::string_view text, std::size_t columns);
// The text as lines of at most so many columns, broken at blanks where there are any; 0 leaves it one line.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);
// Control characters become blanks: a title from a file of someone else must not be able to steer the terminal.
std::string printable(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace mvoi::cli
