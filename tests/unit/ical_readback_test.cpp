// SPDX-License-Identifier: EUPL-1.2
// Calendars are read back as they were written: random feeds, as days and as things to do, give libical the same list
// of components as stood in the feed. The other readers (python3-icalendar, vobject, ical.js): ../readers/.
#include <libical/ical.h>

#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "render/calendar/ical.hpp"

namespace ical_readback_test {

namespace {

using namespace mvoi;
using domain::Component;
using domain::Date;
using domain::Feed;
using domain::FeedItem;
using domain::MilestoneStatus;

// The parts of a component that a reader of a calendar goes by.
struct Seen {
    std::string uid, first, end, summary, status, related, completed;
    int sequence = 0, percent = -1, priority = 0;
    std::vector<std::string> categories;
    bool operator==(const Seen&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Seen& seen) {
    return out << seen.uid << " " << seen.first << ".." << seen.end << " " << seen.sequence << " " << seen.status << " "
               << seen.percent << " " << seen.priority << " " << seen.completed << " " << seen.summary;
}

// ---- what should be read --------------------------------------------------------------------------------------------

std::string compact(Date day) {
    std::string text = domain::to_text(day);
    std::erase(text, '-');
    return text;
}

std::string period_behind(const FeedItem& item) {
    if (item.date.precision == domain::Precision::Day) return "";
    return " (" + render::period_in_words(item.date, "nl") + ")";
}

Seen event_of(const FeedItem& item) {
    Seen seen;
    seen.uid = item.tender + "-" + item.code + "@mvoi";
    seen.first = compact(*item.date.first);
    seen.end = compact(*item.date.last + boost::gregorian::days(1));
    seen.summary = item.label + ": " + item.title + period_behind(item);
    const bool sure = item.date.precision == domain::Precision::Day && item.date.certainty == domain::Certainty::Fixed;
    seen.status = item.status == MilestoneStatus::Cancelled      ? "CANCELLED"
                  : item.status == MilestoneStatus::Done || sure ? "CONFIRMED"
                                                                 : "TENTATIVE";
    seen.sequence = item.sequence;
    seen.categories = {item.label};
    seen.categories.insert(seen.categories.end(), item.flags.begin(), item.flags.end());
    return seen;
}

Seen todo_of(const FeedItem& item) {
    Seen seen = event_of(item);
    seen.related = seen.uid;
    seen.uid = item.tender + "-" + item.code + "-todo@mvoi";
    seen.first.clear();
    seen.end = compact(*item.date.last);
    seen.summary = item.todo + ": " + item.title + period_behind(item);
    seen.priority = item.priority;
    seen.status = "NEEDS-ACTION";
    seen.percent = 0;
    if (item.status == MilestoneStatus::Cancelled) {
        seen.status = "CANCELLED";
        seen.percent = -1;
    }
    if (item.status == MilestoneStatus::Done) {
        seen.status = "COMPLETED";
        seen.percent = 100;
        if (item.changed_on) seen.completed = compact(*item.changed_on) + "T000000Z";
    }
    return seen;
}

// ---- what libical reads ---------------------------------------------------------------------------------------------

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

// The value of the property as it stands in the calendar; empty without it.
std::string value_of(icalcomponent* component, icalproperty_kind kind) {
    icalproperty* property = icalcomponent_get_first_property(component, kind);
    if (!property) return "";
    const char* text = icalproperty_get_value_as_string(property);
    return text ? text : "";
}

int number_of(icalcomponent* component, icalproperty_kind kind, int otherwise) {
    const std::string text = value_of(component, kind);
    return text.empty() ? otherwise : std::stoi(text);
}

Seen seen_in(icalcomponent* component) {
    Seen seen;
    seen.uid = value_of(component, ICAL_UID_PROPERTY);
    seen.first = value_of(component, ICAL_DTSTART_PROPERTY);
    seen.end = value_of(component, ICAL_DTEND_PROPERTY) + value_of(component, ICAL_DUE_PROPERTY);
    seen.summary = icalcomponent_get_summary(component);
    seen.status = value_of(component, ICAL_STATUS_PROPERTY);
    seen.related = value_of(component, ICAL_RELATEDTO_PROPERTY);
    seen.completed = value_of(component, ICAL_COMPLETED_PROPERTY);
    seen.sequence = number_of(component, ICAL_SEQUENCE_PROPERTY, -1);
    seen.percent = number_of(component, ICAL_PERCENTCOMPLETE_PROPERTY, -1);
    seen.priority = number_of(component, ICAL_PRIORITY_PROPERTY, 0);
    for (auto* each = icalcomponent_get_first_property(component, ICAL_CATEGORIES_PROPERTY); each != nullptr;
         each = icalcomponent_get_next_property(component, ICAL_CATEGORIES_PROPERTY))
        seen.categories.emplace_back(icalproperty_get_categories(each));
    return seen;
}

std::vector<Seen> read_back(const std::string& bytes, icalcomponent_kind kind) {
    const std::unique_ptr<icalcomponent, Free> calendar(icalparser_parse_string(bytes.c_str()));
    REQUIRE(calendar);
    icalrestriction_check(calendar.get());
    CHECK(icalcomponent_count_errors(calendar.get()) == 0);
    std::vector<Seen> all;
    for (auto* each = icalcomponent_get_first_component(calendar.get(), ICAL_ANY_COMPONENT); each != nullptr;
         each = icalcomponent_get_next_component(calendar.get(), ICAL_ANY_COMPONENT))
        if (icalcomponent_isa(each) == kind) all.push_back(seen_in(each));
    return all;
}

// ---- feeds ----------------------------------------------------------------------------------------------------------

class Chance {
  public:
    explicit Chance(unsigned seed) : random_(seed) {}
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
    std::string text() {
        static const std::vector<std::string> parts{"a",  "Zo", " en ", "é",  "€", "😀", ";", ",",
                                                    "\\", "\n", ":",    "\"", "n", "'", "(", "=1"};
        std::string text = "x";
        for (std::size_t i = below(60); i > 0; --i) text += parts[below(parts.size())];
        return text + "x";
    }

