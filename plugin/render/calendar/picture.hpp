// SPDX-License-Identifier: EUPL-1.2
// The common parts of the two pictures of a year: places along the year, tracks, signs, and the frame of a picture.
// Places are percentages and sizes are pixels, so that one picture fits phone, screen and sheet, its text of one size.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/calendar/calendar_pen.hpp"

namespace mvoi::render {

constexpr int axis_height = 30;
constexpr int lane_height = 21;
constexpr int label_height = 20;

// One calendar year along the width of a picture.
class YearScale {
  public:
    explicit YearScale(int year);
    int year() const { return first_.year(); }
    bool holds(domain::Date day) const { return day >= first_ && day < next_; }
    std::string at(domain::Date day) const { return percent(place(day)); }  // its midnight
    std::string middle(domain::Date day) const { return percent(place(day) + half_day()); }
    std::string width(domain::Date first, domain::Date last) const;  // both included
    // The start and the width of a window in the picture, margins included.
    std::pair<std::string, std::string> within(domain::Date first, domain::Date last) const;
    // A day in pixels on a phone, where signs are nearest to each other.
    int pixel(domain::Date day) const { return place(day) * 335 / 9360; }
    domain::Date month(int number) const {
        return {static_cast<unsigned short>(year()), static_cast<unsigned short>(number), 1};
    }

  private:
    static std::string percent(int hundredths);
    int place(domain::Date day) const;  // in hundredths of a percent, within the margins for signs at either end
    int half_day() const { return 13; }

    domain::Date first_, next_;
};

// One row of a picture: how high it is, and what draws it at a height.
struct PictureRow {
    int height;
    std::function<void(int y)> draw;
};

// The rows of a year as pictures with their own months above them, no higher than a sheet can hold. `tells` describes
// it in words.
void draw_year(CalendarPen& pen, const YearScale& scale, const std::vector<PictureRow>& rows, std::string_view tells);

// The label of a row: as much of it as a phone holds, and as much as a sheet holds.
void draw_label(CalendarPen& pen, int y, std::string_view text);

// The ground of a row, as far as the window goes, with its months.
void draw_track(CalendarPen& pen, const YearScale& scale, int y, int height);

// A period as a bar with words in its middle.
struct Bar {
    domain::Date first, last;
    std::string form;  // class
    std::string words;
    std::string tells;
};
void draw_bar(Html& html, const YearScale& scale, const Bar& bar, int y);

// The lowest lane that is free from one pixel to another; taken from then on.
class Lanes {
  public:
    int take(int from, int to);
    int count() const { return static_cast<int>(ends_.size()); }

  private:
    std::vector<int> ends_;
};

// ---- the two pictures -----------------------------------------------------------------------------------------------

std::vector<PictureRow> rows_of_tenders(CalendarPen& pen, const YearScale& scale);  // calendar_rows.cpp
std::vector<PictureRow> rows_of_counts(CalendarPen& pen, const YearScale& scale);   // calendar_counts.cpp

}  // namespace mvoi::render
