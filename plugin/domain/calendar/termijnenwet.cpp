// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/termijnenwet.hpp"

namespace mvoi::domain::calendar {
namespace {

constexpr int most_days = 90, most_weeks = 12, most_months = 3;
constexpr int two_working_days_from = 3;

}  // namespace

bool termijnenwet_covers(const Period& period) {
    switch (period.unit) {
        case Unit::Days:
            return period.count <= most_days;
        case Unit::Weeks:
            return period.count <= most_weeks;
        case Unit::Months:
            return period.count <= most_months;
        case Unit::WorkingDays:  // ends on a working day by itself
        case Unit::Hours:
        case Unit::Years:
            break;
    }
    return false;
}

Extension termijnenwet(const Period& period) {
    if (!termijnenwet_covers(period) || period.direction == Direction::Backward) return {};
    const bool long_enough = period.unit != Unit::Days || period.count >= two_working_days_from;
    return {"Algemene termijnenwet, art. 1 lid 1", long_enough ? "Algemene termijnenwet, art. 2" : ""};
}

}  // namespace mvoi::domain::calendar
