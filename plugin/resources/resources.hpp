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

// A file by its name; a name that is not there is a fault of the library and throws std::logic_error.
const File& find(std::string_view name);
inline std::string_view file(std::string_view name) {
    return find(name).content;
}

}  // namespace mvoi::resources
