// SPDX-License-Identifier: EUPL-1.2
// The picture of many tenders: a row for each kind of milestone, with a column per month as high as their number, and
// bars with a number for what is known to a longer period only. What was cancelled is not counted.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "render/calendar/picture.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

constexpr int number_height = 15;
constexpr int column_height = 44;
constexpr int count_gap = 14;
constexpr std::array certainties = {Certainty::Fixed, Certainty::Expected, Certainty::Uncertain};

using Counts = std::array<int, 3>;  // by certainty

int total(const Counts& counts) {
    return counts[0] + counts[1] + counts[2];
}

struct CountRow {
    std::string label;
    std::array<Counts, 12> months{};
    std::map<std::tuple<Date, Date, Certainty>, int> periods;
};

bool is_counted(const FeedItem& item) {
    return item.status != MilestoneStatus::Cancelled;
}

// The most there are of a kind in any month of the page: columns of all years have one measure.
int most(const CalendarPen& pen) {
    std::map<std::tuple<std::string_view, int, int>, int> counts;
    int most = 1;
    for (const FeedItem* item : pen.items) {
        if (!is_counted(*item) || item->date.precision > Precision::Month) continue;
        const auto day = item->date.first->year_month_day();
        most = std::max(most, ++counts[{item->code, day.year, day.month}]);
    }
    return most;
}

std::string with_label(const CalendarPen& pen, const std::string& label, const PlannedDate& period, int count) {
    return pen.say("calendar.counted",
                   {{"milestone", label}, {"date", pen.planned(period)}, {"count", std::to_string(count)}});
}

// The parts of a column stand on each other, the surest below.
void draw_column(CalendarPen& pen, const YearScale& scale, const CountRow& row, int month, int y, int measure) {
    const Counts& counts = row.months[static_cast<std::size_t>(month - 1)];
    if (total(counts) == 0) return;
    Html& html = pen.html;
    const Date first = scale.month(month);
    const PlannedDate period = period_of(first, Precision::Month);
    html.element("g", [&] {
        html.element("title", with_label(pen, row.label, period, total(counts)));
        int counted = 0, top = y;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] == 0) continue;
            counted += counts[i];
            const int bottom = top;
            top = y - std::max(counted * column_height / measure, y - bottom + 5);
            html.element("g", {{"class", domain::code_of(certainties[i])}}, [&] {
                html.empty("rect", {{"x", scale.at(first + boost::gregorian::days(4))},
                                    {"y", std::to_string(top)},
                                    {"width", scale.width(first, first + boost::gregorian::days(21))},
                                    {"height", std::to_string(bottom - top)},
                                    {"class", "teken"}});
            });
        }
        html.element(
            "text",
            {{"x", scale.at(first + boost::gregorian::days(15))}, {"y", std::to_string(top - 4)}, {"class", "aantal"}},
            std::to_string(total(counts)));
    });
}

int lanes_of(const CountRow& row, const YearScale& scale) {
    Lanes lanes;
    for (const auto& [key, count] : row.periods)
        lanes.take(scale.pixel(std::get<0>(key)), scale.pixel(std::get<1>(key) + boost::gregorian::days(1)));
    return lanes.count();
}

void draw_row(CalendarPen& pen, const YearScale& scale, const CountRow& row, int y, int measure) {
    const int ground = y + label_height + number_height + column_height;
    draw_label(pen, y + 15, row.label);
    draw_track(pen, scale, y + label_height, number_height + column_height + lanes_of(row, scale) * lane_height + 4);
    for (int month = 1; month <= 12; ++month) draw_column(pen, scale, row, month, ground, measure);
    Lanes lanes;
    for (const auto& [key, count] : row.periods) {
        const auto& [first, last, certainty] = key;
        const int lane = lanes.take(scale.pixel(first), scale.pixel(last + boost::gregorian::days(1)));
        const auto months = (last - first).days() / 28;
        const Precision precision = months <= 3   ? Precision::Quarter
                                    : months <= 7 ? Precision::HalfYear
                                                  : Precision::Year;
        const std::string tells = with_label(pen, row.label, {precision, certainty, first, last}, count);
        draw_bar(pen.html, scale, {first, last, std::string(domain::code_of(certainty)), std::to_string(count), tells},
                 ground + 3 + lane * lane_height);
    }
    pen.html.line();
}

}  // namespace

std::vector<PictureRow> rows_of_counts(CalendarPen& pen, const YearScale& scale) {
    std::vector<CountRow> rows(pen.kinds.size());
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].label = pen.kinds[i].label;
    for (const FeedItem* item : pen.items) {
        const PlannedDate& date = item->date;
        if (!is_counted(*item) || !scale.holds(*date.first) || !scale.holds(*date.last)) continue;
        CountRow& row = rows[pen.number_of(*item) - 1];
        if (date.precision > Precision::Month)
            ++row.periods[{*date.first, *date.last, date.certainty}];
        else
            ++row.months[date.first->month() - 1U][static_cast<std::size_t>(date.certainty)];
    }
    const int measure = most(pen);
    std::vector<PictureRow> drawn;
    for (CountRow& row : rows) {
        const bool has_months =
            std::any_of(row.months.begin(), row.months.end(), [](const Counts& c) { return total(c) > 0; });
        if (!has_months && row.periods.empty()) continue;
        const int height =
            label_height + number_height + column_height + lanes_of(row, scale) * lane_height + 4 + count_gap;
        drawn.push_back(
            {height, [&pen, &scale, measure, row = std::move(row)](int y) { draw_row(pen, scale, row, y, measure); }});
    }
    return drawn;
}

}  // namespace mvoi::render
