// SPDX-License-Identifier: EUPL-1.2
#include "resources/resources.hpp"

#include <stdexcept>
#include <string>

namespace mvoi::resources {

const File& find(std::string_view name) {
    for (std::size_t i = 0; i < file_count; ++i)
        if (files[i].name == name) return files[i];
    throw std::logic_error("no such file in schema/: " + std::string(name));
}

}  // namespace mvoi::resources
