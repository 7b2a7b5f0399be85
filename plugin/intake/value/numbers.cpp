// SPDX-License-Identifier: EUPL-1.2
#include "intake/value/numbers.hpp"

#include <algorithm>
#include <string>

#include "domain/characters.hpp"
#include "intake/text/text.hpp"

namespace mvoi::intake {
namespace {

constexpr std::string_view number_unreadable = "import.number-unreadable", two_things = "import.number-two-things";
constexpr std::size_t group = 3;  // digits between marks of thousands

bool are_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), domain::is_digit);
}

// "1.234.567": the first group has one to three digits, every other one three.
bool are_thousands(std::string_view text, char mark) {
    std::size_t at = text.find(mark);
    if (at == 0 || at > group) return false;
    while (at != std::string_view::npos) {
        const std::size_t next = text.find(mark, at + 1);
        const std::size_t end = std::min(next, text.size());
        if (end - at - 1 != group) return false;
        at = next;
    }
    return true;
}

// The mark that stands before the decimals; '\0': there are none; '?': it can be one or the other.
char mark_of(std::string_view text) {
    const std::size_t point = text.rfind('.'), comma = text.rfind(',');
    constexpr std::size_t none = std::string_view::npos;
    if (point == none && comma == none) return '\0';
    if (point != none && comma != none) return point > comma ? '.' : ',';
    const char mark = point != none ? '.' : ',';
    if (std::count(text.begin(), text.end(), mark) > 1) return '\0';
    const std::size_t at = text.find(mark);
    const bool may_be_thousands = are_thousands(text, mark) && text.front() != '0';
    if (!may_be_thousands) return mark;
    return at == 0 ? mark : '?';
}

}  // namespace

bool is_shortened(std::string_view text) {
    text = trimmed(text);
    const std::size_t e = text.find_first_of("eE");
    if (e == std::string_view::npos || e == 0) return false;
    const std::string_view front = text.substr(0, e);
    std::string_view power = text.substr(e + 1);
    if (!power.starts_with('+')) return false;
    power.remove_prefix(1);
    const std::size_t mark = front.find_first_of(".,");
    const bool whole = are_digits(front.substr(0, mark));
    return whole && are_digits(power) && (mark == std::string_view::npos || are_digits(front.substr(mark + 1)));
}

NumberReading read_number(std::string_view text, char decimal_mark) {
    std::string plain;
    for (const char c : tidy(text))
        if (c != ' ') plain += c;
    const bool negative = plain.starts_with('-');
    const std::string_view number = std::string_view(plain).substr(negative ? 1 : 0);
    if (number.find_first_not_of("0123456789.,") != number.npos) return {{}, number_unreadable};
    const char mark = decimal_mark ? decimal_mark : mark_of(number);
    if (mark == '?') return {{}, two_things};
    const char thousands = mark == ',' ? '.' : mark == '.' ? ',' : number.find('.') != number.npos ? '.' : ',';
    const std::size_t at = mark ? number.rfind(mark) : number.npos;
    const std::string_view whole = number.substr(0, std::min(at, number.size()));
    if (whole.find(thousands) != whole.npos && !are_thousands(whole, thousands)) return {{}, number_unreadable};
    std::string exact = negative ? "-" : "";
    for (const char c : whole)
        if (c != thousands) exact += c;
    if (at != number.npos) {
        std::string_view decimals = number.substr(at + 1);
        if (!are_digits(decimals)) return {{}, number_unreadable};
        while (decimals.size() > 1 && decimals.ends_with('0')) decimals.remove_suffix(1);
        exact.append(".").append(decimals);
    }
    const auto value = domain::measure::parse_decimal(exact);
    return value ? NumberReading{*value, {}} : NumberReading{{}, number_unreadable};
}

}  // namespace mvoi::intake
