// SPDX-License-Identifier: EUPL-1.2
// iCalendar: what a feed says of its calendar and of each event (RFC 5545 and 7986), on the bytes themselves.
#include <set>
#include <stdexcept>

#include "support/icals.hpp"

namespace ical_test {

using namespace icals;
using namespace std::string_view_literals;

TEST_CASE("a whole feed, byte for byte", "[ical]") {
    CHECK(written(item("2027-Q2")) ==
          "BEGIN:VCALENDAR\r\n"
          "VERSION:2.0\r\n"
          "PRODID:-//libmvoi//mvoi//NL\r\n"
          "CALSCALE:GREGORIAN\r\n"
          "NAME:Aanbestedingskalender gm0344\r\n"
          "DESCRIPTION:Geplande aanbestedingen\\; onder voorbehoud\\, ook \"vast\" genoemd\r\n"
          " e.\r\n"
          "LAST-MODIFIED:20261121T093000Z\r\n"
          "REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n"
          "X-PUBLISHED-TTL:PT4H\r\n"
          "X-WR-CALNAME:Aanbestedingskalender gm0344\r\n"
          "X-WR-CALDESC:Geplande aanbestedingen\\; onder voorbehoud\\, ook \"vast\" genoem\r\n"
          " de.\r\n"
          "BEGIN:VEVENT\r\n"
          "UID:6f1c2a9e-0d53-4f0e-9d64-2a7f4a9f0c11-publicatie@mvoi\r\n"
          "DTSTAMP:20261121T093000Z\r\n"
          "LAST-MODIFIED:20261121T093000Z\r\n"
          "SEQUENCE:3\r\n"
          "DTSTART;VALUE=DATE:20270401\r\n"
          "DTEND;VALUE=DATE:20270701\r\n"
          "SUMMARY:Publicatie: Onderhoud openbaar groen (2e kwartaal 2027)\r\n"
          "DESCRIPTION:Kenmerk: 2026/17\\nOrganisatie: gm0344\\nSoort: dienst\\nVlaggen: \r\n"
          " Over een thema is nog niet besloten\\, Niveau onder het eigen beleid\\nDatum\r\n"
          " : 2e kwartaal 2027\\, verwacht\r\n"
          "CATEGORIES:Publicatie,Over een thema is nog niet besloten,Niveau onder het \r\n"
          " eigen beleid\r\n"
          "STATUS:TENTATIVE\r\n"
          "TRANSP:TRANSPARENT\r\n"
          "X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"
          "END:VEVENT\r\n"
          "END:VCALENDAR\r\n");
}

TEST_CASE("the same feed gives the same bytes", "[ical]") {
    const auto feed = feed_of({item(), item("2027-Q2"), item("2027")});
    const Feed copy = feed;
    CHECK(write_ical(feed) == write_ical(feed));
    CHECK(write_ical(feed) == write_ical(copy));
}

TEST_CASE("an event lasts from its first day to the day after its last", "[ical][date]") {
    const auto check = [](const char* date, const char* start, const char* end) {
        const auto bytes = written(item(date));
        INFO(date);
        CHECK(has_line(bytes, std::string("DTSTART;VALUE=DATE:") + start));
        CHECK(has_line(bytes, std::string("DTEND;VALUE=DATE:") + end));
    };
    check("2027-03-15", "20270315", "20270316");
    check("2026-12-31", "20261231", "20270101");
    check("2028-02-28", "20280228", "20280229");
    check("2028-02-29", "20280229", "20280301");
    check("2027-03", "20270301", "20270401");
    check("2027-02", "20270201", "20270301");
    check("2027-Q2", "20270401", "20270701");
    check("2027-H2", "20270701", "20280101");
    check("2027", "20270101", "20280101");
    check("1900-01-01", "19000101", "19000102");
    check("2199-12-31", "21991231", "22000101");
}

TEST_CASE("the identity of an event is its tender and its milestone", "[ical]") {
    const auto uid = [](const FeedItem& item) { return value(written(item), "UID"); };
    auto changed = item("2029-Q4");
    changed.title = "Anders";
    changed.label = "Anders";
    changed.sequence = 9;
    CHECK(uid(item()) == uid(changed));
    CHECK(uid(item()) == std::string(tender) + "-publicatie@mvoi");
    auto other = item();
    other.code = "een-heel-lange-code-van-een-eigen-mijlpaal";
    CHECK(uid(other) == std::string(tender) + "-een-heel-lange-code-van-een-eigen-mijlpaal@mvoi");
    CHECK(fault_of_lines(written(other)).empty());
}

TEST_CASE("the stamps come from the item's last change", "[ical][stamp]") {
    const auto stamp = [](const char* changed) {
        auto stamped = item();
        stamped.changed = changed;
        const auto bytes = written(stamped);
        const auto modified = values(bytes, "LAST-MODIFIED");
        if (!modified.empty()) CHECK(modified[0] == value(bytes, "DTSTAMP"));
        CHECK(values(bytes, "LAST-MODIFIED", false) == modified);
        return modified.empty() ? "none, " + value(bytes, "DTSTAMP") : modified[0];
    };
    CHECK(stamp("2026-11-21T09:30:00Z") == "20261121T093000Z");
    CHECK(stamp("2026-11-21T09:30:59.123456Z") == "20261121T093059Z");
    CHECK(stamp("2016-12-31T23:59:60Z") == "20161231T235960Z");
    for (const char* odd :
         {"", "2026-11-21", "2026-11-21T09:30:00", "2026-11-21T09:30:00+01:00", "2026-13-21T09:30:00Z",
          "2026-11-21T24:30:00Z", "2026-11-21T09:60:00Z", "2026-11-21T09:30:61Z", "2026-11-21 09:30:00Z",
          "2026-11-21T09:30:00.Z", "2026-11-21T09:30:00,5Z", "2026-11-21T9:30:000Z", "2026-11-21T-9:30:00Z"}) {
        INFO(odd);
        CHECK(stamp(odd) == "none, 19700101T000000Z");
    }
}

TEST_CASE("the calendar was changed when its latest item was", "[ical][stamp]") {
    std::vector<FeedItem> items(4, item());
    items[0].changed = "2026-11-21T09:30:00Z";
    items[1].changed = "2026-12-01T00:00:00.5Z";
    items[2].changed = "zzz";
    items[3].changed = "2025-12-31T23:59:59Z";
    const auto bytes = write_ical(feed_of(items));
    CHECK(values(bytes, "LAST-MODIFIED", false) == std::vector<std::string>{"20261201T000000Z"});
}

TEST_CASE("the sequence is the stored one", "[ical]") {
    auto changed = item();
    for (const int sequence : {0, 1, 42, 2147483647}) {
        changed.sequence = sequence;
        CHECK(value(written(changed), "SEQUENCE") == std::to_string(sequence));
    }
}

TEST_CASE("the status says how sure the date is", "[ical][status]") {
    const auto status = [](MilestoneStatus of_milestone, const char* date, Certainty certainty) {
        auto planned = item(date);
        planned.status = of_milestone;
        planned.date.certainty = certainty;
        return value(written(planned), "STATUS");
    };
    for (const char* date : {"2027-03-15", "2027-03", "2027-Q1", "2027-H1", "2027"}) {
        for (const auto certainty : {Certainty::Fixed, Certainty::Expected, Certainty::Uncertain}) {
            const bool sure = date == "2027-03-15"sv && certainty == Certainty::Fixed;
            CHECK(status(MilestoneStatus::Planned, date, certainty) == (sure ? "CONFIRMED" : "TENTATIVE"));
            CHECK(status(MilestoneStatus::Done, date, certainty) == "CONFIRMED");
            CHECK(status(MilestoneStatus::Cancelled, date, certainty) == "CANCELLED");
        }
    }
}

TEST_CASE("an event keeps nobody's time taken", "[ical]") {
    CHECK(value(written(item()), "TRANSP") == "TRANSPARENT");
    CHECK(value(written(item()), "X-MICROSOFT-CDO-BUSYSTATUS") == "FREE");
}

TEST_CASE("the summary says the period when the date is not known to the day", "[ical][words]") {
    const auto summary = [](const char* date, const char* language) {
        auto feed = feed_of({item(date)});
        feed.language = language;
        return value(write_ical(feed), "SUMMARY").substr("Publicatie: Onderhoud openbaar groen"sv.size());
    };
    CHECK(summary("2027-03-15", "nl").empty());
    CHECK(summary("2027-03", "nl") == " (maart 2027)");
    CHECK(summary("2027-Q2", "nl") == " (2e kwartaal 2027)");
    CHECK(summary("2027-H1", "nl") == " (1e halfjaar 2027)");
    CHECK(summary("2027", "nl") == " (2027)");
    CHECK(summary("2027-03-15", "en").empty());
    CHECK(summary("2027-03", "en") == " (March 2027)");
    CHECK(summary("2027-Q2", "en") == " (2nd quarter of 2027)");
    CHECK(summary("2027-H2", "en") == " (2nd half of 2027)");
    CHECK(summary("2027", "en") == " (2027)");
    CHECK(summary("2027-Q2", "") == " (2e kwartaal 2027)");
}

TEST_CASE("a period in words", "[ical][words]") {
    const auto words = [](std::string_view date, const char* language) {
        return render::period_in_words(*domain::parse_planned_date(date), language);
    };
    CHECK(words("2027-03-01", "nl") == "1 maart 2027");
    CHECK(words("2027-09-15", "en") == "15 September 2027");
    const std::vector<std::string> months{"januari", "februari", "maart",     "april",   "mei",      "juni",
                                          "juli",    "augustus", "september", "oktober", "november", "december"};
    for (std::size_t i = 0; i < months.size(); ++i) {
        const std::string month = (i < 9 ? "0" : "") + std::to_string(i + 1);
        CHECK(words("2027-" + month, "nl") == months[i] + " 2027");
    }
    CHECK(words("2027-Q1", "en") == "1st quarter of 2027");
    CHECK(words("2027-Q3", "en") == "3rd quarter of 2027");
    CHECK(words("2027-Q4", "nl") == "4e kwartaal 2027");
    CHECK(words("onbekend", "nl").empty());
}

TEST_CASE("the description says what is known and leaves out what is not", "[ical][words]") {
    auto feed = feed_of({item("2027-03-15")});
    feed.items[0].date.certainty = Certainty::Fixed;
    CHECK(unescaped(value(write_ical(feed), "DESCRIPTION")) ==
          "Kenmerk: 2026/17\nOrganisatie: gm0344\nSoort: dienst\n"
          "Vlaggen: Over een thema is nog niet besloten, Niveau onder het eigen beleid\nDatum: 15 maart 2027, vast");
    feed.language = "en";
    feed.items[0].flags.clear();
    CHECK(unescaped(value(write_ical(feed), "DESCRIPTION")) ==
          "Reference: 2026/17\nOrganisation: gm0344\nKind: services\nDate: 15 March 2027, fixed");
    feed.items[0].reference.clear();
    feed.items[0].organisation.clear();
    feed.items[0].kind = "concessie";
    feed.items[0].date.certainty = Certainty::Uncertain;
    CHECK(unescaped(value(write_ical(feed), "DESCRIPTION")) == "Kind: concessie\nDate: 15 March 2027, uncertain");
}

TEST_CASE("categories are parted by a comma, and a comma within one is escaped", "[ical]") {
    auto odd = item();
    odd.label = "Sluiting, uiterlijk";
    odd.flags = {"", "a;b", ""};
    CHECK(value(written(odd), "CATEGORIES") == "Sluiting\\, uiterlijk,a\\;b");
    odd.label.clear();
    odd.flags.clear();
    CHECK(values(written(odd), "CATEGORIES").empty());
}

TEST_CASE("the calendar says its name the old way and the new", "[ical][calendar]") {
    const auto bytes = written(item());
    for (const char* name : {"NAME", "X-WR-CALNAME"}) {
        CHECK(values(bytes, name, false) == std::vector<std::string>{"Aanbestedingskalender gm0344"});
    }
    CHECK(values(bytes, "DESCRIPTION", false) == values(bytes, "X-WR-CALDESC", false));
    CHECK(has_line(bytes, "REFRESH-INTERVAL;VALUE=DURATION:PT4H"));
    CHECK(has_line(bytes, "X-PUBLISHED-TTL:PT4H"));
    CHECK(has_line(bytes, "PRODID:-//libmvoi//mvoi//NL"));
    CHECK(has_line(bytes, "VERSION:2.0"));
    CHECK(has_line(bytes, "CALSCALE:GREGORIAN"));
    CHECK(bytes.find("METHOD") == std::string::npos);
    auto nameless = feed_of({item()});
    nameless.name.clear();
    nameless.description.clear();
    CHECK(values(write_ical(nameless), "NAME", false).empty());
    CHECK(values(write_ical(nameless), "X-WR-CALDESC", false).empty());
}

TEST_CASE("a feed without items holds the time zone of Amsterdam", "[ical][empty]") {
    const auto bytes = write_ical(feed_of({}));
    CHECK(fault_of_lines(bytes).empty());
    CHECK(values(bytes, "LAST-MODIFIED", false).empty());
    CHECK(has_line(bytes, "TZID:Europe/Amsterdam"));
    CHECK(bytes.find("BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                     "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n") != std::string::npos);
    CHECK(bytes.find("BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                     "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n") != std::string::npos);
    const auto calendar = parsed(bytes);
    CHECK(errors_in(calendar.get()) == 0);
    CHECK(icalcomponent_count_components(calendar.get(), ICAL_VTIMEZONE_COMPONENT) == 1);
    CHECK(written(item()).find("VTIMEZONE") == std::string::npos);
}

TEST_CASE("an item that has no days, or ends before it begins, is not an event", "[ical][empty]") {
    auto unknown = item();
    unknown.date = {};
    auto backwards = item();
    backwards.date.last = *backwards.date.first - boost::gregorian::days(1);
    const auto bytes = write_ical(feed_of({unknown, backwards}));
    CHECK(bytes == write_ical(feed_of({})));
    CHECK(write_ical(feed_of({unknown, item()})) == write_ical(feed_of({item()})));
}

}  // namespace ical_test
