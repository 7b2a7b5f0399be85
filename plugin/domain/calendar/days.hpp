// SPDX-License-Identifier: EUPL-1.2
// "Dagen" in a period are calendar days; a month ends on the day with the same number, or on the last day of the month
// where there is none (Verordening (EEG, Euratom) 1182/71, art. 3 lid 2 c).
#pragma once

#include "domain/date.hpp"

namespace mvoi::domain::calendar {

// So many calendar days later; earlier when negative. Day 0 itself does not count.
Date add_days(Date day, int count);

// So many months later, or earlier: 31 January and one month is 28 February, and 28 February and one month is 28 March,
// though boost::gregorian::months would make that 31 March.
Date add_months(Date day, int count);

Date end_of_quarter(Date day);

}  // namespace mvoi::domain::calendar
