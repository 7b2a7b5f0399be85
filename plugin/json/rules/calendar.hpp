// SPDX-License-Identifier: EUPL-1.2
// The dated law of the calendar as typed rows: statutory periods, equated days and thresholds of schema/rules/.
#pragma once

#include "domain/calendar/deadline.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// The law of calendars that is compiled in. Read at first use, then shared by all threads; never changes. A row that
// makes no sense throws std::logic_error: it is a fault of the library.
const domain::calendar::CalendarLaw& calendar_law();

// The conditions of a request that the schema has checked.
domain::calendar::Conditions conditions_from(const Value& given);

}  // namespace mvoi::json