  private:
    std::mt19937 random_;
};

FeedItem random_item(Chance& chance, int number) {
    static const std::vector<std::string> dates{"2027-03-15", "2027-12-31", "2028-02-29", "2027-04",
                                                "2027-Q3",    "2027-H2",    "2028"};
    FeedItem item;
    item.tender = "6f1c2a9e-0d53-4f0e-9d64-" + std::to_string(100'000'000'000 + number);
    item.code = std::vector<std::string>{"publicatie", "optie", "einde-huidig-contract"}[chance.below(3)];
    item.label = std::vector<std::string>{"Publicatie", "Sluiting, uiterlijk", "Einde; contract"}[chance.below(3)];
    item.title = chance.text();
    item.organisation = "gm0344";
    item.date = *domain::parse_planned_date(dates[chance.below(dates.size())]);
    item.date.certainty = static_cast<domain::Certainty>(chance.below(3));
    item.status = static_cast<MilestoneStatus>(chance.below(3));
    item.sequence = static_cast<int>(chance.below(1000));
    item.changed = "2026-11-21T09:30:00.123Z";
    if (chance.below(2)) item.changed_on = Date(2026, 11, 21);
    if (chance.below(2)) item.flags = {chance.text()};
    if (chance.below(2)) item.details = {{"themes", "Thema's", chance.text()}, {"contact", "Contact", chance.text()}};
    if (chance.below(3)) item.todo = "Besluit over " + chance.text();
    if (chance.below(2)) item.priority = static_cast<int>(chance.below(10));
    return item;
}

Feed random_feed(unsigned seed) {
    Chance chance(seed);
    Feed feed;
    feed.name = chance.text();
    feed.description = chance.text();
    feed.language = "nl";
    for (int number = static_cast<int>(chance.below(40)); number > 0; --number)
        feed.items.push_back(random_item(chance, number));
    return feed;
}

}  // namespace

TEST_CASE("libical reads the events of a random feed as they stood in it", "[ical][readback]") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        const Feed feed = random_feed(seed);
        const std::string bytes = render::write_ical(feed);
        INFO("seed " << seed);
        std::vector<Seen> expected;
        for (const FeedItem& item : feed.items) expected.push_back(event_of(item));
        CHECK(read_back(bytes, ICAL_VEVENT_COMPONENT) == expected);
        CHECK(read_back(bytes, ICAL_VTODO_COMPONENT).empty());
        CHECK(render::write_ical(random_feed(seed)) == bytes);
    }
}

TEST_CASE("libical reads the things to do of a random feed as they stood in it", "[ical][readback][todo]") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        Feed feed = random_feed(seed);
        feed.component = Component::Todo;
        const std::string bytes = render::write_ical(feed);
        INFO("seed " << seed);
        std::vector<Seen> expected;
        for (const FeedItem& item : feed.items)
            if (!item.todo.empty()) expected.push_back(todo_of(item));
        CHECK(read_back(bytes, ICAL_VTODO_COMPONENT) == expected);
        CHECK(read_back(bytes, ICAL_VEVENT_COMPONENT).empty());
        CHECK((bytes.find("BEGIN:VTIMEZONE") != std::string::npos) == expected.empty());
        CHECK(render::write_ical(feed) == bytes);
    }
}

}  // namespace ical_readback_test
