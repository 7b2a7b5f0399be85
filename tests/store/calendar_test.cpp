// SPDX-License-Identifier: EUPL-1.2
// The calendar as people and machines subscribe to it: the same bytes when nothing that is shown changed, one more
// SEQUENCE when it did, CANCELLED and then gone; and what there is to do.
#include <algorithm>
#include <random>

#include "support/register.hpp"

namespace calendar_test {

using Texts = std::vector<std::string>;

namespace {

std::string body(TestRegister& store, const std::string& day, const std::string& more = "") {
    return text_at(store.call("calendar.feed", of_all(day, more)), "/body");
}

// The lines of the component whose UID holds this; empty when there is none.
Texts component(const std::string& calendar, const std::string& uid) {
    Texts lines;
    bool found = false;
    for (std::size_t at = 0, end = 0; (end = calendar.find("\r\n", at)) != std::string::npos; at = end + 2) {
        const std::string line = calendar.substr(at, end - at);
        if (line.starts_with("BEGIN:V")) lines.clear();
        if (line.starts_with("UID:") && line.find(uid) != std::string::npos) found = true;
        lines.push_back(line);
        if (line.starts_with("END:V") && found) return lines;
    }
    return {};
}

bool has(const Texts& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

// The stamp since when calendars show each milestone as they do.
std::map<std::string, std::string> stamps(TestRegister& store) {
    std::map<std::string, std::string> found;
    const auto feed = json_feed(store, {{"/today", "2026-11-21"}});
    for (const auto& item : feed.list_or_empty("items")) found[item.text_or("code")] = item.text_or("changed");
    return found;
}

// Stamps of entries are to the millisecond.
void wait_for_another_stamp() {
    usleep(5'000);
}

}  // namespace

TEST_CASE("a change that no calendar shows leaves the bytes alone", "[feed]") {
    TestRegister store;
    store.call("tender.start", starting("1", R"(,"planning":{"publication":"2027-01-15","award":"2027-Q2"})"));
    const std::string before = body(store, "2026-11-21");
    wait_for_another_stamp();
    store.call("tender.change", of_one("1", "2026-11-21",
                                       R"("people":{"jurist":"J. de Wit"},"lots":[{"number":"1","title":"Noord"}],
                                          "motives":{"awardBasis":"omdat het moet"})"));
    CHECK(body(store, "2026-11-21") == before);

    const auto was = stamps(store);
    wait_for_another_stamp();
    store.call("tender.change", of_one("1", "2026-11-22", R"("planning":{"award":"2027-Q3","option":"2029"})"));
    const auto one_moved = stamps(store);
    CHECK(one_moved.at("publicatie") == was.at("publicatie"));
    CHECK(one_moved.at("gunningsbeslissing") > was.at("gunningsbeslissing"));
    wait_for_another_stamp();
    store.call("tender.change", of_one("1", "2026-11-22", R"("title":"Schoonmaak en glasbewassing")"));
    const auto retitled = stamps(store);
    CHECK(retitled.at("publicatie") > was.at("publicatie"));
    CHECK(retitled.at("gunningsbeslissing") > one_moved.at("gunningsbeslissing"));
    CHECK(component(body(store, "2026-11-22"), "-publicatie@").size() > 5);
    CHECK(has(component(body(store, "2026-11-22"), "-publicatie@"), "SEQUENCE:0"));
    store.check_sound();
}

TEST_CASE("a moved date raises the sequence of its own event by one, and of no other", "[feed]") {
    TestRegister store;
    store.call("tender.start", starting("1", R"(,"planning":{"publication":"2027-01-15","award":"2027-Q2"})"));
    const std::string first = body(store, "2026-11-21");
    for (int times = 1; times <= 3; ++times) {
        store.call("tender.change", of_one("1", "2026-11-22",
                                           R"("planning":{"publication":"2027-02-0)" + std::to_string(times) + "\"}"));
        const std::string now = body(store, "2026-11-22");
        CHECK(has(component(now, "-publicatie@"), "SEQUENCE:" + std::to_string(times)));
        CHECK(has(component(now, "-publicatie@"), "DTSTART;VALUE=DATE:2027020" + std::to_string(times)));
        CHECK(component(now, "-gunningsbeslissing@") == component(first, "-gunningsbeslissing@"));
    }
    const std::string same = R"("planning":{"publication":"2027-02-03"})";
    const std::string before = body(store, "2026-11-22");
    store.call("tender.change", of_one("1", "2026-11-22", same));
    CHECK(body(store, "2026-11-22") == before);
    store.check_sound();
}

TEST_CASE("what is taken back is CANCELLED for thirty days, then gone, and may come back", "[feed]") {
    const auto taken_back = GENERATE(as<std::string>{}, "null", "\"onbekend\"");
    TestRegister store;
    store.call("tender.start", starting("1", R"(,"planning":{"publication":"2027-01-15","award":"2027-Q2"})"));
    store.call("tender.change", of_one("1", "2026-11-25", R"("planning":{"publication":)" + taken_back + "}"));
    store.call("tender.change", of_one("1", "2026-11-26", R"("title":"Anders")"));
    for (const char* day : {"2026-11-25", "2026-12-25"}) {
        const Texts event = component(body(store, day), "-publicatie@");
        INFO(taken_back << " " << day);
        CHECK(has(event, "STATUS:CANCELLED"));
        CHECK(has(event, "SEQUENCE:1"));
        CHECK(has(event, "DTSTART;VALUE=DATE:20270115"));
    }
    CHECK(component(body(store, "2026-12-26"), "-publicatie@").empty());
    CHECK(!component(body(store, "2026-12-26"), "-gunningsbeslissing@").empty());
    store.check_sound();
    store.call("tender.change", of_one("1", "2027-01-05", R"("planning":{"publication":"2027-03"})"));
    const Texts back = component(body(store, "2027-01-05"), "-publicatie@");
    CHECK(has(back, "SEQUENCE:2"));
    CHECK(has(back, "STATUS:TENTATIVE"));
    CHECK(has(back, "DTSTART;VALUE=DATE:20270301"));
    store.check_sound();
}

TEST_CASE("the milestones of a tender that is called off leave the calendar after it", "[feed]") {
    TestRegister store;
    store.call(
        "tender.start",
        starting("1", R"(,"planning":{"preparation":"2026-11-01","publication":"2027-01-15","award":"onbekend"})"));
    store.call("tender.advance", of_one("1", "2026-11-22", R"("to":"consultation")"));
    store.call("tender.advance", of_one("1", "2026-12-01", R"("to":"cancelled","reason":"Geen budget")"));
    const std::string shown = body(store, "2026-12-31");
    CHECK(has(component(shown, "-publicatie@"), "STATUS:CANCELLED"));
    CHECK(has(component(shown, "-publicatie@"), "SEQUENCE:1"));
    // It was reached before it was called off; on which day was not recorded.
    CHECK(has(component(shown, "-voorbereiding@"), "STATUS:TENTATIVE"));
    CHECK(has(component(shown, "-voorbereiding@"), "DTSTART;VALUE=DATE:20261122"));
    const std::string after = body(store, "2027-01-01");
    CHECK(component(after, "-publicatie@").empty());
    CHECK(!component(after, "-voorbereiding@").empty());
    store.check_sound();
}

TEST_CASE("things to do: what, by when, how far, and of which event", "[feed][todo]") {
    TestRegister store;
    store.call("tender.start", starting("1", R"(,"planning":{"preparation":"2026-11-01","option":"2027-Q2",
        "notice":{"date":"2027-03-01","certainty":"vast"},"contractEnd":"2027-12-31","contractReview":"2027-05",
        "invitation":"2027-01-20","board":"2027-01-10"})"));
    store.call("tender.advance", of_one("1", "2026-11-22", R"("to":"consultation")"));
    store.call("tender.change", of_one("1", "2026-11-23", R"("planning":{"board":null})"));
    const std::string todos = body(store, "2026-11-24", R"(,"component":"todo")");
    CHECK(todos.find("VEVENT") == std::string::npos);
    CHECK(todos.find("NAME:Te doen voor aanbestedingen gm0344\r\n") != std::string::npos);
    CHECK(component(todos, "-contracteinde").empty());  // a day, and nothing to do by it
    const Texts option = component(todos, "-optie-todo@mvoi");
    CHECK(has(option, "DUE;VALUE=DATE:20270630"));
    CHECK(has(option, "SUMMARY:Besluit over optie: Schoonmaak (2e kwartaal 2027)"));
    CHECK(has(option, "STATUS:NEEDS-ACTION"));
    CHECK(has(option, "PERCENT-COMPLETE:0"));
    CHECK(has(option, "PRIORITY:1"));
    CHECK(has(component(todos, "-opzegging-todo@mvoi"), "SUMMARY:Opzeggen of laten doorlopen: Schoonmaak"));
    CHECK(has(component(todos, "-evaluatie-todo@mvoi"), "SUMMARY:Contract evalueren: Schoonmaak (mei 2027)"));
    CHECK(has(component(todos, "-uitnodiging-todo@mvoi"), "DUE;VALUE=DATE:20270120"));
    const Texts done = component(todos, "-voorbereiding-todo@mvoi");
    CHECK(has(done, "STATUS:COMPLETED"));
    // On which day was not recorded.
    CHECK(std::none_of(done.begin(), done.end(), [](const auto& line) { return line.starts_with("COMPLETED:"); }));
    CHECK(has(done, "PERCENT-COMPLETE:100"));
    CHECK(has(component(todos, "-tenderboard-todo@mvoi"), "STATUS:CANCELLED"));
    // Each is related to an event of the calendar of days.
    const std::string events = body(store, "2026-11-24");
    for (const char* code : {"optie", "opzegging", "voorbereiding", "evaluatie", "uitnodiging", "tenderboard"}) {
        const Texts lines = component(todos, std::string("-") + code + "-todo@mvoi");
        std::string related;
        for (const std::string& line : lines) {
            if (line.starts_with("RELATED-TO:")) related = line.substr(11);
            if (line.starts_with(" ") && related.size() + 11 == 75) related += line.substr(1);
        }
        INFO(code);
        CHECK(component(events, related).size() > 5);
    }
    store.caller.language = mvoi::domain::Language::English;
    CHECK(has(component(body(store, "2026-11-24", R"(,"component":"todo")"), "-optie-todo@mvoi"),
              "SUMMARY:Decide on the option: Schoonmaak (2nd quarter of 2027)"));
    store.check_sound();
}

TEST_CASE("things to do are in no other form and not for the market", "[feed][todo]") {
    TestRegister store;
    for (const char* format : {"json", "csv", "html"})
        CHECK(store.refusal("calendar.feed", R"({"component":"todo","format":")" + std::string(format) + "\"}") ==
              Rules{"feed.todo-format"});
    CHECK(store.refusal("calendar.feed", R"({"component":"todo","audience":"publiek"})") == Rules{"feed.todo-public"});
    CHECK(store.refusal("calendar.feed", R"({"component":"journal"})") == Rules{"json.enum"});
    const auto nothing = store.call("calendar.feed", R"({"component":"todo"})");
    CHECK(text_at(nothing, "/items") == "0");
    CHECK(text_at(nothing, "/body").find("BEGIN:VTIMEZONE") != std::string::npos);
}

TEST_CASE("a calendar that cannot be asked for is refused, a date that cannot be is not taken", "[feed]") {
    TestRegister store;
    CHECK(store.refusal("calendar.feed", R"({"from":"2027-01-02","to":"2027-01-01"})") == Rules{"calendar.window"});
    CHECK(store.refusal("calendar.feed", R"({"from":"2027-02-30"})") == Rules{"json.format.date"});
    CHECK(store.refusal("calendar.feed", R"({"to":"2027-Q1"})") == Rules{"json.format.date"});
    CHECK(store.refusal("calendar.feed", R"({"format":"ical"})") == Rules{"json.enum"});
    for (const char* date : {"2027-Q5", "2027-Q0", "2027-H3", "2027-02-30", "2027-13", "2027-00", "27-01-01",
                             "volgend jaar", "2027-1-1", "2027Q1", ""})
        CHECK(store.refusal("tender.start", starting("1", R"(,"planning":{"publication":")" + std::string(date) +
                                                              "\"}")) == Rules{"json.format.planned-date"});
    CHECK(store.refusal("tender.start",
                        starting("1", R"(,"planning":{"publication":{"date":"2027","precision":"day"}})")) ==
          Rules{"planning.precision"});
    const auto findings = [](const mvoi::json::Value& answer) {
        Rules rules;
        for (const auto& finding : answer.list_or_empty("findings")) rules.insert(finding.text_or("rule"));
        return rules;
    };
    CHECK(findings(store.call("tender.start", starting("1", R"(,"planning":{"publication":"2050-01-01"})")))
              .contains("date-far-ahead"));
    CHECK(findings(store.call("tender.start", starting("2", R"(,"planning":{"publication":"2020-01-01"})")))
              .contains("date-passed"));
    CHECK(findings(store.call("tender.start",
                              starting("3", R"(,"planning":{"publication":"2027-05-01","submission":"2027-04-01"})")))
              .contains("date-out-of-order"));
    CHECK(findings(store.call("tender.start", starting("4", R"(,"planning":{"participation":"2027-05-01",
        "invitation":"2027-04-01"})")))
              .contains("date-out-of-order"));
}

}  // namespace calendar_test
