// SPDX-License-Identifier: EUPL-1.2
// Text in a picture: it does not wrap by itself, and what sticks out is cut off. So it is measured here, generously,
// without a font.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/page/html.hpp"

namespace mvoi::render {

// The bytes at the beginning that fit in a width of pixels at 13 pixels high, whole characters only.
std::string_view that_fits(std::string_view text, int width);

// On one line; what does not fit ends in an ellipsis.
std::string one_line_of(std::string_view text, int width);

// On one line or two, parted at a space; what does not fit on those ends in an ellipsis.
std::vector<std::string> two_lines_of(std::string_view text, int width);

void draw_text(Html& html, int x, int y, Markup kind, std::string_view text);

}  // namespace mvoi::render
