// SPDX-License-Identifier: EUPL-1.2
// The checks of a test that is a program of its own, without Catch.
#pragma once

#include <cstdio>
#include <string>

namespace checks {

inline int passed = 0, failed = 0;

inline void check(bool good, const std::string& what) {
    ++(good ? passed : failed);
    if (good) return;
    std::printf("FAIL %s\n", what.c_str());
    std::fflush(stdout);  // or a child of this process would say it again
}

// The exit status of main, after a line with the counts.
inline int report() {
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}

}  // namespace checks
