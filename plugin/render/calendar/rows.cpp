// SPDX-License-Identifier: EUPL-1.2
// The picture of a few tenders: a row for each, with a disc on a day and a bar over a period.
#include <algorithm>
#include <map>

#include "render/calendar/picture.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

constexpr int gap = 12;
constexpr int radius = 9;

struct Sign {
    const FeedItem* item;
    int lane;
};

struct LaneRow {
    std::string label;
    std::vector<Sign> signs;
    Lanes lanes;
};

std::string label_of(const CalendarPen& pen, const FeedItem& item) {
    const std::string title = item.title.empty() ? pen.say("calendar.untitled") : item.title;
    return item.reference.empty() ? title : item.reference + " · " + title;
}

std::string form_of(const FeedItem& item) {
    switch (item.status) {
        case MilestoneStatus::Done:
        case MilestoneStatus::DoneBy:
            return "gedaan";
        case MilestoneStatus::Cancelled:
            return std::string(domain::code_of(item.date.certainty)) + " vervallen";
        case MilestoneStatus::Passed:
        case MilestoneStatus::Planned:
            break;
    }
    return std::string(domain::code_of(item.date.certainty));
}

int lane_for(Lanes& lanes, const YearScale& scale, const PlannedDate& date) {
    const int first = scale.pixel(*date.first), last = scale.pixel(*date.last + boost::gregorian::days(1));
    const int middle = (first + last) / 2;
    return lanes.take(std::min(first, middle - radius - 1), std::max(last, middle + radius + 1));
}

std::string tells(const CalendarPen& pen, const FeedItem& item) {
    return pen.say("calendar.sign", {{"milestone", item.label},
                                     {"date", pen.planned(item.date)},
                                     {"certainty", pen.certainty(item.date.certainty)},
                                     {"status", pen.status(item.status)}});
}

// A disc; square when it is done.
void draw_day(CalendarPen& pen, const YearScale& scale, const FeedItem& item, int y) {
    Html& html = pen.html;
    const std::string x = scale.middle(*item.date.first), top = std::to_string(y + 2);
    html.element("g", {{"class", form_of(item)}}, [&] {
        html.element("title", tells(pen, item));
        html.empty("rect", {{"x", x},
                            {"y", top},
                            {"width", "17"},
                            {"height", "17"},
                            {"rx", form_of(item) == "gedaan" ? "2" : "8.5"},
                            {"transform", "translate(-8.5 0)"},
                            {"class", "teken"}});
        html.element("text", {{"x", x}, {"y", std::to_string(y + 14)}, {"class", "nr"}},
                     std::to_string(pen.number_of(item)));
    });
}

void draw_sign(CalendarPen& pen, const YearScale& scale, const FeedItem& item, int y) {
    const PlannedDate& date = item.date;
    if (date.precision == Precision::Day)
        draw_day(pen, scale, item, y);
    else
        draw_bar(pen.html, scale,
                 {*date.first, *date.last, form_of(item), std::to_string(pen.number_of(item)), tells(pen, item)}, y);
    if (item.status == MilestoneStatus::Cancelled) {
        const Date middle = *date.first + boost::gregorian::days((*date.last - *date.first).days() / 2);
        pen.html.empty("rect", {{"x", scale.middle(middle)},
                                {"y", std::to_string(y + 10)},
                                {"width", "24"},
                                {"height", "1.5"},
                                {"transform", "translate(-12 0)"},
                                {"class", "doorhaling"}});
    }
}

void draw_row(CalendarPen& pen, const YearScale& scale, const LaneRow& row, int y) {
    draw_label(pen, y + 15, row.label);
    draw_track(pen, scale, y + label_height, row.lanes.count() * lane_height);
    for (const Sign& sign : row.signs) draw_sign(pen, scale, *sign.item, y + label_height + sign.lane * lane_height);
    pen.html.line();
}

}  // namespace

std::vector<PictureRow> rows_of_tenders(CalendarPen& pen, const YearScale& scale) {
    std::vector<LaneRow> rows;
    std::map<std::string_view, std::size_t> places;
    for (const FeedItem* item : pen.items) {
        if (!scale.holds(*item->date.first) || !scale.holds(*item->date.last)) continue;
        const auto [place, is_new] = places.emplace(item->tender, rows.size());
        if (is_new) rows.push_back({label_of(pen, *item), {}, {}});
        LaneRow& row = rows[place->second];
        row.signs.push_back({item, lane_for(row.lanes, scale, item->date)});
    }
    std::vector<PictureRow> drawn;
    for (LaneRow& row : rows) {
        const int height = label_height + row.lanes.count() * lane_height + gap;
        drawn.push_back({height, [&pen, &scale, row = std::move(row)](int y) { draw_row(pen, scale, row, y); }});
    }
    return drawn;
}

}  // namespace mvoi::render
