// SPDX-License-Identifier: EUPL-1.2
// A feed as iCalendar (RFC 5545 and 7986), for calendar programs that subscribe to it. Pure: the same feed gives the
// same bytes, so that an etag over them holds until something really changed.
#pragma once

#include <string>
#include <string_view>

#include "domain/calendar/feed.hpp"

namespace mvoi::render {

// One all-day event per item; several days long when the date is not known to the day. Without METHOD, which would ask
// for an ORGANIZER and which CalDAV refuses. An item without days or with an end before its beginning is left out, and
// a feed without events holds the time zone of Amsterdam, because a calendar may not be empty. A feed of things to do
// has one VTODO per item that has something to do, due on its last day and related to the item's event.
std::string write_ical(const domain::Feed& feed);

// "15 maart 2027", "maart 2027", "2e kwartaal 2027", "1e halfjaar 2027", "2027"; for "en" in English. No days: empty.
std::string period_in_words(const domain::PlannedDate& date, std::string_view language);

// "maandag", "jan" (1 is January), "dienst"; in English for "en". A kind that is not known stays as it is.
std::string_view weekday_in_words(domain::Date day, std::string_view language);
std::string_view short_month_in_words(int month, std::string_view language);
std::string_view kind_in_words(std::string_view kind, std::string_view language);

}  // namespace mvoi::render
