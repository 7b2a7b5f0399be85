// SPDX-License-Identifier: EUPL-1.2
// Requests from the command line. What is written here is only read, not judged: the library says what is right.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "arguments.hpp"
#include "json.hpp"

namespace mvoi::cli {

// The request that the options and words of this verb make, with "today" when it was given. Throws UsageError.
Object::Ptr request_from(const Arguments& arguments, Language language);
// A request that the user wrote, as it is but for "today", which is added when it was given and is not there.
std::string request_from_file(const Arguments& arguments, const std::string& path, Language language);

std::optional<std::int64_t> parse_integer(std::string_view text);
// Euros as Dutch writes them: points between groups of three, a comma before one or two decimals; "125000",
// "125.000", "125.000,50", "0,5". A point before two decimals is refused rather than guessed at.
std::optional<std::int64_t> parse_cents(std::string_view text);
// "klimaat=applied:2", "milieu=explained:geen-aanbod:De markt levert dit niet", "circulair=undecided".
Object::Ptr parse_decision(std::string_view text);
// "18.010@2020-12-10:minimumeis:technische-specificatie"; what comes after the number may be left out.
Object::Ptr parse_criterion(std::string_view text);

}  // namespace mvoi::cli
