// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/verordening_1182.hpp"

namespace mvoi::domain::calendar {

Extension verordening_1182(const Period& period) {
    constexpr int two_working_days_from = 2;
    const bool in_days = period.unit != Unit::Hours && period.unit != Unit::WorkingDays;
    if (!in_days || period.direction == Direction::Backward) return {};
    const bool long_enough = period.unit != Unit::Days || period.count >= two_working_days_from;
    return {"Verordening (EEG, Euratom) 1182/71, art. 3 lid 4",
            long_enough ? "Verordening (EEG, Euratom) 1182/71, art. 3 lid 5" : ""};
}

}  // namespace mvoi::domain::calendar
