// SPDX-License-Identifier: EUPL-1.2
// Texts of any origin, made into lines, words and codes. Pure, and without any locale.
#pragma once

#include <string>
#include <string_view>

namespace mvoi::intake {

// Without the blanks (no-break blanks too), tabs and line ends at either side.
std::string_view trimmed(std::string_view text);
// Trimmed, and every run of blanks, tabs, line ends and controls inside is one blank: a title is one line.
std::string tidy(std::string_view text);
// For comparing words: lower-case letters and digits without accents; all else is one blank ("N.T.B." is "n t b").
// Letters that are not Latin stay as they are.
std::string folded(std::string_view text);
// "Gemeente 's-Hertogenbosch" is "gemeente-s-hertogenbosch"; ASCII, at most this long; empty when nothing is left.
std::string slug(std::string_view text, std::size_t max);
// The first so many characters (not bytes).
std::string_view cut(std::string_view text, std::size_t characters);
// The text as a fault may show it: valid UTF-8 and short.
std::string shown(std::string_view text);
// Not valid UTF-8, or with a NUL: the file is in another encoding than was said.
bool is_broken(std::string_view text);
// Adds the text, decoded, as UTF-8.
void append_windows_1252(std::string& out, std::string_view text);

}  // namespace mvoi::intake
