// SPDX-License-Identifier: EUPL-1.2
// Days that the rules of today count otherwise than they stand in the journal. Nothing moves by that: a date in
// people's calendars moves by an entry that somebody made. Until then both days are said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/date.hpp"
#include "domain/model.hpp"

namespace mvoi::domain {

struct Recounted {
    std::string code;                   // vocabulary "milestones"
    std::optional<PlannedDate> before;  // as it stands; nothing: it is not there
    std::optional<PlannedDate> now;     // as it would be counted; nothing: no day can be told
    std::string law;                    // articles; empty: none
    bool operator==(const Recounted&) const = default;
};

// True when nothing of it lies before this day alone: what went by is left as it was.
inline bool is_ahead(const Recounted& row, Date today) {
    const auto ahead = [&](const std::optional<PlannedDate>& date) {
        return date && date->last && *date->last >= today;
    };
    return ahead(row.before) || ahead(row.now);
}

// The first of the days in question that is still to come; today when none of them is.
inline Date first_day_of(const std::vector<Recounted>& rows, Date today) {
    std::optional<Date> first;
    for (const Recounted& row : rows)
        for (const auto& date : {row.before, row.now})
            if (date && date->first && *date->first >= today)
                first = std::min(first.value_or(*date->first), *date->first);
    return first.value_or(today);
}

}  // namespace mvoi::domain
