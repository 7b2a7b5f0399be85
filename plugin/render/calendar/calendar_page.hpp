// SPDX-License-Identifier: EUPL-1.2
// A feed as one page for people: a picture of each year, and all milestones per month. Dutch or English, to be read on
// a phone, printed on A4, or read out. Pure: the same feed and page give the same bytes.
#pragma once

#include <string>

#include "domain/calendar/feed.hpp"
#include "domain/rules.hpp"

namespace mvoi::render {

// The parts of the page beside the feed itself.
struct CalendarPage {
    const domain::Rules& rules;  // the order of the kinds of milestones
    domain::Language language;
    domain::Date today;        // the day it is made for
    std::string organisation;  // code; empty: all there are
};

// The whole page, UTF-8. After the doctype it is well-formed XML. What is not known to be on any day is left out, and
// what ends before it begins, as in the other forms of a feed.
std::string calendar_html(const domain::Feed& feed, const CalendarPage& page);

}  // namespace mvoi::render
