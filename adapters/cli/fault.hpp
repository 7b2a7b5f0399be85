// SPDX-License-Identifier: EUPL-1.2
// The two errors that end a command early. Both end it with exit code 2; the text is in the language of the user.
#pragma once

#include <initializer_list>
#include <stdexcept>
#include <string_view>

#include "text.hpp"

namespace mvoi::cli {

// The command line cannot be understood; the reader is pointed to the help.
struct UsageError : std::runtime_error {
    UsageError(Language language, Text pattern, std::initializer_list<std::string_view> words = {})
        : std::runtime_error(fill(pattern.in(language), words)) {}
};

// Something outside failed: a file that cannot be read, an output that is full.
struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
    Fault(Language language, Text pattern, std::initializer_list<std::string_view> words = {})
        : std::runtime_error(fill(pattern.in(language), words)) {}
};

}  // namespace mvoi::cli
