// SPDX-License-Identifier: EUPL-1.2
// iCalendar: feeds as libical reads them, and as they are written under a Dutch locale.
#include <clocale>
#include <locale>
#include <memory>
#include <set>
#include <stdexcept>

#include "render/calendar/csv.hpp"
#include "support/icals.hpp"

namespace ical_libical_test {

using namespace icals;
using namespace std::string_view_literals;

namespace {

// ---- a locale -------------------------------------------------------------------------------------------------------

// Sets a Dutch locale in C and C++ for as long as it lives.
class DutchLocale {
  public:
    DutchLocale() : before_(std::locale::global(std::locale("nl_NL.UTF-8"))) { std::setlocale(LC_ALL, "nl_NL.UTF-8"); }
    ~DutchLocale() {
        std::locale::global(before_);
        std::setlocale(LC_ALL, "C");
    }
    DutchLocale(const DutchLocale&) = delete;
    DutchLocale& operator=(const DutchLocale&) = delete;

  private:
    std::locale before_;
};

}  // namespace

TEST_CASE("libical reads every property back as it was", "[ical][libical]") {
    auto odd = item("2027-H2");
    odd.title =
        "Riolering; \"fase 2\", deel\\b\nmet één € en 😀, en nog zoveel dat de regel meer dan één keer wordt gevouwen";
    odd.sequence = 12;
    const auto calendar = parsed(written(odd));
    CHECK(errors_in(calendar.get()) == 0);
    icalcomponent* event = event_in(calendar);
    CHECK(std::string(icalcomponent_get_uid(event)) == std::string(tender) + "-publicatie@mvoi");
    CHECK(std::string(icalcomponent_get_summary(event)) == "Publicatie: " + odd.title + " (2e halfjaar 2027)");
    CHECK(std::string(icalcomponent_get_description(event)) ==
          "Kenmerk: 2026/17\nOrganisatie: gm0344\nSoort: dienst\nVlaggen: Over een thema is nog niet besloten, Niveau "
          "onder het eigen beleid\nDatum: 2e halfjaar 2027, verwacht");
    CHECK(icalcomponent_get_sequence(event) == 12);
    CHECK(icalcomponent_get_status(event) == ICAL_STATUS_TENTATIVE);
    CHECK(day_text(icalcomponent_get_dtstart(event)) == "2027-07-01");
    CHECK(day_text(icalcomponent_get_dtend(event)) == "2028-01-01");
    const auto stamp = icalcomponent_get_dtstamp(event);
    CHECK(icaltime_is_utc(stamp));
    CHECK(std::string(icaltime_as_ical_string(stamp)) == "20261121T093000Z");
    std::vector<std::string> categories;
    for (auto* property = icalcomponent_get_first_property(event, ICAL_CATEGORIES_PROPERTY); property != nullptr;
         property = icalcomponent_get_next_property(event, ICAL_CATEGORIES_PROPERTY)) {
        categories.emplace_back(icalproperty_get_categories(property));
    }
    CHECK(categories == std::vector<std::string>{"Publicatie", odd.flags[0], odd.flags[1]});
    auto* name = icalcomponent_get_first_property(calendar.get(), ICAL_NAME_PROPERTY);
    REQUIRE(name);
    CHECK(std::string(icalproperty_get_name(name)) == "Aanbestedingskalender gm0344");
    CHECK(icalcomponent_get_first_property(calendar.get(), ICAL_METHOD_PROPERTY) == nullptr);
}

TEST_CASE("libical finds no error in any kind of event", "[ical][libical]") {
    std::vector<FeedItem> items;
    int number = 0;
    for (const char* date : {"2027-03-15", "2027-03", "2027-Q1", "2027-H1", "2027"}) {
        for (const auto status : {MilestoneStatus::Planned, MilestoneStatus::Done, MilestoneStatus::Cancelled}) {
            auto& added = items.emplace_back(item(date));
            added.status = status;
            added.code += std::to_string(++number);
        }
    }
    const auto calendar = parsed(write_ical(feed_of(items)));
    CHECK(errors_in(calendar.get()) == 0);
    CHECK(icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT) == static_cast<int>(items.size()));
    std::set<std::string> uids;
    for (auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT); event != nullptr;
         event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        uids.insert(icalcomponent_get_uid(event));
    }
    CHECK(uids.size() == items.size());
    auto nameless = feed_of({item()});
    nameless.name.clear();
    nameless.description.clear();
    CHECK(errors_in(parsed(write_ical(nameless)).get()) == 0);
}

TEST_CASE("libical reads any text back that holds no control characters", "[ical][libical]") {
    std::uint32_t random = 3;
    const std::vector<std::string> alphabet{"a",  "B",  " ", "é",  "€", "😀", ";", ",",
                                            "\\", "\n", ":", "\"", "n", "N", "'"};
    for (int round = 0; round < 500; ++round) {
        std::string title = "x";
        for (std::uint32_t i = next_random(random) % 120; i > 0; --i) {
            title += alphabet[next_random(random) % alphabet.size()];
        }
        title += "x";
        const auto calendar = parsed(written(titled(title)));
        if (errors_in(calendar.get()) != 0) FAIL("round " << round << ": an error");
        if (std::string(icalcomponent_get_summary(event_in(calendar))) != "Publicatie: " + title) {
            FAIL("round " << round << ": " << title);
        }
    }
}

TEST_CASE("neither dates nor what is written from them know the locale", "[ical][csv][date][locale]") {
    auto feed = feed_of({item("2027-03-15"), item("2027-Q2")});
    feed.items[0].sequence = 1234567;
    const std::string calendar = write_ical(feed);
    const std::string table = render::write_csv(feed);
    const auto grouped = [] {
        render::CsvWriter out;
        out.number(-1234567);
        return std::move(out).take();
    };
    CHECK(grouped() == "-1234567\r\n");
    try {
        const DutchLocale dutch;
        CHECK(write_ical(feed) == calendar);
        CHECK(render::write_csv(feed) == table);
        CHECK(grouped() == "-1234567\r\n");
        CHECK(domain::parse_date("2027-03-01") == Date(2027, 3, 1));
        CHECK(domain::to_text(Date(2027, 3, 1)) == "2027-03-01");
        CHECK(to_text(*domain::parse_planned_date("2027-Q2")) == "2027-Q2");
    } catch (const std::runtime_error&) {
        WARN("skipped: this machine has no locale nl_NL.UTF-8");
    }
}

}  // namespace ical_libical_test
