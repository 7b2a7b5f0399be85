// SPDX-License-Identifier: EUPL-1.2
// What stands in a calendar in words: summaries, descriptions, periods, in Dutch or English. For render/ical.cpp.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "domain/calendar/feed.hpp"

namespace mvoi::render {

struct Words {
    std::array<std::string_view, 12> months;
    std::array<std::string_view, 4> ordinals;
    std::string_view quarter, half_year;
    std::string_view fixed, expected, uncertain;
    std::string_view reference, organisation, kind, flags, date;
};

const Words& words_of(std::string_view language);
void append_period(std::string& to, const domain::PlannedDate& date, const Words& words);
void append_description(std::string& to, const domain::FeedItem& item, const Words& words);
void append_summary(std::string& to, const domain::FeedItem& item, const Words& words);

}  // namespace mvoi::render
