// SPDX-License-Identifier: EUPL-1.2
// "Een in een wet gestelde termijn die op een zaterdag, zondag of algemeen erkende feestdag eindigt, wordt verlengd tot
// en met de eerstvolgende dag die niet een zaterdag, zondag of algemeen erkende feestdag is. Het vorige lid geldt niet
// voor termijnen, bepaald door terugrekening" (Algemene termijnenwet, art. 1). Art. 2: a period of at least three days
// holds at least two days that are none of these. Art. 4: nothing of this for hours, more than 90 days, 12 weeks or 3
// months, or years.
#pragma once

#include "domain/calendar/period.hpp"

namespace mvoi::domain::calendar {

Extension termijnenwet(const Period& period);

// Art. 4: whether the act has anything to say on a period of this length.
bool termijnenwet_covers(const Period& period);

}  // namespace mvoi::domain::calendar
