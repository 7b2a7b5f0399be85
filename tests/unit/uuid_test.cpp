// SPDX-License-Identifier: EUPL-1.2
// UUIDs of version 7 (RFC 9562): the form, the time in front, and no two alike.
#include <catch2/catch.hpp>
#include <chrono>
#include <set>
#include <string>

#include "operations/uuid.hpp"

namespace uuid_test {

std::uint64_t milliseconds_now() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

TEST_CASE("a new UUID is of version 7 and begins with its time") {
    std::set<std::string> all;
    for (int i = 0; i < 200; ++i) {
        const std::uint64_t before = milliseconds_now();
        const std::string uuid = mvoi::operations::new_uuid();
        const std::uint64_t after = milliseconds_now();
        REQUIRE(uuid.size() == 36);
        for (std::size_t at = 0; at < uuid.size(); ++at) {
            const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
            CHECK((dash ? uuid[at] == '-' : std::string("0123456789abcdef").find(uuid[at]) != std::string::npos));
        }
        CHECK(uuid[14] == '7');
        CHECK(std::string("89ab").find(uuid[19]) != std::string::npos);
        const std::uint64_t stamp = std::stoull(uuid.substr(0, 8) + uuid.substr(9, 4), nullptr, 16);
        CHECK(before <= stamp);
        CHECK(stamp <= after);
        CHECK(all.insert(uuid).second);
    }
}

}  // namespace uuid_test
