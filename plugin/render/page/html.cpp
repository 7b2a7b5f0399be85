// SPDX-License-Identifier: EUPL-1.2
#include "render/page/html.hpp"

#include "domain/characters.hpp"

namespace mvoi::render {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

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
        const domain::Character character = domain::character_at(text, 0);
        const std::string_view bytes = text.substr(0, character.length);
        text.remove_prefix(character.length);
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
