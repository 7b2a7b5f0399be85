// SPDX-License-Identifier: EUPL-1.2
// Words on a line, as sentences list them: "openbaar, niet-openbaar".
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace mvoi::domain {

//   name  what is listed of each item; without it the item itself
template <typename Items, typename Name = std::identity>
std::string joined(const Items& items, Name name = {}) {
    std::string line;
    for (const auto& each : items) {
        if (!line.empty()) line += ", ";
        line += std::string_view(std::invoke(name, each));
    }
    return line;
}

}  // namespace mvoi::domain
