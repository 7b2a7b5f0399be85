// SPDX-License-Identifier: EUPL-1.2
// The splitting of a calendar into resources, what of a resource counts as its content, and which addresses are taken.
#include <catch2/catch.hpp>

#include "caldav/address.hpp"
#include "caldav/content.hpp"
#include "caldav/message.hpp"
#include "caldav/multistatus.hpp"

using namespace mvoi::caldav;

namespace {

constexpr const char* head =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//libmvoi//mvoi//NL\r\nNAME:Kalender\\, intern\r\n";

std::string calendar(const std::string& inner) {
    return head + inner + "END:VCALENDAR\r\n";
}

const std::string event =
    "BEGIN:VEVENT\r\nUID:1-publicatie@mvoi\r\nDTSTAMP:20261121T093000Z\r\nSUMMARY:Een titel die zo lang is\\, dat "
    "zij\r\n"
    "  moet worden gevouwen\r\nDTSTART;VALUE=DATE:20270101\r\nEND:VEVENT\r\n";
const std::string todo =
    "BEGIN:VTODO\r\nUID:1-belofte@mvoi\r\nDTSTAMP:20261121T093000Z\r\nDUE;TZID=Europe/Amsterdam:20270101T120000\r\n"
    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nUID:alarm\r\nEND:VALARM\r\nSTATUS:NEEDS-ACTION\r\nEND:VTODO\r\n";
const std::string zone =
    "BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nEND:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

std::string only_digest(const std::string& resource) {
    const auto content = content_of(resource, Component::Event);
    REQUIRE(content);
    return content->digest;
}

}  // namespace

TEST_CASE("one resource per UID, of the type that is asked for") {
    const Calendar events = calendar_from(calendar(zone + event + todo), Component::Event);
    REQUIRE(events.items.size() == 1);
    CHECK(events.name == "Kalender, intern");
    CHECK(events.items.begin()->first == "1-publicatie@mvoi");
    const std::string& text = events.items.begin()->second.text;
    CHECK(text == "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//libmvoi//mvoi//NL\r\nCALSCALE:GREGORIAN\r\n" + event +
                      "END:VCALENDAR\r\n");

    const Calendar todos = calendar_from(calendar(zone + event + todo), Component::Todo);
    REQUIRE(todos.items.size() == 1);
    CHECK(todos.items.begin()->first == "1-belofte@mvoi");                           // and not that of its alarm
    CHECK(todos.items.begin()->second.text.find(zone + todo) != std::string::npos);  // with the zone that it uses
}

TEST_CASE("METHOD stays out, and a recurring item keeps its exceptions with it") {
    const std::string exception =
        "BEGIN:VEVENT\r\nUID:1-publicatie@mvoi\r\nRECURRENCE-ID;VALUE=DATE:20270101\r\nEND:VEVENT\r\n";
    const Calendar both = calendar_from(calendar("METHOD:PUBLISH\r\n" + event + exception), Component::Event);
    REQUIRE(both.items.size() == 1);
    const std::string& text = both.items.begin()->second.text;
    CHECK(text.find("METHOD") == std::string::npos);
    CHECK(text.find(event + exception) != std::string::npos);
}

TEST_CASE("the bytes of a resource depend on its item alone") {
    const std::string other = "BEGIN:VEVENT\r\nUID:2-gunning@mvoi\r\nSUMMARY:Anders\r\nEND:VEVENT\r\n";
    const Calendar alone = calendar_from(calendar(event), Component::Event);
    const Calendar among =
        calendar_from(calendar("LAST-MODIFIED:20300101T000000Z\r\n" + other + event), Component::Event);
    CHECK(alone.items.at("1-publicatie@mvoi").text == among.items.at("1-publicatie@mvoi").text);
    CHECK(alone.items.at("1-publicatie@mvoi").digest == among.items.at("1-publicatie@mvoi").digest);
}

TEST_CASE("a feed that cannot be read is a fault, and so is an item that is not of the register") {
    CHECK_THROWS_AS(calendar_from("", Component::Event), Fault);
    CHECK_THROWS_AS(calendar_from("<html>", Component::Event), Fault);
    CHECK_THROWS_AS(calendar_from(head + event, Component::Event), Fault);  // cut off
    CHECK_THROWS_AS(calendar_from(calendar("BEGIN:VEVENT\r\nUID:1@elders\r\nEND:VEVENT\r\n"), Component::Event), Fault);
    CHECK_THROWS_AS(calendar_from(calendar("BEGIN:VEVENT\r\nEND:VEVENT\r\n"), Component::Event), Fault);
    CHECK_THROWS_AS(calendar_from(calendar("BEGIN:VEVENT\r\nUID:1@mvoi\r\nEND:VTODO\r\n"), Component::Event), Fault);
    CHECK(calendar_from(calendar(zone), Component::Event).items.empty());
}

