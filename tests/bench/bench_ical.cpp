// SPDX-License-Identifier: EUPL-1.2
// The time that 10,000 events take: write_ical beside libical and python3-icalendar building and serialising the same
// events. The first two run in this process, in turns, so that a busy machine slows them alike; the ratio is the number
// to keep, not the milliseconds. Python runs as a child (bench_ical.py), which gets texts and dates ready made,
// measures the building and writing alone, and is also credited with the best of its rounds.
//
// Three things that are not the work itself are kept out of it, for both alike: freeing what was built; fresh pages,
// whose price differs much between machines (freed memory stays with the process, and the first round, which pays, is
// shown apart); and the small blocks that libical freed the round before, which the allocator would join in the next
// large request, so on our time.
#include <libical/ical.h>
#include <unistd.h>
#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "clock.hpp"
#include "json/text.hpp"
#include "render/calendar/ical.hpp"

namespace {

using namespace mvoi;
using bench::Clock;
using bench::median;
using bench::milliseconds_since;

constexpr int events = 10000;
constexpr int rounds = 11, python_rounds = 7;

domain::FeedItem item_of(int number) {
    static const char* const dates[] = {"2027-03-15", "2027-04", "2027-Q3", "2027-H2", "2028"};
    static const char* const titles[] = {"Onderhoud openbaar groen, wijken Noord; perceel ",
                                         "Levering van financiële én HR-software (SaaS) voor de gemeente, fase ",
                                         "Renovatie brug 14: \"De Hoop\", inclusief tijdelijke voorziening, deel "};
    char uuid[40];
    std::snprintf(uuid, sizeof uuid, "6f1c2a9e-0d53-4f0e-9d64-%012d", number);
    domain::FeedItem item;
    item.tender = uuid;
    item.code = "publicatie";
    item.label = "Publicatie";
    item.title = titles[number % 3] + std::to_string(number);
    item.organisation = "gm0344";
    item.reference = "2026/" + std::to_string(number);
    item.kind = "dienst";
    if (number % 2 == 0) item.flags = {"Over een thema is nog niet besloten"};
    item.date = *domain::parse_planned_date(dates[number % 5]);
    item.sequence = number % 7;
    item.changed = "2026-11-21T09:30:00Z";
    return item;
}

domain::Feed feed() {
    domain::Feed feed;
    feed.name = "Aanbestedingskalender gm0344";
    feed.description = "Geplande aanbestedingen, onder voorbehoud.";
    feed.language = "nl";
    for (int number = 0; number < events; ++number) feed.items.push_back(item_of(number));
    return feed;
}

// ---- the same calendar with libical ---------------------------------------------------------------------------------

icaltimetype whole_day(domain::Date date) {
    const auto day = date.year_month_day();
    icaltimetype time = icaltime_null_date();
    time.year = day.year;
    time.month = day.month;
    time.day = day.day;
    return time;
}

icalproperty* other(const char* name, const char* value) {
    icalproperty* property = icalproperty_new_x(value);
    icalproperty_set_x_name(property, name);
    return property;
}

icalproperty_status status_of(const domain::FeedItem& item) {
    if (item.status == domain::MilestoneStatus::Cancelled) return ICAL_STATUS_CANCELLED;
    return item.status == domain::MilestoneStatus::Done ? ICAL_STATUS_CONFIRMED : ICAL_STATUS_TENTATIVE;
}

std::string summary_of(const domain::FeedItem& item) {
    const std::string summary = item.label + ": " + item.title;
    if (item.date.precision == domain::Precision::Day) return summary;
    return summary + " (" + render::period_in_words(item.date, "nl") + ")";
}

std::string description_of(const domain::FeedItem& item) {
    std::string text = "Kenmerk: " + item.reference + "\nOrganisatie: " + item.organisation + "\nSoort: " + item.kind;
    for (const auto& flag : item.flags) text += "\nVlaggen: " + flag;
    return text + "\nDatum: " + render::period_in_words(item.date, "nl") + ", verwacht";
}

icalcomponent* event_of(const domain::FeedItem& item) {
    icalcomponent* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    const icaltimetype changed = icaltime_from_string("20261121T093000Z");
    icalcomponent_add_property(event, icalproperty_new_uid((item.tender + "-" + item.code + "@mvoi").c_str()));
    icalcomponent_add_property(event, icalproperty_new_dtstamp(changed));
    icalcomponent_add_property(event, icalproperty_new_lastmodified(changed));
    icalcomponent_add_property(event, icalproperty_new_sequence(item.sequence));
    icalcomponent_add_property(event, icalproperty_new_dtstart(whole_day(*item.date.first)));
    icalcomponent_add_property(event, icalproperty_new_dtend(whole_day(*item.date.last + boost::gregorian::days(1))));
    icalcomponent_add_property(event, icalproperty_new_summary(summary_of(item).c_str()));
    icalcomponent_add_property(event, icalproperty_new_description(description_of(item).c_str()));
    icalcomponent_add_property(event, icalproperty_new_categories(item.label.c_str()));
    for (const auto& flag : item.flags) icalcomponent_add_property(event, icalproperty_new_categories(flag.c_str()));
    icalcomponent_add_property(event, icalproperty_new_status(status_of(item)));
    icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    icalcomponent_add_property(event, other("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"));
    return event;
}

icalcomponent* calendar_of(const domain::Feed& feed) {
    icalcomponent* calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar, icalproperty_new_prodid("-//libmvoi//mvoi//NL"));
    icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_property(calendar, icalproperty_new_name(feed.name.c_str()));
    icalcomponent_add_property(calendar, icalproperty_new_description(feed.description.c_str()));
    for (const auto& item : feed.items) icalcomponent_add_component(calendar, event_of(item));
    return calendar;
}

