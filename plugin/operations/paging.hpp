// SPDX-License-Identifier: EUPL-1.2
// Lists are pages in the order of registration, newest first: "after" of a request is "next" of the page before, the
// number of its last item.
#pragma once

#include <charconv>
#include <cstdint>
#include <limits>

#include "domain/refusal.hpp"
#include "operations/call.hpp"

namespace mvoi::operations {

// The number of items on a page, when the request does not give it.
inline constexpr std::int64_t usual_page = 100;

// The number below which the page begins; without "after" at the newest.
inline std::int64_t page_before(const json::Value& request) {
    std::int64_t before = std::numeric_limits<std::int64_t>::max();
    const std::string after = request.text_or("after");
    if (after.empty()) return before;
    const auto [end, error] = std::from_chars(after.data(), after.data() + after.size(), before);
    if (error != std::errc() || end != after.data() + after.size())
        refuse(domain::No::Invalid, "/after", "list.after", {{"value", after}});
    return before;
}

}  // namespace mvoi::operations
