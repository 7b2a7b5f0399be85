// SPDX-License-Identifier: EUPL-1.2
// All milestones, per month. It says everything that the pictures show, and more.
#include <set>

#include "domain/words.hpp"
#include "render/calendar/calendar_pen.hpp"
#include "render/calendar/ical.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

// The milestone's name for ever, so that one can point to it; nothing when it cannot be an id.
std::string id_of(const FeedItem& item) {
    const std::string id =
        item.tender + "-" + item.code + item.review + domain::numbered(item.promise) + domain::numbered(item.evidence);
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
    const bool fits = !item.tender.empty() && id.size() <= 200 && id.find_first_not_of(allowed) == std::string::npos;
    return fits ? id : std::string();
}

void write_date(CalendarPen& pen, const FeedItem& item) {
    Html& html = pen.html;
    html.element("p", {{"class", "wanneer"}}, [&] {
        if (item.date.precision == Precision::Day)
            return html.element("time", {{"datetime", to_text(*item.date.first)}}, [&] {
                html.element("span", weekday_in_words(*item.date.first, pen.feed.language));
                html.text(" " + pen.planned(item.date));
            });
        html.text(pen.planned(item.date) + " ");
        if (item.date.precision == Precision::Month) html.element("span", pen.say("calendar.some-day"));
    });
}

// The tender or contract of the milestone, on one line: number, organisation when there are more, kind.
std::string origin(const CalendarPen& pen, const FeedItem& item) {
    std::string line;
    const auto add = [&](std::string_view part) {
        if (part.empty()) return;
        if (!line.empty()) line += " · ";
        line += part;
    };
    add(item.reference);
    if (pen.page.organisation.empty()) add(item.organisation);
    add(kind_in_words(item.kind, pen.feed.language));
    return line;
}

void write_marks(CalendarPen& pen, const FeedItem& item) {
    Html& html = pen.html;
    html.element("p", {{"class", "wat"}}, [&] {
        html.element("strong", item.label);
        html.text(" ");
        html.element("span", {{"class", "merk " + std::string(domain::code_of(item.date.certainty))}},
                     pen.certainty(item.date.certainty));
        html.text(" ");
        const bool planned = item.status == MilestoneStatus::Planned || item.status == MilestoneStatus::Passed;
        const bool done = item.status == MilestoneStatus::Done || item.status == MilestoneStatus::DoneBy;
        html.element("span", {{"class", planned ? "bron" : done ? "merk goed" : "merk niet"}}, pen.status(item.status));
    });
}

void write_details(CalendarPen& pen, const FeedItem& item) {
    for (const domain::Detail& detail : item.details)
        pen.html.element("p", {{"class", "bron"}, {"dir", "auto"}}, detail.label + ": " + detail.value);
}

void write_flags(CalendarPen& pen, const FeedItem& item) {
    if (item.flags.empty()) return;
    Html& html = pen.html;
    html.element("div", {{"class", "vlaggen"}}, [&] {
        html.element("p", {{"class", "bron"}}, pen.say("calendar.flags"));
        html.element("ul", [&] {
            for (const std::string& flag : item.flags) html.element("li", flag);
        });
    });
}

void write_inside(CalendarPen& pen, const FeedItem& item) {
    write_date(pen, item);
    pen.html.element("div", [&] {
        write_marks(pen, item);
        if (!item.title.empty()) pen.html.element("p", {{"dir", "auto"}}, item.title);
        if (const std::string from = origin(pen, item); !from.empty())
            pen.html.element("p", {{"class", "bron"}, {"dir", "auto"}}, from);
        write_details(pen, item);
        write_flags(pen, item);
    });
}

void write_item(CalendarPen& pen, const FeedItem& item, std::set<std::string>& ids) {
    const std::string id = id_of(item), form(domain::code_of(item.date.certainty));
    if (!id.empty() && ids.insert(id).second)
        pen.html.element("li", {{"id", id}, {"class", form}}, [&] { write_inside(pen, item); });
    else
        pen.html.element("li", {{"class", form}}, [&] { write_inside(pen, item); });
    pen.html.line();
}

void write_heading(CalendarPen& pen, const CalendarGroup& group) {
    Html& html = pen.html;
    html.element("h3", {{"id", group.id()}}, [&] {
        html.text(pen.planned(group.period) + " ");
        if (pen.is_this_month(group)) html.element("span", {{"class", "merk nu"}}, pen.say("calendar.this-month"));
        if (group.period.precision != Precision::Month)
            html.element("span", {{"class", "bron"}}, pen.say("calendar.some-month"));
    });
    html.line();
}

}  // namespace

void write_calendar_list(CalendarPen& pen) {
    std::set<std::string> ids;
    for (const CalendarGroup& group : pen.groups) ids.insert(group.id());
    pen.section("lijst", pen.say("calendar.list"), [&] {
        for (const CalendarGroup& group : pen.groups) {
            write_heading(pen, group);
            if (group.items.empty()) {
                pen.paragraph(pen.say("calendar.nothing-this-month"));
                continue;
            }
            pen.html.element("ol", {{"class", "agenda"}}, [&] {
                pen.html.line();
                for (const FeedItem* item : group.items) write_item(pen, *item, ids);
            });
            pen.html.line();
        }
    });
}

}  // namespace mvoi::render
