// SPDX-License-Identifier: EUPL-1.2
#include "render/page/picture_text.hpp"

#include <cstddef>

#include "domain/characters.hpp"

namespace mvoi::render {
namespace {

constexpr int ellipsis_width = 13;

// At least what a character takes in the fonts of the page, in pixels; DejaVu Sans, which stands in for them where they
// are not there, is the widest. What is no ASCII, and what is shown as U+FFFD, may be a little wider than it is high.
int width_of(char32_t code) {
    constexpr std::string_view narrow = "\n\t !'(),-./:;I[]fijlrt|";
    constexpr std::string_view wide = "%@MWmw";
    constexpr std::string_view signs = "#&+<=>^~";
    if (code > 0x7E) return 14;
    const char character = static_cast<char>(code);
    if (narrow.find(character) != std::string_view::npos) return 5;
    if (code < 0x20) return 14;
    if (signs.find(character) != std::string_view::npos) return 11;
    if (wide.find(character) != std::string_view::npos) return 13;
    return domain::is_upper(character) ? 10 : 8;
}

}  // namespace

std::string_view that_fits(std::string_view text, int width) {
    std::size_t at = 0;
    while (at < text.size()) {
        const domain::Character character = domain::character_at(text, at);
        width -= width_of(character.code);
        if (width < 0) break;
        at += character.length;
    }
    return text.substr(0, at);
}

std::string one_line_of(std::string_view text, int width) {
    if (that_fits(text, width).size() == text.size()) return std::string(text);
    return std::string(that_fits(text, width - ellipsis_width)) + "…";
}

std::vector<std::string> two_lines_of(std::string_view text, int width) {
    const std::string_view first = that_fits(text, width);
    if (first.size() == text.size()) return {std::string(text)};
    const std::size_t space = first.rfind(' ');
    const bool at_space = space != std::string_view::npos && space > 0;
    const std::string_view line = at_space ? first.substr(0, space) : first;
    return {std::string(line), one_line_of(text.substr(line.size() + (at_space ? 1 : 0)), width)};
}

void draw_text(Html& html, int x, int y, Markup kind, std::string_view text) {
    html.element("text", {{"x", std::to_string(x)}, {"y", std::to_string(y)}, {"class", kind.text()}}, text);
}

}  // namespace mvoi::render
