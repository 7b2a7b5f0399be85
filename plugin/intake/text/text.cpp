// SPDX-License-Identifier: EUPL-1.2
#include "intake/text/text.hpp"

#include <algorithm>
#include <array>

#include "domain/characters.hpp"
#include "json/text.hpp"

namespace mvoi::intake {
namespace {

using domain::is_ascii;
using domain::is_digit;
using domain::is_lower;

constexpr bool is_blank(char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
}

constexpr std::string_view no_break_blank = "\xC2\xA0";
constexpr std::string_view narrow_blank = "\xE2\x80\xAF";

// The Latin letters of Latin-1 Supplement and Latin Extended-A without their accents, and the signs that stand between
// words. Each row holds up to and including its last code point.
struct Fold {
    char32_t last;
    const char* ascii;  // nullptr: as it is
};
constexpr std::array folds{
    Fold{0x00BF, " "},     Fold{0x00C5, "a"},     Fold{0x00C6, "ae"},    Fold{0x00C7, "c"},     Fold{0x00CB, "e"},
    Fold{0x00CF, "i"},     Fold{0x00D0, "d"},     Fold{0x00D1, "n"},     Fold{0x00D6, "o"},     Fold{0x00D7, " "},
    Fold{0x00D8, "o"},     Fold{0x00DC, "u"},     Fold{0x00DD, "y"},     Fold{0x00DE, "th"},    Fold{0x00DF, "ss"},
    Fold{0x00E5, "a"},     Fold{0x00E6, "ae"},    Fold{0x00E7, "c"},     Fold{0x00EB, "e"},     Fold{0x00EF, "i"},
    Fold{0x00F0, "d"},     Fold{0x00F1, "n"},     Fold{0x00F6, "o"},     Fold{0x00F7, " "},     Fold{0x00F8, "o"},
    Fold{0x00FC, "u"},     Fold{0x00FD, "y"},     Fold{0x00FE, "th"},    Fold{0x00FF, "y"},     Fold{0x0105, "a"},
    Fold{0x010D, "c"},     Fold{0x0111, "d"},     Fold{0x011B, "e"},     Fold{0x0123, "g"},     Fold{0x0127, "h"},
    Fold{0x0131, "i"},     Fold{0x0133, "ij"},    Fold{0x0135, "j"},     Fold{0x0138, "k"},     Fold{0x0142, "l"},
    Fold{0x014B, "n"},     Fold{0x0151, "o"},     Fold{0x0153, "oe"},    Fold{0x0159, "r"},     Fold{0x0161, "s"},
    Fold{0x0167, "t"},     Fold{0x0173, "u"},     Fold{0x0175, "w"},     Fold{0x0178, "y"},     Fold{0x017E, "z"},
    Fold{0x017F, "s"},     Fold{0x02FF, nullptr}, Fold{0x036F, ""},      Fold{0x1FFF, nullptr}, Fold{0x206F, " "},
    Fold{0x209F, nullptr}, Fold{0x20CF, " "},     Fold{0x2FFF, nullptr}, Fold{0x3000, " "},     Fold{0xFEFE, nullptr},
    Fold{0xFEFF, ""},      Fold{0xFFFC, nullptr}, Fold{0xFFFD, " "}};

const char* fold_of(char32_t code) {
    const auto row =
        std::lower_bound(folds.begin(), folds.end(), code, [](const Fold& fold, char32_t c) { return fold.last < c; });
    return row == folds.end() ? nullptr : row->ascii;
}

// Words are parted by one blank, and none stands before the first.
void append_blank(std::string& out) {
    if (!out.empty() && out.back() != ' ') out.push_back(' ');
}

// Code points of the bytes 0x80 to 0x9F; zero where windows-1252 has none.
constexpr std::array<char32_t, 32> windows_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& out, char32_t code) {
    if (code < 0x800) {
        out.push_back(static_cast<char>(0xC0 | (code >> 6)));
    } else {
        out.push_back(static_cast<char>(0xE0 | (code >> 12)));
        out.push_back(static_cast<char>(0x80 | ((code >> 6) & 0x3F)));
    }
    out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    for (;;) {
        if (!text.empty() && is_blank(text.front()))
            text.remove_prefix(1);
        else if (text.starts_with(no_break_blank))
            text.remove_prefix(no_break_blank.size());
        else if (text.starts_with(narrow_blank))
            text.remove_prefix(narrow_blank.size());
        else
            break;
    }
    for (;;) {
        if (!text.empty() && is_blank(text.back()))
            text.remove_suffix(1);
        else if (text.ends_with(no_break_blank))
            text.remove_suffix(no_break_blank.size());
        else if (text.ends_with(narrow_blank))
            text.remove_suffix(narrow_blank.size());
        else
            return text;
    }
}

std::string tidy(std::string_view text) {
    text = trimmed(text);
    std::string line;
    line.reserve(text.size());
    for (const char c : text) {
        if (!is_blank(c))
            line.push_back(c);
        else if (line.back() != ' ')
            line.push_back(' ');
    }
    return line;
}

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (is_ascii(c)) {
            const char lower = domain::to_lower(c);
            if (is_lower(lower) || is_digit(lower))
                out.push_back(lower);
            else
                append_blank(out);
            ++i;
            continue;
        }
        const domain::Character character = domain::character_at(text, i);
        const char* ascii = fold_of(character.code);
        if (ascii && *ascii == ' ')
            append_blank(out);
        else
            out.append(ascii ? std::string_view(ascii) : text.substr(i, character.length));
        i += character.length;
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string slug(std::string_view text, std::size_t max) {
    std::string out;
    for (const char c : folded(text)) {
        if (is_lower(c) || is_digit(c))
            out.push_back(c);
        else if (c == ' ' && !out.empty() && out.back() != '-')
            out.push_back('-');
    }
    if (out.size() > max) out.resize(max);
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

std::string_view cut(std::string_view text, std::size_t characters) {
    if (text.size() <= characters) return text;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (domain::begins_character(text[i]) && count++ == characters) return text.substr(0, i);
    return text;
}

std::string shown(std::string_view text) {
    constexpr std::size_t most = 80;
    text = trimmed(text);
    std::string out;
    for (std::size_t i = 0; i < text.size() && out.size() < most;) {
        const domain::Character character = domain::character_at(text, i);
        const std::string_view piece = text.substr(i, character.length);
        i += character.length;
        if (is_blank(piece.front()))
            append_blank(out);
        else
            out.append(character.valid ? piece : "?");
        if (out.size() >= most && i < text.size()) out.append("...");
    }
    return out;
}

bool is_broken(std::string_view text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return is_ascii(c) && c != '\0'; });
    if (plain) return false;
    return text.find('\0') != std::string_view::npos || json::find_invalid_utf8(text) != std::string_view::npos;
}

void append_windows_1252(std::string& out, std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out.push_back(c);
        } else if (byte >= 0xA0) {
            append_utf8(out, byte);
        } else {
            const char32_t code = windows_1252[byte - 0x80U];
            append_utf8(out, code ? code : 0xFFFD);
        }
    }
}

}  // namespace mvoi::intake
