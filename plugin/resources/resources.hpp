// SPDX-License-Identifier: EUPL-1.2
// The files of schema/, compiled into the library.
#pragma once

#include <cstddef>
#include <string_view>

namespace mvoi::resources {

struct File {
    std::string_view name;  // relative to schema/, such as "rules/themes.json"
    std::string_view content;
};
extern const File files[];  // sorted by name
extern const std::size_t file_count;

// The content of a file; a name that is not there is a fault of the library and throws std::logic_error.
std::string_view file(std::string_view name);

}  // namespace mvoi::resources
