// SPDX-License-Identifier: EUPL-1.2
// iCalendar: every rule a feed has to keep (RFC 5545 and 7986), on the bytes themselves and as libical reads them.
#include "render/calendar/ical.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <clocale>
#include <locale>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "render/calendar/csv.hpp"

namespace ical_test {

namespace {

using namespace mvoi;
using namespace std::string_view_literals;
using domain::Certainty;
using domain::Date;
using domain::Feed;
using domain::FeedItem;
using domain::MilestoneStatus;
using render::write_ical;

constexpr auto tender = "6f1c2a9e-0d53-4f0e-9d64-2a7f4a9f0c11";

FeedItem item(std::string_view date = "2027-03-15") {
    FeedItem item;
    item.tender = tender;
    item.code = "publicatie";
    item.label = "Publicatie";
    item.title = "Onderhoud openbaar groen";
    item.organisation = "gm0344";
    item.reference = "2026/17";
    item.kind = "dienst";
    item.flags = {"Over een thema is nog niet besloten", "Niveau onder het eigen beleid"};
    item.date = *domain::parse_planned_date(date);
    item.sequence = 3;
    item.changed = "2026-11-21T09:30:00Z";
    return item;
}

Feed feed_of(std::vector<FeedItem> items) {
    Feed feed;
    feed.name = "Aanbestedingskalender gm0344";
    feed.description = "Geplande aanbestedingen; onder voorbehoud, ook \"vast\" genoemde.";
    feed.language = "nl";
    feed.items = std::move(items);
    return feed;
}

std::string written(const FeedItem& item) {
    return write_ical(feed_of({item}));
}

FeedItem titled(std::string title) {
    FeedItem result = item();
    result.title = std::move(title);
    return result;
}

// ---- reading back by hand -------------------------------------------------------------------------------------------

std::vector<std::string> split(std::string_view text, std::string_view by) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t at = 0; (at = text.find(by, start)) != std::string_view::npos; start = at + by.size()) {
        parts.emplace_back(text.substr(start, at - start));
    }
    parts.emplace_back(text.substr(start));
    return parts;
}

std::string unfolded(const std::string& bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes.compare(i, 3, "\r\n ") == 0) {
            i += 2;
            continue;
        }
        text.push_back(bytes[i]);
    }
    return text;
}

std::vector<std::string> lines_of(const std::string& bytes) {
    auto lines = split(unfolded(bytes), "\r\n");
    lines.pop_back();
    return lines;
}

bool has_line(const std::string& bytes, const std::string& line) {
    const auto lines = lines_of(bytes);
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

// The values of the property in the event, or before it when `in_event` is false.
std::vector<std::string> values(const std::string& bytes, const std::string& name, bool in_event = true) {
    std::vector<std::string> found;
    bool inside = false;
    for (const auto& line : lines_of(bytes)) {
        if (line == "BEGIN:VEVENT") inside = true;
        if (line == "END:VEVENT") inside = false;
        if (inside == in_event && line.compare(0, name.size() + 1, name + ":") == 0) {
            found.push_back(line.substr(name.size() + 1));
        }
    }
    return found;
}

std::string value(const std::string& bytes, const std::string& name) {
    const auto found = values(bytes, name);
    REQUIRE(found.size() == 1);
    return found[0];
}

std::string unescaped(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') ++i;
        result.push_back(text[i] == 'n' && i > 0 && text[i - 1] == '\\' ? '\n' : text.at(i));
    }
    return result;
}

// True when the octets are UTF-8, told by counting as RFC 3629 does: another way than the writer's table.
bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
        if (length == 0 || i + length > text.size()) return false;
        char32_t code = length == 1 ? lead : lead & (0x7Fu >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if (next >> 6 != 2) return false;
            code = code << 6 | (next & 0x3F);
        }
        constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
        if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
        i += length;
    }
    return true;
}

// Everything that is wrong with the bytes as content lines; empty when nothing is.
std::string fault_of_lines(const std::string& bytes) {
    if (bytes.size() < 2 || bytes.substr(bytes.size() - 2) != "\r\n") return "does not end with CRLF";
    auto lines = split(bytes, "\r\n");
    lines.pop_back();
    for (const auto& line : lines) {
        if (line.find_first_not_of(" \t") == std::string::npos) return "a line of nothing but blanks";
        if (line.size() > 75) return "more than 75 octets: " + line;
        if (!is_utf8(line)) return "no UTF-8: " + line;
        for (const char c : line) {
            if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F) return "a control character: " + line;
        }
    }
    return "";
}

