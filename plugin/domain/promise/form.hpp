// SPDX-License-Identifier: EUPL-1.2
// The form that a supplier fills in about a promise: a row for each stretch of days about which nothing was reported
// yet. Rows keep to the periods of checking, none lies on both sides of a day at which the promise is held against what
// was measured, and none touches a day that was reported: each can be put down as it comes back.
#pragma once

#include <optional>
#include <vector>

#include "domain/promise/observation.hpp"

namespace mvoi::domain::promise {

struct FormRow {
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};                              // inclusive
    Mark mark;                                        // the first one that the days count for
    std::optional<Observation> known = std::nullopt;  // reported already; nothing: to be filled in
};

// By first day, of the periods that are over on `until`: nobody can say yet what a
// quarter will come to. Of what is done once, the days until then. Nothing of a promise that cannot be measured.
//   all  also what was reported already, as it was reported
std::vector<FormRow> form_rows(const Promise& promise, const std::vector<Observation>& observations,
                               const measure::UnitsOfMeasure& units, Date today, Date until, bool all);

}  // namespace mvoi::domain::promise
