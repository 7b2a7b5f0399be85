// SPDX-License-Identifier: EUPL-1.2
// A period whose last day is a public holiday, Sunday or Saturday ends with the last hour of the following working day;
// any period of two days or more includes at least two working days (Verordening (EEG, Euratom) 1182/71, art. 3 lid 4
// and 5). It knows no longest period. The wording of lid 5 was read at second hand, and the list of Dutch holidays
// under art. 2 was not read: what leans on that list is said with a finding.
#pragma once

#include "domain/calendar/period.hpp"

namespace mvoi::domain::calendar {

Extension verordening_1182(const Period& period);

}  // namespace mvoi::domain::calendar