TEST_CASE("what a server makes of the form of an item does not change its content") {
    const std::string kept = only_digest(calendar(event));
    const std::string as_a_server_has_it =
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Server//EN\n" + zone +
        "BEGIN:VEVENT\nUID:1-publicatie@mvoi\ndtstart;value=DATE:20270101\nDTSTAMP:20261121T093000Z\n"
        "SUMMARY:Een titel die zo lang is\\, dat zi\n j moet worden gevouwen\nEND:VEVENT\nEND:VCALENDAR\n";
    CHECK(only_digest(as_a_server_has_it) == kept);
}

TEST_CASE("what somebody changes in an item changes its content") {
    const std::string kept = only_digest(calendar(event));
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string text = calendar(event);
        text.replace(text.find(from), from.size(), to);
        return only_digest(text);
    };
    CHECK(with("SUMMARY:Een", "SUMMARY:Geen") != kept);
    CHECK(with("20270101", "20270102") != kept);
    CHECK(with("VALUE=DATE:", "X-OTHER=DATE:") != kept);
    CHECK(with("END:VEVENT", "BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT") != kept);
    CHECK(with("SUMMARY:", "COMMENT:") != kept);
}

TEST_CASE("what is not one UID of this type is not ours to judge") {
    CHECK_FALSE(content_of(calendar(todo), Component::Event));
    CHECK_FALSE(content_of(calendar(event + todo), Component::Event));
    CHECK_FALSE(content_of(calendar(zone), Component::Event));
    CHECK_FALSE(content_of(calendar("BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\n"), Component::Event));
    CHECK_FALSE(content_of(calendar(event + "BEGIN:VEVENT\r\nUID:2@mvoi\r\nEND:VEVENT\r\n"), Component::Event));
    CHECK_FALSE(content_of("", Component::Event));
    CHECK_FALSE(content_of("zomaar tekst", Component::Event));
    CHECK(content_of(calendar(todo), Component::Todo)->uid == "1-belofte@mvoi");
    CHECK(is_ours("1@mvoi"));
    CHECK_FALSE(is_ours("1@mvoi.example"));
}

TEST_CASE("an address holds no secret, and crosses the network over TLS only") {
    CHECK(address_of("https://Agenda.Example/inkoop/mvoi", false).url() == "https://agenda.example/inkoop/mvoi/");
    CHECK(address_of("https://a.example:8443/", false).origin() == "https://a.example:8443");
    CHECK(address_of("http://127.0.0.1:5232/x/", false).url() == "http://127.0.0.1:5232/x/");
    CHECK(address_of("http://[::1]:5232/x/", false).url() == "http://[::1]:5232/x/");
    CHECK(address_of("http://a.example/x/", true).url() == "http://a.example/x/");
    for (const char* url :
         {"http://a.example/x/", "http://127.0.0.1.evil.example/x/", "https://user:geheim@a.example/x/",
          "https://user@a.example", "ftp://a.example/x/", "a.example/x/", "https:///x/", "",
          "https://a.example/x/?token=geheim", "https://a.example/x/#geheim", "https://a.example:0/",
          "https://a.example:99999/", "https://a.example:x/", "https://a b/", "user:geheim@a.example"}) {
        CAPTURE(url);
        try {
            address_of(url, false);
            FAIL("was taken");
        } catch (const Refusal& refusal) {
            CHECK(refusal.message().nl.find("geheim") == std::string::npos);
            CHECK(refusal.message().en.find("geheim") == std::string::npos);
        }
    }
}

