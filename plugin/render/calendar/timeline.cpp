// SPDX-License-Identifier: EUPL-1.2
// The years as pictures: a row per tender, or how many there are when a row for each would be too long to look at; and
// what the signs mean. Shape, line and words carry the meaning, colour nothing.
#include <set>

#include "render/calendar/picture.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

constexpr std::size_t most_rows = 40;

void write_sample(CalendarPen& pen, Markup sample, std::string_view words) {
    pen.html.element("li", [&] {
        pen.html.markup("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 34 20\" aria-hidden=\"true\">");
        pen.html.markup(sample);
        pen.html.markup("</svg>");
        pen.html.element("span", words);
    });
    pen.html.line();
}

// The forms that occur on every page; status is told in rows only, because cancelled ones are not counted.
void write_forms(CalendarPen& pen, bool in_rows) {
    pen.html.element("ul", {{"class", "legenda"}}, [&] {
        write_sample(
            pen, "<g class=\"vast\"><rect x=\"1\" y=\"2\" width=\"32\" height=\"16\" rx=\"8\" class=\"teken\" /></g>",
            pen.certainty(Certainty::Fixed));
        write_sample(
            pen,
            "<g class=\"verwacht\"><rect x=\"1\" y=\"2\" width=\"32\" height=\"16\" rx=\"8\" class=\"teken\" /></g>",
            pen.certainty(Certainty::Expected));
        write_sample(
            pen,
            "<g class=\"onzeker\"><rect x=\"1\" y=\"2\" width=\"32\" height=\"16\" rx=\"8\" class=\"teken\" /></g>",
            pen.certainty(Certainty::Uncertain));
        if (in_rows) {
            write_sample(pen,
                         "<g class=\"gedaan\"><rect x=\"9\" y=\"2\" width=\"16\" height=\"16\" rx=\"2\" "
                         "class=\"teken\" /></g>",
                         pen.status(MilestoneStatus::Done));
            write_sample(
                pen,
                "<g class=\"verwacht vervallen\"><rect x=\"9\" y=\"2\" width=\"16\" height=\"16\" rx=\"8\" "
                "class=\"teken\" /></g><rect x=\"5\" y=\"9\" width=\"24\" height=\"1.5\" class=\"doorhaling\" />",
                pen.status(MilestoneStatus::Cancelled));
        }
        write_sample(pen,
                     "<line x1=\"17\" x2=\"17\" y1=\"5\" y2=\"20\" class=\"vandaag\" /><circle cx=\"17\" cy=\"4\" "
                     "r=\"3.5\" class=\"vandaag\" />",
                     pen.say("calendar.today"));
    });
    pen.html.line();
}

void write_numbers(CalendarPen& pen) {
    pen.html.element("ul", {{"class", "legenda nummers"}}, [&] {
        for (std::size_t i = 0; i < pen.kinds.size(); ++i) {
            pen.html.element("li", [&] {
                pen.html.element("span", {{"class", "nummer"}}, std::to_string(i + 1));
                pen.html.text(" ");
                pen.html.element("span", pen.kinds[i].label);
            });
            pen.html.line();
        }
    });
    pen.html.line();
}

}  // namespace

void write_calendar_timeline(CalendarPen& pen) {
    const bool in_rows = pen.number_of_objects() <= most_rows;
    std::set<int> years;
    for (const FeedItem* item : pen.items) years.insert(item->date.first->year());
    pen.section("tijdlijn", pen.say("calendar.timeline"), [&] {
        pen.paragraph(in_rows ? pen.say("calendar.timeline-rows") : pen.say("calendar.timeline-counts"));
        write_forms(pen, in_rows);
        if (in_rows) write_numbers(pen);
        for (const int year : years) {
            const YearScale scale(year);
            const auto rows = in_rows ? rows_of_tenders(pen, scale) : rows_of_counts(pen, scale);
            if (rows.empty()) continue;
            pen.html.element("h3", std::to_string(year));
            pen.html.line();
            const auto count = static_cast<std::int64_t>(rows.size());
            draw_year(pen, scale, rows,
                      in_rows ? pen.say("calendar.picture-rows",
                                        {{"what", pen.tenders_and_contracts(year)}, {"year", std::to_string(year)}})
                              : pen.say_count("calendar.picture-counts", count, {{"year", std::to_string(year)}}));
        }
    });
}

}  // namespace mvoi::render