// ---- the same calendar with python3-icalendar -----------------------------------------------------------------------

json::Value for_python(const domain::FeedItem& item) {
    json::Value event, categories(json::List{});
    event.add("uid", item.tender + "-" + item.code + "@mvoi");
    event.add("changed", item.changed.substr(0, 19) + "+00:00");
    event.add("sequence", item.sequence);
    event.add("first", domain::to_text(*item.date.first));
    event.add("end", domain::to_text(*item.date.last + boost::gregorian::days(1)));
    event.add("summary", summary_of(item));
    event.add("description", description_of(item));
    categories.append(item.label);
    for (const auto& flag : item.flags) categories.append(flag);
    event.add("categories", std::move(categories));
    event.add("status", item.status == domain::MilestoneStatus::Cancelled ? "CANCELLED"
                        : item.status == domain::MilestoneStatus::Done    ? "CONFIRMED"
                                                                          : "TENTATIVE");
    return event;
}

std::string for_python(const domain::Feed& feed) {
    json::Value document, all(json::List{});
    document.add("name", feed.name);
    document.add("description", feed.description);
    for (const auto& item : feed.items) all.append(for_python(item));
    document.add("events", std::move(all));
    return json::write(document);
}

// Milliseconds per round; empty when Python or its library is not there.
std::vector<double> measure_python(const domain::Feed& feed) {
    char path[] = "/tmp/mvoi-bench-XXXXXX";
    const int file = mkstemp(path);
    if (file < 0) return {};
    const std::string text = for_python(feed);
    std::vector<double> all;
    if (::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size())) {
        const std::string command =
            "/usr/bin/python3 '" MVOI_BENCH_PYTHON "' " + std::to_string(python_rounds) + " < " + path;
        if (std::FILE* child = popen(command.c_str(), "r")) {
            double milliseconds = 0;
            std::size_t bytes = 0;
            while (std::fscanf(child, "%lf %zu", &milliseconds, &bytes) == 2) {
                if (all.empty()) std::printf("python bytes %zu\n", bytes);
                all.push_back(milliseconds);
            }
            pclose(child);
        }
    }
    ::close(file);
    std::remove(path);
    return all;
}

// ---- measuring ------------------------------------------------------------------------------------------------------

struct Measured {
    double milliseconds = 0;
    std::size_t bytes = 0;
};

// Makes the allocator join what was freed: a large request is when it does.
void tidy_heap() {
    void* volatile large = std::malloc(1 << 20);
    std::free(large);
}

Measured measure_ours(const domain::Feed& feed) {
    tidy_heap();
    const auto start = Clock::now();
    const std::string bytes = render::write_ical(feed);
    return {milliseconds_since(start), bytes.size()};
}

Measured measure_libical(const domain::Feed& feed) {
    tidy_heap();
    const auto start = Clock::now();
    icalcomponent* calendar = calendar_of(feed);
    char* text = icalcomponent_as_ical_string_r(calendar);
    const Measured measured{milliseconds_since(start), std::string_view(text).size()};
    std::free(text);
    icalcomponent_free(calendar);
    return measured;
}

}  // namespace

int main() {
#ifdef M_TRIM_THRESHOLD
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
    const domain::Feed all = feed();
    std::vector<double> ours, theirs, ratios;
    std::printf("%d events\n%5s %14s %14s %8s\n", events, "round", "write_ical ms", "libical ms", "ratio");
    for (int round = 0; round <= rounds; ++round) {
        const bool we_begin = round % 2 == 0;
        const Measured first = we_begin ? measure_ours(all) : measure_libical(all);
        const Measured second = we_begin ? measure_libical(all) : measure_ours(all);
        const Measured& us = we_begin ? first : second;
        const Measured& them = we_begin ? second : first;
        if (round == 0) {
            std::printf("bytes %14zu %14zu\n cold %14.2f %14.2f\n", us.bytes, them.bytes, us.milliseconds,
                        them.milliseconds);
            continue;
        }
        ours.push_back(us.milliseconds);
        theirs.push_back(them.milliseconds);
        ratios.push_back(them.milliseconds / us.milliseconds);
        std::printf("%5d %14.2f %14.2f %8.1f\n", round, ours.back(), theirs.back(), ratios.back());
    }
    std::printf("%5s %14.2f %14.2f %8.1f\n", "mid", median(ours), median(theirs), median(ratios));
    const auto python = measure_python(all);
    if (python.empty()) {
        std::printf("python3-icalendar is not there: not measured\n");
        return 0;
    }
    const double best = *std::min_element(python.begin(), python.end());
    std::printf("python3-icalendar, %zu rounds: middle %.2f ms, %.0f times write_ical; best %.2f ms, %.0f times\n",
                python.size(), median(python), median(python) / median(ours), best, best / median(ours));
    return 0;
}
