// SPDX-License-Identifier: EUPL-1.2
#include "render/calendar/picture.hpp"

#include <algorithm>

#include "render/calendar/ical.hpp"
#include "render/page/picture_text.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

constexpr int highest_picture = 760;  // of the 900 pixels and more that a sheet of A4 has
constexpr int width_on_phone = 300, width_on_sheet = 620;
constexpr int margin = 320, breadth = 9360;  // hundredths of a percent

std::string text_of(int number) {
    return std::to_string(number);
}

void draw_axis(CalendarPen& pen, const YearScale& scale) {
    for (int month = 1; month <= 12; ++month)
        pen.html.element(
            "text", {{"x", scale.at(scale.month(month) + boost::gregorian::days(15))}, {"y", "14"}, {"class", "maand"}},
            short_month_in_words(month, pen.feed.language));
    pen.html.line();
}

// Behind the signs of a row, before the ground of it.
void draw_line_of_today(CalendarPen& pen, const YearScale& scale, int top, int bottom) {
    if (!scale.holds(pen.page.today)) return;
    const std::string x = scale.middle(pen.page.today);
    pen.html.empty("line", {{"x1", x}, {"x2", x}, {"y1", text_of(top)}, {"y2", text_of(bottom)}, {"class", "vandaag"}});
}

void draw_today(CalendarPen& pen, const YearScale& scale, int height) {
    if (!scale.holds(pen.page.today)) return;
    draw_line_of_today(pen, scale, axis_height - 4, height);
    pen.html.empty("circle", {{"cx", scale.middle(pen.page.today)}, {"cy", "25"}, {"r", "3.5"}, {"class", "vandaag"}});
    pen.html.line();
}

struct Part {
    std::size_t begin, end;
    int height;
};

std::vector<Part> parts_of(const std::vector<PictureRow>& rows) {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (parts.empty() || parts.back().height + rows[i].height > highest_picture)
            parts.push_back({i, i, axis_height});
        parts.back().end = i + 1;
        parts.back().height += rows[i].height;
    }
    return parts;
}

}  // namespace

YearScale::YearScale(int year)
    : first_(static_cast<unsigned short>(year), 1, 1), next_(first_ + boost::gregorian::years(1)) {}

int YearScale::place(Date day) const {
    const int days = static_cast<int>((next_ - first_).days());
    return margin + static_cast<int>((day - first_).days()) * breadth / days;
}

std::string YearScale::percent(int hundredths) {
    const std::string rest = std::to_string(100 + hundredths % 100).substr(1);
    return std::to_string(hundredths / 100) + "." + rest + "%";
}

std::string YearScale::width(Date first, Date last) const {
    return percent(place(last + boost::gregorian::days(1)) - place(first));
}

std::pair<std::string, std::string> YearScale::within(Date first, Date last) const {
    const int from = first <= first_ ? 0 : first >= next_ ? 10000 : place(first);
    const Date after = last + boost::gregorian::days(1);
    const int to = after >= next_ ? 10000 : after <= first_ ? 0 : place(after);
    return {percent(from), percent(std::max(from, to) - from)};
}

int Lanes::take(int from, int to) {
    for (std::size_t lane = 0; lane < ends_.size(); ++lane) {
        if (ends_[lane] > from) continue;
        ends_[lane] = to;
        return static_cast<int>(lane);
    }
    ends_.push_back(to);
    return count() - 1;
}

void draw_label(CalendarPen& pen, int y, std::string_view text) {
    const std::string at = text_of(y), shorter = one_line_of(text, width_on_phone);
    const std::string longer = one_line_of(text, width_on_sheet);
    const auto draw = [&](Markup kind, std::string_view words) {
        pen.html.element("text", {{"x", "0"}, {"y", at}, {"class", kind.text()}}, words);
    };
    if (shorter == longer) return draw("rij", shorter);
    draw("rij kort", shorter);
    draw("rij lang", longer);
}

void draw_track(CalendarPen& pen, const YearScale& scale, int y, int height) {
    const std::string top = text_of(y), bottom = text_of(y + height), size = text_of(height);
    const auto ground = [&](Markup kind, std::string_view x, std::string_view width) {
        pen.html.empty("rect", {{"x", x}, {"y", top}, {"width", width}, {"height", size}, {"class", kind.text()}});
    };
    ground("buiten", "0", "100%");
    const auto [x, width] = scale.within(pen.feed.from, pen.feed.to);
    ground("spoor", x, width);
    for (int month = 2; month <= 12; ++month) {
        const std::string x = scale.at(scale.month(month));
        pen.html.empty("line", {{"x1", x},
                                {"x2", x},
                                {"y1", top},
                                {"y2", bottom},
                                {"class", month % 3 == 1 ? "grens kwartaal" : "grens"}});
    }
    draw_line_of_today(pen, scale, y, y + height);
}

void draw_bar(Html& html, const YearScale& scale, const Bar& bar, int y) {
    const Date middle = bar.first + boost::gregorian::days((bar.last - bar.first).days() / 2);
    html.element("g", {{"class", bar.form}}, [&] {
        html.element("title", bar.tells);
        html.empty("rect", {{"x", scale.at(bar.first)},
                            {"y", text_of(y + 2)},
                            {"width", scale.width(bar.first, bar.last)},
                            {"height", "17"},
                            {"rx", "8.5"},
                            {"class", "teken"}});
        html.element("text", {{"x", scale.middle(middle)}, {"y", text_of(y + 14)}, {"class", "nr"}}, bar.words);
    });
}

void draw_year(CalendarPen& pen, const YearScale& scale, const std::vector<PictureRow>& rows, std::string_view tells) {
    const std::vector<Part> parts = parts_of(rows);
    const std::string year = text_of(scale.year());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string id = "tijdlijn-" + year + "-" + std::to_string(i + 1), height = text_of(parts[i].height);
        const std::string name =
            parts.size() == 1
                ? pen.say("calendar.picture", {{"year", year}})
                : pen.say("calendar.picture-part",
                          {{"year", year}, {"part", std::to_string(i + 1)}, {"parts", std::to_string(parts.size())}});
        pen.html.element("svg",
                         {{"xmlns", "http://www.w3.org/2000/svg"},
                          {"class", "tijd"},
                          {"width", "100%"},
                          {"height", height},
                          {"role", "img"},
                          {"aria-labelledby", id},
                          {"aria-describedby", id + "-tekst"}},
                         [&] {
                             pen.html.element("title", {{"id", id}}, name);
                             pen.html.element("desc", {{"id", id + "-tekst"}}, tells);
                             pen.html.line();
                             draw_axis(pen, scale);
                             draw_today(pen, scale, parts[i].height);
                             int y = axis_height;
                             for (std::size_t row = parts[i].begin; row < parts[i].end; y += rows[row++].height)
                                 rows[row].draw(y);
                         });
        pen.html.line();
    }
}

}  // namespace mvoi::render
