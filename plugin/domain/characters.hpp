// SPDX-License-Identifier: EUPL-1.2
// Characters of ASCII and of UTF-8, the same in every locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mvoi::domain {

constexpr bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_letter_or_digit(char c) {
    return is_lower(c) || is_upper(c) || is_digit(c);
}
constexpr char to_lower(char c) {
    return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}
// A to Z alone, as SQLite's lower().
inline std::string lowered(std::string text) {
    for (char& c : text) c = to_lower(c);
    return text;
}

// Every byte of UTF-8 but those that go on with a character.
constexpr bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

struct Character {
    char32_t code = 0xFFFD;
    std::size_t length = 1;  // bytes
    bool valid = false;
};

// The character of UTF-8 that begins here, before the end of the text. Too long a form, half a surrogate pair and a
// byte that begins none are not valid: they are U+FFFD, a byte long.
constexpr Character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() - at < length) return {};
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        code = (code << 6) | (byte(i) & 0x3FU);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least[length] || code > 0x10FFFF || is_surrogate) return {};
    return {code, length, true};
}

}  // namespace mvoi::domain
