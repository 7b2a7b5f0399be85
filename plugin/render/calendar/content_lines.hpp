// SPDX-License-Identifier: EUPL-1.2
// Content lines of iCalendar (RFC 5545 3.1): escaped, folded by octets between characters, ended by CRLF. For
// ical.cpp; all of it inline, because a feed is tens of thousands of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "domain/characters.hpp"

namespace mvoi::render {

constexpr unsigned char octet(char c) {
    return static_cast<unsigned char>(c);
}

// ASCII that stands for itself in a TEXT. A tab does too: it is white space, not a control, to RFC 5545.
constexpr bool is_plain(unsigned char c) {
    return c == '\t' || (c >= 0x20 && c < 0x7F && c != '\\' && c != ';' && c != ',');
}

constexpr auto plain = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c) table[c] = is_plain(static_cast<unsigned char>(c));
    return table;
}();

constexpr std::size_t plain_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && plain[octet(text[length])]) ++length;
    return length;
}

// One character, or one line ending, as it stands in a TEXT; how many octets of the source it took.
struct Replacement {
    std::string_view text;
    std::size_t taken = 1;
};

Replacement replace_ascii(std::string_view text) {
    switch (text[0]) {
        case '\\':
            return {"\\\\"};
        case ';':
            return {"\\;"};
        case ',':
            return {"\\,"};
        case '\n':
            return {"\\n"};
        case '\r':
            return {"\\n", text.size() > 1 && text[1] == '\n' ? 2U : 1U};
        default:
            return {""};  // a control character
    }
}

// NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR end a line for readers that split by Unicode, so they are written as \n;
// the other C1 controls go the way of the C0 ones. An octet that is no UTF-8 shows as U+FFFD.
Replacement replace_wide(std::string_view text) {
    const domain::Character character = domain::character_at(text, 0);
    if (!character.valid) return {"\xEF\xBF\xBD"};
    const char32_t code = character.code;
    if (code == 0x85 || code == 0x2028 || code == 0x2029) return {"\\n", character.length};
    if (code < 0xA0) return {"", character.length};
    return {text.substr(0, character.length), character.length};
}

Replacement replace(std::string_view text) {
    return domain::is_ascii(text[0]) ? replace_ascii(text) : replace_wide(text);
}

// ---- content lines --------------------------------------------------------------------------------------------------

// Content lines (RFC 5545 3.1) in one string, folded while they are written: no line is ever built apart.
class ContentLines {
  public:
    explicit ContentLines(std::size_t expected_bytes) { bytes_.reserve(expected_bytes); }

    // Whole lines of ASCII that need neither folding nor escaping, each with its CRLF.
    void whole(std::string_view lines) { bytes_.append(lines); }

    void begin(std::string_view name) {
        line_start_ = bytes_.size();
        folded_ = false;
        bytes_.append(name);
    }

    void text(std::string_view value) {
        while (!value.empty()) {
            const std::size_t length = plain_length(value);
            ascii(value.substr(0, length));
            value.remove_prefix(length);
            if (value.empty()) return;
            const Replacement replacement = replace(value);
            unit(replacement.text);
            value.remove_prefix(replacement.taken);
        }
    }

    // Between the values of a list; the only comma that is not escaped.
    void comma() { unit(","); }

    void end() {
        drop_blank_line();
        bytes_.append("\r\n");
    }

    std::string take() && { return std::move(bytes_); }

  private:
    static constexpr std::size_t line_octets = 75;  // without CRLF, with the blank of a folded line

    std::size_t room() const { return line_octets - (bytes_.size() - line_start_); }

    void fold() {
        drop_blank_line();
        bytes_.append("\r\n ");
        line_start_ = bytes_.size() - 1;
        folded_ = true;
    }

    // A folded line of blanks alone looks empty, and readers such as vobject end the property there. Blanks that fill a
    // whole line say nothing, so they go.
    void drop_blank_line() {
        if (!folded_ || bytes_.find_first_not_of(" \t", line_start_) != std::string::npos) return;
        bytes_.resize(line_start_ - 2);
    }

    void ascii(std::string_view run) {
        while (run.size() > room()) {
            const std::size_t fits = room();
            bytes_.append(run.substr(0, fits));
            run.remove_prefix(fits);
            fold();
        }
        bytes_.append(run);
    }

    // Octets that stay together: a character of UTF-8, or a backslash and what it escapes.
    void unit(std::string_view octets) {
        if (octets.size() > room()) fold();
        bytes_.append(octets);
    }

    std::string bytes_;
    std::size_t line_start_ = 0;
    bool folded_ = false;
};

inline void text_line(ContentLines& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out.begin(name);
    out.text(value);
    out.end();
}

}  // namespace mvoi::render
