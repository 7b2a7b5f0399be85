// SPDX-License-Identifier: EUPL-1.2
// The words in a calendar: summaries, descriptions, periods, in Dutch or English. For ical.cpp.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "domain/calendar/feed.hpp"

namespace mvoi::render {

// The words of one language, from schema/messages/.
struct IcalWords {
    std::array<std::string, 12> months;
    std::array<std::string, 12> short_months;
    std::array<std::string, 7> weekdays;  // from Sunday
    std::array<std::string, 4> ordinals;
    std::string quarter, half_year;  // between ordinal and year, with their spaces
    std::string fixed, expected, uncertain;
    std::string done_by, passed;  // instead of how certain the day is
    std::string reference, organisation, kind, flags, date;
    std::array<std::pair<std::string_view, std::string>, 3> kinds;  // werk, levering, dienst → word
};

// Read at first use, then shared by all threads.
//   language  "en"; any other is Dutch
const IcalWords& words_of(std::string_view language);
// The kinds are Dutch codes; an English reader gets the words of Directive 2014/24/EU.
std::string_view word_of_kind(std::string_view kind, const IcalWords& words);
void append_period(std::string& to, const domain::PlannedDate& date, const IcalWords& words);
void append_description(std::string& to, const domain::FeedItem& item, const IcalWords& words);
// "Publicatie: Schoonmaak (2e kwartaal 2027)": what it is, or what there is to do.
void append_summary(std::string& to, const domain::FeedItem& item, std::string_view what, const IcalWords& words);

}  // namespace mvoi::render
