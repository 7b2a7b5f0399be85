// SPDX-License-Identifier: EUPL-1.2
// A contract on the calendar: what its days rest on, what was done about them, and what stands there for one without an
// end.
#include "support/register.hpp"

namespace contract_calendar_test {

using mvoi::json::Value;

namespace {

const char* const sunday =
    R"({"start":"2026-06-01","end":"2027-05-31","renewal":"stilzwijgend","renewalMonths":12,"notice":{"count":3,"unit":"months"}})";
const char* const without_notice =
    R"({"start":"2024-01-01","end":"2027-12-31","renewal":"stilzwijgend","renewalMonths":12})";

void sign(TestRegister& store, const std::string& term) {
    store.call("contract.sign", request({{"/organisation", "gm0344"},
                                         {"/reference", "C-1"},
                                         {"/title", "Schoonmaak"},
                                         {"/kind", "dienst"},
                                         {"/term", as_json(term)},
                                         {"/followUp", "geen"},
                                         {"/today", "2026-11-21"}}));
}

Value item(TestRegister& store, const std::string& code, const std::string& today) {
    const Value feed = json_feed(store, {{"/from", "2024-01-01"}, {"/to", "2030-12-31"}, {"/today", today}});
    for (const Value& each : feed.list_or_empty("items"))
        if (each.text_or("code") == code) return each;
    return Value(mvoi::json::Object{});
}

std::string detail(const Value& item, const std::string& code) {
    for (const Value& each : item.list_or_empty("details"))
        if (each.text_or("code") == code) return each.text_or("value");
    return "none";
}

std::string ics(TestRegister& store, const std::string& today, const std::string& more) {
    std::string body =
        store.call("calendar.feed", of_all(today, R"("from":"2024-01-01","to":"2030-12-31")" + more)).text_or("body");
    std::erase(body, '\r');
    for (std::size_t at = body.find("\n "); at != std::string::npos; at = body.find("\n ", at)) body.erase(at, 2);
    return body;
}

// The event or task of a milestone.
std::string component(const std::string& ics, const std::string& code) {
    const std::size_t at = ics.find("-" + code);
    if (at == std::string::npos) return "none";
    const std::size_t begin = ics.rfind("\nBEGIN:V", at);
    return ics.substr(begin, ics.find("\nEND:V", at) - begin);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string worklist(TestRegister& store, const std::string& today, const std::string& month) {
    std::string line;
    const Value answer = store.call("worklist.list", of_all(today, R"("month":")" + month + '"'));
    for (const Value& each : answer.list_or_empty("items"))
        line += each.text_or("day") + " " + each.text_or("what") + " " + each.text_or("advised") + ";";
    return line;
}

}  // namespace

TEST_CASE("a day of notice says by which article it holds, how it was counted and when to send", "[calendar]") {
    TestRegister store;
    sign(store, sunday);
    const Value day = item(store, "opzegging", "2026-12-01");
    CHECK(day.text_or("date") == "2027-02-28");
    CHECK(has(detail(day, "receipt"), "Burgerlijk Wetboek Boek 3, art. 37 lid 3"));
    CHECK(detail(day, "workDay") == "vrijdag 26 februari 2027");
    CHECK(has(detail(day, "sum"), "3 maanden terug"));
    for (const char* kind : {R"(,"component":"event")", R"(,"component":"todo")"}) {
        const std::string shown = component(ics(store, "2026-12-01", kind), "opzegging");
        CHECK(has(shown, "vrijdag 26 februari 2027"));
        CHECK(has(shown, "art. 37 lid 3"));
    }
    CHECK(worklist(store, "2026-12-01", "2027-02") == "2027-02-28 opzegging 2027-02-26;");
    store.check_sound();
}

TEST_CASE("a day of notice on a working day advises no other", "[calendar]") {
    TestRegister store;
    sign(
        store,
        R"({"start":"2026-06-01","end":"2027-05-31","renewal":"stilzwijgend","renewalMonths":12,"notice":{"count":2,"unit":"months"}})");
    CHECK(detail(item(store, "opzegging", "2026-12-01"), "workDay") == "none");
    CHECK(worklist(store, "2026-12-01", "2027-03") == "2027-03-31 opzegging ;");
}

TEST_CASE("a day whose last working day is in the month before stands on the list of that month too", "[calendar]") {
    TestRegister store;
    sign(store, R"({"start":"2025-06-02","end":"2027-06-01","renewal":"stilzwijgend","renewalMonths":12,)"
                R"("notice":{"count":1,"unit":"months"}})");
    const std::string saturday = "2027-05-01 opzegging 2027-04-30;";
    CHECK(worklist(store, "2027-03-31", "2027-03").empty());
    CHECK(worklist(store, "2027-04-10", "2027-04") == saturday);
    CHECK(worklist(store, "2027-04-30", "2027-04") == saturday);
    CHECK(worklist(store, "2027-05-01", "2027-05") == saturday);
    CHECK(worklist(store, "2027-05-02", "2027-05").empty());
    const auto said = [&](const std::string& today) {
        return store.call("worklist.list", of_all(today, R"("month":"2027-05")"))
            .list_or_empty("items")
            .front()
            .text_or("sentence");
    };
    CHECK(has(said("2027-04-30"), "zorg dat zij er op 30 april 2027 is"));
    CHECK(has(said("2027-05-01"), "de laatste werkdag daarvoor (30 april 2027) is voorbij"));
}

TEST_CASE("an option that nobody decided on is asked for after the contract's end too", "[calendar]") {
    TestRegister store;
    sign(store, R"({"start":"2025-09-01","end":"2027-08-31","options":[{"months":12,"notice":{"count":1,)"
                R"("unit":"months"}}]})");
    const std::string late = "2027-07-31 optie ;";
    CHECK(worklist(store, "2027-08-31", "2027-08") == late + "2027-08-31 contracteinde ;");
    CHECK(worklist(store, "2027-09-02", "2027-09") == late);
    CHECK(worklist(store, "2027-10-02", "2027-10") == late);
    store.call("contract.change", of_one("C-1", "2027-10-02", R"("optionDecided":{"number":1,"decision":"niet-gelicht"})"));
    CHECK(worklist(store, "2027-10-02", "2027-10").empty());
}

TEST_CASE("without a period of notice there is no day, and the worklist asks for the period", "[calendar]") {
    TestRegister store;
    sign(store, without_notice);
    CHECK(item(store, "opzegging", "2026-12-01").text_or("date").empty());
    CHECK(worklist(store, "2026-12-01", "2026-12") == "2026-12-01 opzegtermijn-nagaan ;");
    CHECK(worklist(store, "2026-12-01", "2027-03") == "2027-03-01 opzegtermijn-nagaan ;");
    CHECK(worklist(store, "2026-12-01", "2026-11").empty());
    store.call("contract.change", of_one("C-1", "2026-12-01", R"("term":{"notice":{"count":3,"unit":"months"}})"));
    CHECK(item(store, "opzegging", "2026-12-01").text_or("date") == "2027-09-30");
    CHECK(worklist(store, "2026-12-01", "2027-03").empty());
}

TEST_CASE("after notice was given nobody need keep its last day in mind", "[calendar]") {
    TestRegister store;
    sign(store, sunday);
    const auto event = [&] { return component(ics(store, "2026-12-10", ""), "opzegging"); };
    CHECK(has(event(), "\nSTATUS:CONFIRMED"));
    store.call("contract.change", of_one("C-1", "2026-12-09", R"("noticeGiven":{})"));
    CHECK(has(event(), "\nSTATUS:CANCELLED"));
    CHECK(has(event(), "\nSUMMARY:Opgezegd: Schoonmaak"));
    CHECK(has(event(), "\nSEQUENCE:1"));
    CHECK(has(component(ics(store, "2026-12-10", R"(,"component":"todo")"), "opzegging"), "\nSTATUS:COMPLETED"));
}

TEST_CASE("a tacit renewal leaves a sign, whether it has an entry yet or not", "[calendar]") {
    TestRegister store;
    sign(store, sunday);
    CHECK(item(store, "verlengd", "2027-02-28").text_or("date").empty());
    CHECK(item(store, "verlengd", "2027-03-01").text_or("date") == "2027-03-01");
    store.call("contract.renew", R"({"today":"2027-03-15"})");
    CHECK(item(store, "verlengd", "2027-03-15").text_or("date") == "2027-03-01");
    CHECK(item(store, "verlengd", "2027-03-15").text_or("status") == "done");
    // Notice was in time after all: it did not come about.
    store.call("contract.change", of_one("C-1", "2027-03-20", R"("noticeGiven":{"on":"2027-02-20"})"));
    CHECK(item(store, "verlengd", "2027-03-20").text_or("status") == "cancelled");
    store.check_sound();
}

TEST_CASE("a contract for an indefinite time is reconsidered each year", "[calendar]") {
    TestRegister store;
    sign(store, R"({"start":"2026-06-01","minimumMonths":24,"notice":{"count":3,"unit":"months"}})");
    const std::string shown = ics(store, "2026-12-01", "");
    CHECK(has(shown, "-heroverweging-2027@mvoi"));
    CHECK(has(shown, "-heroverweging-2028@mvoi"));
    CHECK(item(store, "heroverweging", "2026-12-01").text_or("date") == "2027-06-01");
    CHECK(item(store, "minimumduur", "2026-12-01").text_or("date") == "2028-05-31");
    CHECK(worklist(store, "2026-12-01", "2027-06") == "2027-06-01 heroverweging ;");
    store.call("contract.change", of_one("C-1", "2026-12-01", R"("noticeGiven":{})"));
    CHECK(item(store, "heroverweging", "2026-12-01").text_or("date").empty());
}

TEST_CASE("a task alarms beforehand where that is asked, and only as long as it is to be done", "[calendar]") {
    TestRegister store;
    sign(store, sunday);
    const std::string asked = R"(,"component":"todo","alarms":true)";
    const std::string task = component(ics(store, "2026-12-01", asked), "opzegging");
    CHECK(has(task, "\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER;RELATED=END:-P14D"));
    CHECK_FALSE(has(ics(store, "2026-12-01", R"(,"component":"todo")"), "VALARM"));
    CHECK(store.refusal("calendar.feed", of_all("2026-12-01", R"("alarms":true)")) == Rules{"feed.alarms-todo"});
    store.call("contract.change", of_one("C-1", "2026-12-09", R"("noticeGiven":{})"));
    CHECK_FALSE(has(ics(store, "2026-12-10", asked), "VALARM"));
}

}  // namespace contract_calendar_test
