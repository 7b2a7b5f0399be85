// SPDX-License-Identifier: EUPL-1.2
// A promise as the sequences know it: the days on which it was seen and rated, and the day by which that is to be done
// next, found by walking through the days.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "domain/date.hpp"

namespace mvoi::sequence {

// A state that is to be shown again and again: seen on some days.
struct Promise {
    int number = 0;
    std::string checked;       // "maand", "kwartaal", "jaar"
    std::string proof, owner;  // the kind of evidence it asks for, and the role that checks it; empty: none
    int report_days = 0;
    domain::Date from{2000, 1, 1}, to{2000, 1, 1};
    std::set<domain::Date> seen;
    std::map<domain::Date, std::string> rated;
};

// By when something is to be shown next, and the end of the period it is about; nothing: all was shown.
std::optional<std::pair<domain::Date, domain::Date>> next_shown(const Promise& promise);
// The same as if nothing was seen yet.
std::pair<domain::Date, domain::Date> first_shown(const Promise& promise);

// By when it is to be rated next: before each birthday while it runs, and once within thirty days after its end. A year
// that was missed is made up for by the first rating after it, which then is none of its own year.
//   contract_end  nothing: it runs on
std::optional<domain::Date> next_rated(const Promise& promise, const std::optional<domain::Date>& contract_end);

}  // namespace mvoi::sequence
