// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/days.hpp"

#include <algorithm>

namespace mvoi::domain::calendar {

Date add_days(Date day, int count) {
    return day + boost::gregorian::days(count);
}

Date add_months(Date day, int count) {
    const int months = day.year() * months_per_year + day.month() - 1 + count;
    const Date first(static_cast<unsigned short>(months / months_per_year),
                     static_cast<unsigned short>(months % months_per_year + 1), 1);
    return add_days(first, std::min<int>(day.day(), first.end_of_month().day()) - 1);
}

Date end_of_quarter(Date day) {
    return period_of(day, Precision::Quarter).last.value();
}

}  // namespace mvoi::domain::calendar
