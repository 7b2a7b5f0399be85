// SPDX-License-Identifier: EUPL-1.2
// The clock, read for the journal's own stamp and, where a request names no day, for the day it is where the
// organisation is.
#pragma once

#include <cstdint>
#include <string>

namespace mvoi::store {

// Now in UTC with milliseconds: "2026-11-21T09:30:00.125Z".
std::string now_stamp();

// Where nothing else is said: this is a library for Dutch public bodies.
constexpr const char* usual_time_zone = "Europe/Amsterdam";
// True when the system's zone data (tzdata) know a zone of this name.
bool is_time_zone(const std::string& zone);
// The day it is in a zone so many seconds after 1 January 1970 in UTC: "2027-01-01". The zone must be known.
std::string day_in(const std::string& zone, std::int64_t unix_seconds);
// The clock there at a stamp of the journal, to the minute: "2026-11-21T10:30". What is no stamp stays as it is.
std::string clock_in(const std::string& zone, const std::string& stamp);
// The day it is there now.
std::string now_day(const std::string& zone);

}  // namespace mvoi::store
