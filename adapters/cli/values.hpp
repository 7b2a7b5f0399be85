// SPDX-License-Identifier: EUPL-1.2
// Values of options, read. They are not judged: the library says what is right.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "json.hpp"
#include "verbs.hpp"

namespace mvoi::cli {

// The value that goes into the request; empty when the text is not of this kind. Throws Fault for a file.
Var value_of(Kind kind, const std::string& text, Language language);

std::optional<std::int64_t> parse_integer(std::string_view text);
// The text before and after the first separator; nothing when there is no separator, or nothing before it.
std::optional<std::pair<std::string_view, std::string_view>> cut(std::string_view text, char separator);

}  // namespace mvoi::cli
