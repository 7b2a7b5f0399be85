// SPDX-License-Identifier: EUPL-1.2
// The page of a calendar: the same bytes each time, well-formed, with every text as text, in two languages, and nothing
// for the public that is not for the public.
#include "render/calendar/calendar_page.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "json/text.hpp"
#include "json/value.hpp"
#include "resources/resources.hpp"
#include "support/calendars.hpp"
#include "support/pages.hpp"

namespace calendar_html_test {

namespace {

using namespace mvoi;
using namespace mvoi::domain;
using calendars::page;
using pages::elements;

constexpr Language languages[] = {Language::Dutch, Language::English};

std::string check_page(const std::string& html) {
    auto document = pages::parse(html);
    pages::check_headings(*document);
    pages::check_references(*document);
    pages::check_self_contained(*document, {"ol", "time", "g", "line", "circle"});
    CHECK(html.find("<script") == std::string::npos);
    return elements(*document, "body").at(0)->innerText();
}

bool says(const std::string& text, const char* words) {
    return text.find(words) != std::string::npos;
}

// The pictures of the years, without the samples of the legend.
std::vector<Poco::XML::Element*> pictures(Poco::XML::Document& document) {
    std::vector<Poco::XML::Element*> found;
    for (Poco::XML::Element* svg : elements(document, "svg"))
        if (svg->getAttribute("role") == "img") found.push_back(svg);
    return found;
}

std::vector<std::string> headings_of(const std::string& html) {
    std::vector<std::string> found;
    auto document = pages::parse(html);  // its elements live as long as it does
    for (Poco::XML::Element* h3 : elements(*document, "h3"))
        if (h3->getAttribute("id").starts_with("k-")) found.push_back(h3->getAttribute("id"));
    return found;
}

FeedItem item_on(const std::string& date, const std::string& code = "publicatie") {
    FeedItem item = calendars::one(Language::Dutch).items[0];
    item.code = code;
    item.label = json::rule_book().rules.label("milestones", code, Language::Dutch);
    item.date = *parse_planned_date(date);
    return item;
}

Feed feed_of(std::vector<FeedItem> items) {
    Feed feed = calendars::empty(Language::Dutch);
    feed.items = std::move(items);
    return feed;
}

}  // namespace

TEST_CASE("a calendar of every precision, certainty and status", "[calendar-page]") {
    for (const Language language : languages) {
        const std::string html = page(calendars::planned(language), language);
        CHECK(html == page(calendars::planned(language), language));  // to the byte
        CHECK_FALSE(says(check_page(html), "{"));
    }
    const std::string dutch = check_page(page(calendars::planned(Language::Dutch), Language::Dutch));
    for (const char* said :
         {"Voor intern gebruik", "21 mei 2026 tot en met 21 november 2028", "30 mijlpalen van 6 aanbestedingen",
          "dinsdag 3 november 2026", "vrijdag 15 januari 2027", "april 2027 dag nog niet bekend", "3e kwartaal 2027",
          "2e halfjaar 2027", "2028 maand nog niet bekend", "deze maand", "Publicatie verwacht gepland",
          "Marktconsultatie vast gedaan", "Tenderboard verwacht vervallen", "2026-401 · dienst",
          "Niveau onder het eigen beleid", "Publicatie: 15 januari 2027, verwacht, gepland"})
        CHECK(says(dutch, said));
    const std::string english = check_page(page(calendars::planned(Language::English), Language::English));
    for (const char* said : {"For internal use", "21 May 2026 to 21 November 2028", "Friday 15 January 2027",
                             "3rd quarter of 2027", "day not known yet", "this month", "services", "cancelled"})
        CHECK(says(english, said));
}

TEST_CASE("the public reads what the public may know, and no more", "[calendar-page]") {
    for (const Language language : languages) {
        Feed feed = calendars::planned(language, Audience::Public);
        const std::string text = check_page(page(feed, language));
        CHECK(says(text, feed.description.c_str()));
        CHECK(says(text, language == Language::Dutch ? "Openbaar" : "Public"));
        CHECK_FALSE(says(text, "2026-40"));
        CHECK_FALSE(says(text, language == Language::Dutch ? "Vlaggen" : "Flags"));
        CHECK_FALSE(says(text, "Niveau onder"));
        CHECK(says(text, language == Language::Dutch ? "Thema's: Klimaat" : "Themes: Klimaat"));
        CHECK(says(text, "Contact: inkoopbureau@voorbeeldstad.invalid"));
    }
}

TEST_CASE("a calendar of nothing says so", "[calendar-page]") {
    const std::string html = page(calendars::empty(Language::Dutch), Language::Dutch);
    CHECK(says(check_page(html), "In deze periode staan geen mijlpalen op de kalender."));
    CHECK(elements(*pages::parse(html), "svg").empty());
    CHECK(elements(*pages::parse(html), "nav").empty());
    CHECK(says(check_page(page(calendars::empty(Language::English), Language::English)), "no milestones"));
    Feed nameless;
    nameless.name = "-";
    check_page(page(nameless, Language::Dutch, ""));
    FeedItem unknown = item_on("2027-03-15"), backwards = unknown;
    unknown.date = {};
    backwards.date.last = *backwards.date.first - boost::gregorian::days(1);
    CHECK(page(feed_of({unknown, backwards}), Language::Dutch) == html);
}

TEST_CASE("a calendar of one milestone", "[calendar-page]") {
    const std::string html = page(calendars::one(Language::Dutch), Language::Dutch);
    const std::string text = check_page(html);
    CHECK(says(text, "1 mijlpaal van 1 aanbesteding"));
    CHECK(says(text, "Deze maand zijn er geen mijlpalen."));  // it is November 2026
    CHECK(headings_of(html) == std::vector<std::string>{"k-2026-11", "k-2027-01"});
    CHECK(says(html, "<li id=\"5b7c1f3e-6a52-4c0e-9d5e-2f1a71000001-publicatie\""));
    Feed past = calendars::one(Language::Dutch);
    past.to = *parse_date("2026-11-20");
    CHECK_FALSE(says(check_page(page(past, Language::Dutch)), "eze maand"));
}

TEST_CASE("a longer period comes before what is in it, and days before what is of the month", "[calendar-page]") {
    const std::string html =
        page(feed_of({item_on("2027"), item_on("2027-H1"), item_on("2027-Q1"), item_on("2027-01", "inlichtingen"),
                      item_on("2027-01-20", "tenderboard"), item_on("2027-01-05", "beoordeling"), item_on("2027-Q2"),
                      item_on("2027-H2"), item_on("2027-Q3"), item_on("2027-07-31")}),
             Language::Dutch);
    check_page(html);
    CHECK(headings_of(html) == std::vector<std::string>{"k-2026-11", "k-2027", "k-2027-H1", "k-2027-Q1", "k-2027-01",
                                                        "k-2027-Q2", "k-2027-H2", "k-2027-Q3", "k-2027-07"});
    const std::size_t list = html.find("<h3 id=\"k-2027-01\"");
    CHECK(html.find("Beoordeling", list) < html.find("Tenderboard", list));
    CHECK(html.find("Tenderboard", list) < html.find("Nadere inlichtingen", list));
}

TEST_CASE("each year that has milestones is a picture with a name and a description", "[calendar-page]") {
    auto document = pages::parse(page(calendars::planned(Language::Dutch), Language::Dutch));
    std::vector<std::string> names;
    for (Poco::XML::Element* svg : pictures(*document)) {
        names.push_back(svg->getChildElement("title")->innerText());
        CHECK(svg->getChildElement("title")->getAttribute("id") == svg->getAttribute("aria-labelledby"));
        CHECK(svg->getChildElement("desc")->getAttribute("id") == svg->getAttribute("aria-describedby"));
    }
    CHECK(names == std::vector<std::string>{"Tijdlijn 2026", "Tijdlijn 2027", "Tijdlijn 2028"});
    std::map<std::string, int> forms;
    for (Poco::XML::Element* g : elements(*document, "g")) ++forms[g->getAttribute("class")];
    for (const char* form : {"vast", "verwacht", "onzeker", "gedaan", "verwacht vervallen", "onzeker vervallen"})
        CHECK(forms[form] > 0);
    std::vector<FeedItem> far;
    for (const char* date : {"1900-01-01", "1999-H2", "2024-02-29", "2024-12-31", "2199-12-31", "2199"})
        far.push_back(item_on(date, date));
    Feed wide = feed_of(far);
    wide.from = *parse_date("1900-01-01");
    wide.to = *parse_date("2199-12-31");
    const std::string html = page(wide, Language::Dutch);
    check_page(html);
    CHECK(pictures(*pages::parse(html)).size() == 4);
}

TEST_CASE("five hundred milestones are counted, and all of them are in the list", "[calendar-page]") {
    const Feed feed = calendars::many(Language::Dutch);
    REQUIRE(feed.items.size() == 500);
    const std::string html = page(feed, Language::Dutch);
    CHECK(says(check_page(html), "500 mijlpalen van 125 aanbestedingen"));
    auto document = pages::parse(html);
    std::size_t listed = 0, drawn = 0;
    for (Poco::XML::Element* p : elements(*document, "p")) listed += p->getAttribute("class") == "wanneer";
    CHECK(listed == 500);
    for (Poco::XML::Element* svg : pictures(*document)) {
        CHECK(std::stoi(svg->getAttribute("height")) <= 900);
        const pages::Nodes titles = svg->getElementsByTagName("title");
        for (unsigned long i = 0; i < titles->length(); ++i) {
            const std::string title = titles->item(i)->innerText();
            if (const std::size_t colon = title.rfind(": "); colon != std::string::npos)
                drawn += std::stoul(title.substr(colon + 2));
        }
    }
    const auto cancelled = std::count_if(feed.items.begin(), feed.items.end(), [](const FeedItem& item) {
        return item.status == MilestoneStatus::Cancelled;
    });
    CHECK(drawn + static_cast<std::size_t>(cancelled) == 500);
}

TEST_CASE("forty tenders have a row each, one more are counted", "[calendar-page]") {
    for (const int tenders : {40, 41}) {
        std::vector<FeedItem> items;
        for (int i = 0; i < tenders; ++i) {
            items.push_back(item_on("2027-03-15"));
            items.back().tender = calendars::uuid(i);
            items.back().title = "Rij " + std::to_string(i);
        }
        const std::string html = page(feed_of(items), Language::Dutch);
        const std::string text = check_page(html);
        CHECK(says(text, tenders == 40 ? "een rondje op de dag" : "Per soort mijlpaal hoeveel"));
        CHECK(says(text, "Tijdlijn 2027, deel 1 van 4") == (tenders == 40));
    }
}

TEST_CASE("a text of people is only ever text on the calendar", "[calendar-page]") {
    for (const Language language : languages) {
        const std::string html = page(calendars::hostile(language), language, "");
        const std::string text = check_page(html);  // and so no script, no attribute
        CHECK(says(text, "<script>alert(1)</script>"));
        for (const char* never : {"\x01", "\x1b", "\x7f", "\xff", "\xc0", "\r", "\u202E", "\u2066", "\uFFFE"})
            CHECK_FALSE(says(html, never));
    }
    check_page(page(calendars::planned(Language::Dutch), Language::Dutch, dossiers::hostile_text()));
}

TEST_CASE("the calendar's page says every sentence that was written for it", "[calendar-page]") {
    std::string sources;
    for (const auto& file : std::filesystem::directory_iterator(MVOI_SOURCE_DIR "/plugin/render/calendar")) {
        std::ifstream in(file.path());
        sources.append(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    const json::Value messages = json::parse(resources::file("messages/nl.json"));
    for (const json::Member& message : *messages.object()) {
        std::string key = message.name;
        if (!key.starts_with("calendar.") || key == "calendar.window") continue;
        if (key.ends_with("-one")) key.resize(key.size() - 4);
        INFO(key);
        CHECK(sources.find("\"" + key + "\"") != std::string::npos);
    }
}

}  // namespace calendar_html_test
