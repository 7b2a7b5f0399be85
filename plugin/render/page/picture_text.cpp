// SPDX-License-Identifier: EUPL-1.2
#include "render/page/picture_text.hpp"

#include <cstddef>

#include "json/characters.hpp"

namespace mvoi::render {
namespace {

constexpr int ellipsis_width = 13;

// At least what a character takes in the fonts of the page, in pixels; DejaVu Sans, which stands in for them where they
// are not there, is the widest. What is no ASCII may be a little wider than it is high.
int width_of(char character) {
    constexpr std::string_view narrow = " !'(),-./:;I[]fijlrt|";
    constexpr std::string_view wide = "%@MWmw";
    constexpr std::string_view signs = "#&+<=>^~";
    if (!json::is_ascii(character)) return json::begins_character(character) ? 14 : 0;
    if (signs.find(character) != std::string_view::npos) return 11;
    if (narrow.find(character) != std::string_view::npos) return 5;
    if (wide.find(character) != std::string_view::npos) return 13;
    return json::is_upper(character) ? 10 : 8;
}

}  // namespace

std::string_view that_fits(std::string_view text, int width) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        width -= width_of(text[at]);
        if (width < 0) break;
    }
    while (at > 0 && at < text.size() && !json::begins_character(text[at])) --at;
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
