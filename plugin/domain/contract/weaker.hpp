// SPDX-License-Identifier: EUPL-1.2
// Comparison of two promises: the one asks less than the other, or not.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/promise/promise.hpp"

namespace mvoi::domain::contract {

struct Less {
    std::string rule;  // name of its finding: thread-weakened, thread-more-tolerance, thread-later, thread-turned, ...
    bool comparable = true;
    std::map<std::string, std::string> words;  // before and after, among others
};

// The points on which the later promise asks less than the earlier one, in the direction of that one; or the reason why
// that cannot be told. Empty when it asks as much or more. Both are measurable.
std::vector<Less> weaker_in(const promise::Promise& earlier, const promise::Promise& later,
                            const measure::UnitsOfMeasure& units);

}  // namespace mvoi::domain::contract