// ---- reading back with libical --------------------------------------------------------------------------------------

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

Component parsed(const std::string& bytes) {
    Component calendar(icalparser_parse_string(bytes.c_str()));
    REQUIRE(calendar);
    return calendar;
}

// Errors of libical: of its reader (they stand in the tree as X-LIC-ERROR) and of its table of restrictions.
int errors_in(icalcomponent* calendar) {
    icalrestriction_check(calendar);
    return icalcomponent_count_errors(calendar);
}

icalcomponent* event_in(const Component& calendar) {
    icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    REQUIRE(event);
    return event;
}

std::string day_text(icaltimetype time) {
    CHECK(time.is_date);
    return domain::to_text(Date(static_cast<unsigned short>(time.year), static_cast<unsigned short>(time.month),
                                static_cast<unsigned short>(time.day)));
}

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

std::uint32_t next_random(std::uint32_t& state) {
    state = state * 1664525 + 1013904223;
    return state >> 12;
}

}  // namespace

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

TEST_CASE("lines fold at 75 octets, between characters, at every offset", "[ical][fold]") {
    const auto character = GENERATE("x"sv, "é"sv, "€"sv, "😀"sv, ";"sv, "\\"sv, "\n"sv, "e\xCC\x81"sv);
    for (std::size_t before = 0; before < 160; ++before) {
        for (const std::size_t repeat : {1U, 2U, 80U}) {
            std::string title(before, 'a');
            for (std::size_t i = 0; i < repeat; ++i) title += character;
            const auto bytes = written(titled(title + "z"));
            INFO("before: " << before << ", repeated: " << repeat << ", character: " << character);
            const auto fault = fault_of_lines(bytes);
            if (!fault.empty()) FAIL(fault);
            if (unescaped(value(bytes, "SUMMARY")) != "Publicatie: " + title + "z") FAIL("the title did not come back");
        }
    }
}

TEST_CASE("a line is folded when it must be and not before", "[ical][fold]") {
    const std::string fits(75 - "SUMMARY:Publicatie: "sv.size(), 'a');
    CHECK(written(titled(fits)).find("SUMMARY:Publicatie: " + fits + "\r\n") != std::string::npos);
    CHECK(written(titled(fits + "b")).find(fits + "\r\n b\r\n") != std::string::npos);
    CHECK(written(titled(fits + "é")).find(fits + "\r\n é\r\n") != std::string::npos);
    const std::string next(74, 'b');
    CHECK(written(titled(fits + next)).find(fits + "\r\n " + next + "\r\n") != std::string::npos);
    CHECK(written(titled(fits + next + "c")).find(fits + "\r\n " + next + "\r\n c\r\n") != std::string::npos);
    const std::string almost = fits.substr(1);
    CHECK(written(titled(almost.substr(1) + "é")).find(almost.substr(1) + "é\r\n") != std::string::npos);
    CHECK(written(titled(almost.substr(1) + ",")).find(almost.substr(1) + "\\,\r\n") != std::string::npos);
    CHECK(written(titled(almost + ";c")).find(almost + "\r\n \\;c\r\n") != std::string::npos);
}

TEST_CASE("no escape is cut by a fold", "[ical][fold]") {
    for (std::size_t before = 0; before < 80; ++before) {
        const auto bytes = written(titled(std::string(before, 'a') + std::string(100, '\\') + "\n;,"));
        for (const auto& line : split(bytes, "\r\n")) {
            const auto last = line.find_last_not_of('\\');
            CHECK((line.size() - (last == std::string::npos ? 0 : last + 1)) % 2 == 0);
        }
    }
}

TEST_CASE("a fold never leaves a line of blanks, which readers take for an empty one", "[ical][fold]") {
    for (std::size_t before = 40; before < 80; ++before) {
        for (const std::size_t blanks : {1U, 2U, 73U, 74U, 75U, 200U, 400U}) {
            const std::string start(before, 'a');
            const std::string gap(blanks, ' ');
            const auto fault = fault_of_lines(written(titled(start + gap)));
            if (!fault.empty()) FAIL(fault);
            const auto bytes = written(titled(start + gap + "z"));
            if (!fault_of_lines(bytes).empty()) FAIL(fault_of_lines(bytes));
            const auto summary = value(bytes, "SUMMARY");
            CHECK(summary.back() == 'z');
            if (blanks < 74) CHECK(summary == "Publicatie: " + start + gap + "z");
        }
    }
    CHECK(fault_of_lines(written(titled(std::string(300, '\t')))).empty());
}