TEST_CASE("a path has one form, and leads to this server only") {
    const Address address = address_of("https://a.example/inkoop/", false);
    CHECK(path_of(address, "/inkoop/x%40y.ics") == "/inkoop/x@y.ics");
    CHECK(path_of(address, "/inkoop/x@y.ics") == "/inkoop/x@y.ics");
    CHECK(path_of(address, "/inkoop/een twee.ics") == "/inkoop/een%20twee.ics");
    CHECK(path_of(address, "/inkoop/een%2ftwee.ics") == "/inkoop/een%2Ftwee.ics");
    CHECK(path_of(address, "/inkoop/\xC3\xA9.ics") == "/inkoop/%C3%A9.ics");
    CHECK(path_of(address, "x.ics") == "/inkoop/x.ics");
    CHECK(path_of(address, "https://a.example/inkoop/x.ics") == "/inkoop/x.ics");
    CHECK(path_of(address, "https://A.example:443/inkoop/x.ics") == "/inkoop/x.ics");
    for (const char* other : {"https://b.example/x", "http://a.example/x", "https://a.example:444/x", "//b.example/x",
                              "/inkoop/../x", "/inkoop/%2e%2e/x", "https://u@b.example/"}) {
        CAPTURE(other);
        CHECK_FALSE(path_of(address, other));
    }
}

TEST_CASE("an answer of a server is read when it is well-formed, and brings no entities") {
    const auto answer = multistatus_from(
        "<?xml version='1.0'?><m:multistatus xmlns:m='DAV:'><m:response><m:href> /x/1.ics </m:href><m:propstat><m:prop>"
        "<m:getetag>\"a\"</m:getetag></m:prop><m:status>HTTP/1.1 200 OK</m:status></m:propstat></m:response>"
        "<m:response><m:href>/x/2.ics</m:href><m:status>HTTP/1.1 404 Not Found</m:status></m:response>"
        "<m:sync-token>t1</m:sync-token></m:multistatus>");
    REQUIRE(answer);
    REQUIRE(answer->responses.size() == 2);
    CHECK(answer->responses[0].href == "/x/1.ics");
    CHECK(answer->responses[0].etag == "\"a\"");
    CHECK(answer->responses[1].status == 404);
    CHECK(answer->sync_token == "t1");
    CHECK_FALSE(multistatus_from("<multistatus/>"));
    CHECK_FALSE(multistatus_from("<m:multistatus xmlns:m='DAV:'>"));
    CHECK_FALSE(multistatus_from("<!DOCTYPE m [<!ENTITY a 'b'>]><m:multistatus xmlns:m='DAV:'>&a;</m:multistatus>"));
    const ErrorCondition taken = condition_from(
        "<d:error xmlns:d='DAV:' xmlns:c='urn:ietf:params:xml:ns:caldav'><c:no-uid-conflict><d:href>/x/1.ics</d:href>"
        "</c:no-uid-conflict></d:error>");
    CHECK(taken.name == "no-uid-conflict");
    CHECK(taken.href == "/x/1.ics");
    CHECK(condition_from("<html>geheim</html>").name.empty());
    CHECK(escaped("a<b>&\"") == "a&lt;b&gt;&amp;&quot;");
}

TEST_CASE("regression: elements nested 100,000 deep ended the process") {
    const auto nested = [](std::size_t depth) {
        std::string xml = "<m:multistatus xmlns:m='DAV:'>";
        for (std::size_t i = 0; i < depth; ++i) xml += "<a>";
        for (std::size_t i = 0; i < depth; ++i) xml += "</a>";
        return xml + "</m:multistatus>";
    };
    CHECK(multistatus_from(nested(20)));
    CHECK_FALSE(multistatus_from(nested(100)));
    CHECK_FALSE(multistatus_from(nested(100'000)));
}

TEST_CASE("a property counts when it was found, with all the text in it") {
    const auto answer = multistatus_from(
        "<m:multistatus xmlns:m='DAV:' xmlns:c='urn:ietf:params:xml:ns:caldav'><m:response><m:href>/x/1.ics</m:href>"
        "<m:propstat><m:prop><m:getetag>\"no\"</m:getetag></m:prop><m:status>HTTP/1.1 404 Not "
        "Found</m:status></m:propstat>"
        "<m:propstat><m:status>HTTP/1.1 200 OK</m:status><m:prop><m:resourcetype><m:collection/><c:calendar/>"
        "</m:resourcetype><c:supported-calendar-component-set><c:comp "
        "name='VTODO'/></c:supported-calendar-component-set>"
        "<c:calendar-data>a&lt;b<![CDATA[<!DOCTYPE ]]><i>c</i></c:calendar-data></m:prop></m:propstat></m:response>"
        "</m:multistatus>");
    REQUIRE(answer);
    const MultiStatusResponse& response = answer->responses.at(0);
    CHECK(response.etag.empty());
    CHECK(response.is_calendar);
    CHECK(response.is_collection);
    CHECK(response.components == std::vector<std::string>{"VTODO"});
    CHECK(response.data == "a<b<!DOCTYPE c");
}
