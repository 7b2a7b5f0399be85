// SPDX-License-Identifier: EUPL-1.2
#include "render/calendar/calendar_page.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "render/calendar/calendar_pen.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

// The period of the list under which a date stands: a month when it is known to the day or the month.
PlannedDate period_of_group(const PlannedDate& date) {
    return period_of(*date.first, std::max(date.precision, Precision::Month));
}

// "januari" of "januari 2027", "1st quarter" of "1st quarter of 2027": under the year it need not be said again.
std::string within_year(const CalendarPen& pen, const PlannedDate& period) {
    if (period.precision == Precision::Year) return pen.say("calendar.some-month");
    std::string words = pen.planned(period);
    words.resize(words.rfind(' '));
    if (words.ends_with(" of")) words.resize(words.size() - 3);
    return words;
}

std::string last_change(const CalendarPen& pen) {
    std::string latest;
    for (const FeedItem* item : pen.items) latest = std::max(latest, item->changed);
    const auto day = parse_date(std::string_view(latest).substr(0, 10));
    return day ? pen.day(*day) : std::string();
}

void write_header(CalendarPen& pen) {
    const bool is_public = pen.feed.audience == Audience::Public;
    pen.html.element("header", [&] {
        pen.html.line();
        pen.paragraph("soort", is_public ? pen.say("calendar.for-public") : pen.say("calendar.for-internal"));
        pen.html.element("h1", pen.feed.name);
        pen.html.line();
        pen.facts([&] {
            pen.fact(pen.say("calendar.organisation"),
                     pen.page.organisation.empty() ? pen.say("calendar.organisation-all") : pen.page.organisation);
            pen.fact(pen.say("calendar.period"),
                     pen.say("calendar.from-to", {{"from", pen.day(pen.feed.from)}, {"to", pen.day(pen.feed.to)}}));
            pen.fact(pen.say("calendar.made-for"), pen.day(pen.page.today));
            if (const std::string changed = last_change(pen); !changed.empty())
                pen.fact(pen.say("calendar.changed"), changed);
            if (!pen.items.empty())
                pen.fact(pen.say("calendar.content"),
                         pen.say("calendar.content-of",
                                 {{"milestones",
                                   pen.say_count("calendar.milestones", static_cast<std::int64_t>(pen.items.size()))},
                                  {"tenders", pen.tenders_and_contracts()}}));
        });
        if (!pen.feed.description.empty()) pen.paragraph("nota", pen.feed.description);
    });
    pen.html.line();
}

void write_months_of(CalendarPen& pen, int year) {
    Html& html = pen.html;
    html.element("ul", [&] {
        for (const CalendarGroup& group : pen.groups) {
            if (group.period.first->year() != year) continue;
            const std::string target = "#" + group.id(), words = within_year(pen, group.period);
            html.element("li", [&] {
                if (pen.is_this_month(group))
                    html.element("a", {{"href", target}, {"aria-current", "date"}}, words);
                else
                    html.element("a", {{"href", target}}, words);
            });
            html.line();
        }
    });
}

// The way to a month, for a keyboard and a thumb.
void write_months(CalendarPen& pen) {
    std::set<int> years;
    for (const CalendarGroup& group : pen.groups) years.insert(group.period.first->year());
    pen.html.element("nav", {{"aria-label", pen.say("calendar.months")}}, [&] {
        pen.html.element("ul", {{"class", "jaren"}}, [&] {
            for (const int year : years) {
                pen.html.element("li", [&] {
                    pen.html.element("span", std::to_string(year));
                    pen.html.text(" ");
                    write_months_of(pen, year);
                });
                pen.html.line();
            }
        });
    });
    pen.html.line();
}

void write_main(CalendarPen& pen) {
    pen.html.element("main", {{"id", "inhoud"}}, [&] {
        pen.html.line();
        if (pen.items.empty()) return pen.paragraph("kern", pen.say("calendar.empty"));
        write_calendar_timeline(pen);
        write_calendar_list(pen);
    });
    pen.html.line();
}

}  // namespace

CalendarPen::CalendarPen(const Feed& feed_in, const CalendarPage& page_in)
    : PagePen(page_in.language), feed(feed_in), page(page_in) {
    std::set<std::string_view> objects;
    for (const FeedItem& item : feed.items) {
        if (!can_be_shown(item)) continue;
        items.push_back(&item);
        objects.insert(item.tender);
    }
    objects_ = objects.size();
    gather_kinds();
    gather_groups();
}

std::string CalendarPen::tenders_and_contracts(std::optional<int> year) const {
    std::set<std::string_view> tenders, contracts;
    for (const FeedItem* item : items) {
        if (year && (*year < item->date.first->year() || item->date.last->year() < *year)) continue;
        (item->object == FeedObject::Tender ? tenders : contracts).insert(item->tender);
    }
    const auto counted = [&](const char* rule, const auto& objects) {
        return say_count(rule, static_cast<std::int64_t>(objects.size()));
    };
    if (contracts.empty()) return counted("calendar.tenders", tenders);
    if (tenders.empty()) return counted("calendar.contracts", contracts);
    return say("calendar.tenders-and-contracts", {{"tenders", counted("calendar.tenders", tenders)},
                                                  {"contracts", counted("calendar.contracts", contracts)}});
}

void CalendarPen::gather_kinds() {
    std::map<std::string, std::string> labels;
    for (const FeedItem* item : items) labels.emplace(item->code, item->label);
    const auto add = [&](const std::string& code) {
        const auto found = labels.find(code);
        if (found == labels.end() || numbers_.contains(code)) return;
        kinds.push_back({code, found->second});
        numbers_[code] = kinds.size();
    };
    for (const Term& term : page.rules.vocabulary("milestones")) add(term.code);
    for (const auto& [code, label] : labels) add(code);
}

void CalendarPen::gather_groups() {
    using Place = std::tuple<Date, int>;  // of two periods that begin together the longer one is first
    std::map<Place, CalendarGroup> places;
    const auto group_of = [&](const PlannedDate& period) -> CalendarGroup& {
        CalendarGroup& group = places[{*period.first, -static_cast<int>(period.precision)}];
        group.period = period;
        return group;
    };
    for (const FeedItem* item : items) group_of(period_of_group(item->date)).items.push_back(item);
    const bool in_window = feed.from <= page.today && page.today <= feed.to;
    if (!items.empty() && in_window) group_of(period_of(page.today, Precision::Month));
    for (auto& [place, group] : places) {
        std::stable_sort(group.items.begin(), group.items.end(), [](const FeedItem* a, const FeedItem* b) {
            return std::tuple(a->date.precision, *a->date.first) < std::tuple(b->date.precision, *b->date.first);
        });
        groups.push_back(std::move(group));
    }
}

bool CalendarPen::is_this_month(const CalendarGroup& group) const {
    return group.period.precision == Precision::Month && *group.period.first <= page.today &&
           page.today <= *group.period.last;
}

std::string calendar_html(const Feed& feed, const CalendarPage& page) {
    CalendarPen pen(feed, page);
    pen.frame(
        feed.name, [&] { write_calendar_style(pen.html); },
        [&] {
            write_header(pen);
            if (!pen.groups.empty()) write_months(pen);
            write_main(pen);
        });
    return std::move(pen.html).take();
}

}  // namespace mvoi::render