TEST_CASE("a text is escaped as RFC 5545 3.3.11 says", "[ical][text]") {
    const auto summary = [](std::string title) {
        return value(written(titled(std::move(title))), "SUMMARY").substr(12);
    };
    CHECK(summary("a\\b") == "a\\\\b");
    CHECK(summary("a;b") == "a\\;b");
    CHECK(summary("a,b") == "a\\,b");
    CHECK(summary("a\nb") == "a\\nb");
    CHECK(summary("a\r\nb") == "a\\nb");
    CHECK(summary("a\rb") == "a\\nb");
    CHECK(summary("a\r\r\nb") == "a\\n\\nb");
    CHECK(summary("a\\nb") == "a\\\\nb");
    CHECK(summary("a: \"b\" ^n 'c'") == "a: \"b\" ^n 'c'");
    CHECK(summary("a\tb") == "a\tb");
    CHECK(summary("één € 😀") == "één € 😀");
}

TEST_CASE("control characters are left out", "[ical][text]") {
    const auto summary = [](std::string_view title) {
        return value(written(titled(std::string(title))), "SUMMARY").substr(12);
    };
    for (int c = 0; c < 0x20; ++c) {
        if (c == '\t' || c == '\n' || c == '\r') continue;
        CHECK(summary(std::string("a") + static_cast<char>(c) + "b") == "ab");
    }
    CHECK(summary("a\x7F"sv) == "a");
    CHECK(summary("a\xC2\x80\xC2\x9F\xC2\xA0z") == "a\xC2\xA0z");
    CHECK(summary("a\xC2\x85z\xE2\x80\xA8z\xE2\x80\xA9z\xE2\x80\xA7z") == "a\\nz\\nz\\nz\xE2\x80\xA7z");
    CHECK(summary("a\r") == "a\\n");
}

TEST_CASE("octets that are no UTF-8 show as U+FFFD and spoil nothing else", "[ical][text]") {
    const auto summary = [](std::string_view title) {
        return value(written(titled(std::string(title))), "SUMMARY").substr(12);
    };
    const std::string mark = "\xEF\xBF\xBD";
    CHECK(summary("a\xFFz") == "a" + mark + "z");
    CHECK(summary("a\x80z") == "a" + mark + "z");
    CHECK(summary("a\xC3") == "a" + mark);
    CHECK(summary("a\xC3z") == "a" + mark + "z");
    CHECK(summary("a\xC0\xAFz") == "a" + mark + mark + "z");
    CHECK(summary("a\xE0\x80\xAFz") == "a" + mark + mark + mark + "z");
    CHECK(summary("a\xED\xA0\x80z") == "a" + mark + mark + mark + "z");
    CHECK(summary("a\xF4\x90\x80\x80z") == "a" + mark + mark + mark + mark + "z");
    CHECK(summary("a\xF4\x8F\xBF\xBFz") == "a\xF4\x8F\xBF\xBFz");
    CHECK(summary("a\xEE\x80\x80z") == "a\xEE\x80\x80z");
    CHECK(summary("a\xF0\x9F\x98") == "a" + mark + mark + mark);
}

TEST_CASE("any octets at all give well-formed lines", "[ical][text]") {
    std::uint32_t random = 7;
    for (int round = 0; round < 3000; ++round) {
        std::string title;
        for (std::uint32_t i = next_random(random) % 300; i > 0; --i) {
            title.push_back(static_cast<char>(next_random(random) % 256));
        }
        auto odd = titled(title);
        odd.label = title.substr(0, 20);
        odd.code = title.substr(0, 7);
        odd.flags = {title, ""};
        odd.changed = title;
        const auto fault = fault_of_lines(written(odd));
        if (!fault.empty()) FAIL("round " << round << ": " << fault);
    }
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
    CHECK(errors_in(parsed(write_ical(nameless)).get()) == 0);
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

}  // namespace ical_test
