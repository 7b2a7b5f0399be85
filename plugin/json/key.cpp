// SPDX-License-Identifier: EUPL-1.2
#include "json/key.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>

#include "domain/characters.hpp"

namespace mvoi::json {
namespace {

bool is_space(char32_t code) {
    if (code <= 0x20 || (code >= 0x7F && code <= 0xA0)) return true;
    const utf8proc_property_t* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(code));
    return property->category == UTF8PROC_CATEGORY_ZS || property->category == UTF8PROC_CATEGORY_ZL ||
           property->category == UTF8PROC_CATEGORY_ZP;
}

bool does_not_show(char32_t code) {
    return code > 0x7F && utf8proc_get_property(static_cast<utf8proc_int32_t>(code))->ignorable;
}

// Single blanks between words; characters that do not show are passed over.
std::string in_one_line(std::string_view text) {
    std::string line;
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const domain::Character character = domain::character_at(text, at);
        if (is_space(character.code) && character.valid) {
            blank = !line.empty();
        } else if (!character.valid || !does_not_show(character.code)) {
            if (blank) line += ' ';
            blank = false;
            line += text.substr(at, character.length);
        }
        at += character.length;
    }
    return line;
}

std::string composed(const std::string& text) {
    if (std::all_of(text.begin(), text.end(), domain::is_ascii)) return text;
    utf8proc_uint8_t* made = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &made, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(made, &std::free);
    if (size == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
    return size < 0 ? text : std::string(reinterpret_cast<const char*>(made), static_cast<std::size_t>(size));
}

}  // namespace

std::string key_of(std::string_view text) {
    return composed(in_one_line(text));
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const domain::Character character = domain::character_at(text, at);
        if (!character.valid || (!is_space(character.code) && !does_not_show(character.code))) return false;
        at += character.length;
    }
    return true;
}

}  // namespace mvoi::json
