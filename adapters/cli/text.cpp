// SPDX-License-Identifier: EUPL-1.2
#include "text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace mvoi::cli {

namespace {

// Not the second and later bytes of a UTF-8 character.
bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// The offset of the character after so many code points, in bytes.
std::size_t offset_of(std::string_view text, std::size_t columns) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (begins_character(text[at]) && columns-- == 0) break;
        ++at;
    }
    return at;
}

std::string grouped(std::string_view digits, char separator) {
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) result += separator;
        result += digits[i];
    }
    return result;
}

// Characters that steer a terminal or turn the direction of a line, so that it reads as something else: the controls
// U+0080 to U+009F, marks and embeddings of direction, separators of lines. Their bytes; 0: another character.
std::size_t length_of_control(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    if (byte(0) == 0xC2) return byte(1) >= 0x80 && byte(1) < 0xA0 ? 2 : 0;
    if (byte(0) == 0xD8) return byte(1) == 0x9C ? 2 : 0;  // U+061C
    if (byte(0) == 0xEF) return byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0;
    if (byte(0) != 0xE2 || (byte(1) != 0x80 && byte(1) != 0x81)) return 0;
    const bool mark = byte(1) == 0x80 && (byte(2) == 0x8E || byte(2) == 0x8F);     // U+200E, U+200F
    const bool line = byte(1) == 0x80 && (byte(2) >= 0xA8 && byte(2) <= 0xAE);     // U+2028 to U+202E
    const bool isolate = byte(1) == 0x81 && (byte(2) >= 0xA6 && byte(2) <= 0xA9);  // U+2066 to U+2069
    return mark || line || isolate ? 3 : 0;
}

}  // namespace

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> words) {
    return fill(pattern, std::span<const std::string_view>(words.begin(), words.size()));
}

std::string fill(std::string_view pattern, std::span<const std::string_view> words) {
    std::string result;
    for (const std::string_view word : words) {
        const std::size_t at = pattern.find("{}");
        if (at == std::string_view::npos) break;
        result.append(pattern.substr(0, at)).append(word);
        pattern.remove_prefix(at + 2);
    }
    return result.append(pattern);
}

std::string number(std::int64_t value) {
    std::array<char, 24> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

std::string figure(std::string_view exact, Language language) {
    const bool dutch = language == Language::Dutch, negative = exact.starts_with('-');
    exact.remove_prefix(negative ? 1 : 0);
    const std::size_t point = std::min(exact.find('.'), exact.size());
    std::string text = (negative ? "-" : "") + grouped(exact.substr(0, point), dutch ? '.' : ',');
    if (point < exact.size()) text.append(1, dutch ? ',' : '.').append(exact.substr(point + 1));
    return text;
}

std::string figure(std::string_view exact, std::size_t decimals, Language language) {
    const std::size_t point = std::min(exact.find('.'), exact.size());
    if (exact.size() - point <= decimals + 1) return figure(exact, language);
    const bool up = exact[point + decimals + 1] >= '5';
    std::string text(exact.substr(0, point + (decimals == 0 ? 0 : decimals + 1)));
    for (std::size_t place = text.size(); up; --place) {
        if (place == 0 || text[place - 1] == '-') {
            text.insert(place, 1, '1');
            break;
        }
        char& digit = text[place - 1];
        if (digit == '.') continue;
        digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
        if (digit != '0') break;
    }
    return figure(text, language);
}

std::string with_point(std::string text) {
    const std::size_t comma = text.find(',');
    const bool number = comma != std::string::npos && comma > 0 && comma + 1 < text.size() &&
                        text.find_first_not_of("0123456789,-") == std::string::npos &&
                        text.find(',', comma + 1) == std::string::npos;
    if (number) text[comma] = '.';
    return text;
}

std::string euros(std::int64_t cents, Language language) {
    const bool dutch = language == Language::Dutch;
    const std::int64_t size = cents < 0 ? -cents : cents;
    const std::string fraction = number(100 + size % 100).substr(1);
    const std::string whole = (cents < 0 ? "-" : "") + grouped(number(size / 100), dutch ? '.' : ',');
    return dutch ? "€ " + whole + "," + fraction : "€" + whole + "." + fraction;
}

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string shortened(std::string_view text, std::size_t columns) {
    if (width(text) <= columns || columns == 0) return std::string(text);
    return std::string(text.substr(0, offset_of(text, columns - 1))) + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    while (columns > 0 && width(text) > columns) {
        const std::size_t limit = offset_of(text, columns);
        std::size_t end = text.rfind(' ', limit);
        if (end == std::string_view::npos || end == 0) end = limit;  // one word longer than the line
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), text.find_first_not_of(' ', end)));
    }
    if (!text.empty() || lines.empty()) lines.emplace_back(text);
    return lines;
}

std::string printable(std::string_view text) {
    std::string result(text);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto byte = static_cast<unsigned char>(result[i]);
        if (byte < 0x20 || byte == 0x7F) result[i] = ' ';
        if (const std::size_t length = length_of_control(std::string_view(result).substr(i)); length > 0)
            result.replace(i, length, 1, ' ');
    }
    return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + 1);
    }
    parts.push_back(text);
    return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string result;
    for (const std::string& part : parts) result.append(result.empty() ? "" : separator).append(part);
    return result;
}

}  // namespace mvoi::cli
