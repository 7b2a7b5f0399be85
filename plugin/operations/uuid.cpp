// SPDX-License-Identifier: EUPL-1.2
#include "operations/uuid.hpp"

#include <chrono>
#include <string_view>

#include "store/seal.hpp"

namespace mvoi::operations {

std::string new_uuid() {
    static constexpr std::string_view digits = "0123456789abcdef", variants = "89ab";
    std::string text = store::random_hex(16);
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto ms = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
    for (std::size_t i = 0; i < 12; ++i) text[i] = digits[(ms >> (44 - 4 * i)) & 15];
    text[12] = '7';
    text[16] = variants[digits.find(text[16]) & 3];
    for (const std::size_t dash : {8U, 13U, 18U, 23U}) text.insert(dash, 1, '-');
    return text;
}

}  // namespace mvoi::operations
