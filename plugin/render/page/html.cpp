// SPDX-License-Identifier: EUPL-1.2
#include "render/page/html.hpp"

#include <cstddef>

namespace mvoi::render {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

struct Character {
    char32_t code = 0;
    std::size_t bytes = 1;
    bool valid = false;
};

// The character at the beginning of a text that is not empty. Too long a form and half a surrogate pair are not valid.
Character first_of(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return {};
    char32_t code = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        code = code << 6 | (byte(i) & 0x3F);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < least[bytes] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
    return {code, bytes, true};
}

// The marks U+200E and U+200F are harmless, and belong in Hebrew and Arabic; what embeds, overrides or isolates is not.
bool turns_direction(char32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool can_be_shown(char32_t code) {
    if (code == '\n' || code == '\t') return true;
    return code >= 0x20 && (code < 0x7F || code > 0x9F) && code != 0xFFFE && code != 0xFFFF && !turns_direction(code);
}

std::string_view escape_of(char32_t code) {
    switch (code) {
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '&':
            return "&amp;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const Character character = first_of(text);
        const std::string_view bytes = text.substr(0, character.bytes);
        text.remove_prefix(character.bytes);
        if (character.code == '\r') {
            if (text.empty() || text[0] != '\n') out += '\n';
        } else if (!character.valid || !can_be_shown(character.code)) {
            out += replacement;
        } else {
            const std::string_view escape = escape_of(character.code);
            out += escape.empty() ? bytes : escape;
        }
    }
}

void Html::start(Markup tag, Attributes attributes) {
    out_.append("<").append(tag.text());
    for (const Attribute& attribute : attributes) {
        out_.append(" ").append(attribute.name.text()).append("=\"");
        append_escaped(out_, attribute.value);
        out_ += '"';
    }
}

}  // namespace mvoi::render
