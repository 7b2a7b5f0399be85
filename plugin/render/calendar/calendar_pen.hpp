// SPDX-License-Identifier: EUPL-1.2
// The common parts of a calendar's page. For the files beside it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/calendar/calendar_page.hpp"
#include "render/page/page_pen.hpp"

namespace mvoi::render {

// A kind of milestone that occurs on the page, with its number in the pictures: index + 1.
struct CalendarKind {
    std::string code;
    std::string label;
};

// The milestones of a month, or those of which no more than a longer period is known.
struct CalendarGroup {
    domain::PlannedDate period;
    std::vector<const domain::FeedItem*> items;  // in order of date; those of the month but of no day are last
    std::string id() const { return "k-" + domain::to_text(period); }
};

class CalendarPen : public PagePen {
  public:
    CalendarPen(const domain::Feed& feed_in, const CalendarPage& page_in);

    const domain::Feed& feed;
    const CalendarPage& page;
    std::vector<const domain::FeedItem*> items;  // those with days
    std::vector<CalendarKind> kinds;             // in the order of the vocabulary, then by code
    std::vector<CalendarGroup> groups;           // a year before its halves, a quarter before its months

    std::size_t number_of_objects() const { return objects_; }
    // "2 aanbestedingen en 1 contract", of the whole page or of one year.
    std::string tenders_and_contracts(std::optional<int> year = std::nullopt) const;
    std::size_t number_of(const domain::FeedItem& item) const { return numbers_.at(item.code); }
    bool is_this_month(const CalendarGroup& group) const;

  private:
    void gather_kinds();
    void gather_groups();

    std::map<std::string, std::size_t> numbers_;
    std::size_t objects_ = 0;  // tenders and contracts
};

// ---- the parts, in the order of the page ----------------------------------------------------------------------------

void write_calendar_timeline(CalendarPen& pen);  // timeline.cpp: which picture, and what its signs mean
void write_calendar_list(CalendarPen& pen);      // list.cpp: everything, per month

// The additions of this page to the style sheet of every page (calendar_style.cpp).
void write_calendar_style(Html& html);

}  // namespace mvoi::render
