// SPDX-License-Identifier: EUPL-1.2
// Words on a line, as sentences list them: "openbaar, niet-openbaar".
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>

namespace mvoi::domain {

//   name  the word or number of an item; without it the item itself
template <typename Items, typename Name = std::identity>
std::string joined(const Items& items, Name name = {}, std::string_view between = ", ") {
    std::string line;
    for (const auto& each : items) {
        if (!line.empty()) line += between;
        const auto& word = std::invoke(name, each);
        if constexpr (std::is_integral_v<std::remove_cvref_t<decltype(word)>>)
            line += std::to_string(word);
        else
            line += std::string_view(word);
    }
    return line;
}

// The same, and "-" without any item, for a sentence that cannot do without a word.
template <typename Items, typename Name = std::identity>
std::string joined_or_dash(const Items& items, Name name = {}) {
    const std::string line = joined(items, name);
    return line.empty() ? "-" : line;
}

// A number within a contract, as sentences and names have it; nothing when there is none.
inline std::string numbered(int number) {
    return number > 0 ? std::to_string(number) : std::string();
}

}  // namespace mvoi::domain
