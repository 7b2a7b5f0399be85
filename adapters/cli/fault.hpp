// SPDX-License-Identifier: EUPL-1.2
// What ends a command early. Both end it with exit code 2; the text is in the language of the user.
#pragma once

#include <stdexcept>

namespace mvoi::cli {

// The command line cannot be understood; the reader is pointed to the help.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Something outside failed: a file that cannot be read, an output that is full.
struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace mvoi::cli
