// SPDX-License-Identifier: EUPL-1.2
// The worklist of a month, and the same days on the calendar: promises that are to be shown, an evaluation before the
// option is decided on.
#include "support/register.hpp"

namespace worklist_test {

namespace {

using Listed = std::vector<std::string>;

// Monthly, shown within fifteen days, ten minutes each; it renews itself unless notice is given by 2026-09-30.
const std::string monthly =
    R"({"organisation":"gm0344","reference":"C-1","title":"Vervoer","kind":"dienst","people":{"contractmanager":"Bakker"},)"
    R"("term":{"start":"2026-01-01","months":12,"renewal":"stilzwijgend","renewalMonths":12,)"
    R"("notice":{"count":3,"unit":"months"}},"promises":[{"theme":"klimaat","unit":"procent","target":"80",)"
    R"("gather":"laatste","checked":"maand","reportWithinDays":15,"owner":"contractmanager","minutesPerYear":120}],)"
    R"("today":"2026-01-01"})";
// To be decided on by 2026-10-31, so evaluated by six weeks before that.
const std::string optional =
    R"({"organisation":"gm0344","reference":"C-2","title":"Catering","kind":"dienst","people":{"contractmanager":"Visser"},)"
    R"("term":{"start":"2026-01-01","months":12,"options":[{"months":12,"notice":{"count":2,"unit":"months"}}]},)"
    R"("today":"2026-01-01"})";

Listed items(const mvoi::json::Value& answer) {
    Listed found;
    for (const auto& each : answer.list_or_empty("items"))
        found.push_back(each.text_or("day") + " " + each.text_or("reference") + " " + each.text_or("what") +
                        (each.boolean_or("overdue", false) ? " late" : ""));
    return found;
}

mvoi::json::Value list(TestRegister& store, const std::string& today, const std::string& more = "") {
    return store.call("worklist.list", of_all(today, more));
}

void observe(TestRegister& store, const std::string& from, const std::string& to, const std::string& today) {
    store.call("promise.observe", request({{"/organisation", "gm0344"},
                                           {"/reference", "C-1"},
                                           {"/observations/0/promise", 1},
                                           {"/observations/0/from", from},
                                           {"/observations/0/to", to},
                                           {"/observations/0/value", "85"},
                                           {"/observations/0/source", "brandstofpas"},
                                           {"/today", today}}));
}

void change(TestRegister& store, const std::string& reference, const std::string& members, const std::string& today) {
    store.call("contract.change", of_one(reference, today, members));
}

// "2026-02-15 planned 0" for each item of this code.
Listed shown(TestRegister& store, const std::string& code, const std::string& today,
             const std::string& audience = "intern") {
    Listed found;
    const auto calendar =
        json_feed(store, {{"/from", "2025-01-01"}, {"/to", "2031-12-31"}, {"/audience", audience}, {"/today", today}});
    for (const auto& each : calendar.list_or_empty("items"))
        if (each.text_or("code") == code)
            found.push_back(each.text_or("date") + " " + each.text_or("status") + " " +
                            std::to_string(each.integer_or("sequence", -1)));
    return found;
}
Listed promises(TestRegister& store, const std::string& today) {
    return shown(store, "belofte-tonen", today);
}

}  // namespace

TEST_CASE("the worklist has what falls in the month, and what should have been done before it", "[worklist]") {
    TestRegister store;
    store.call("contract.sign", monthly);
    store.call("contract.sign", optional);
    const auto april = list(store, "2026-04-20");
    CHECK(items(april) == Listed{"2026-02-15 C-1 belofte-tonen late", "2026-04-15 C-1 belofte-tonen late"});
    CHECK(text_at(april, "/from") == "2026-04-01");
    CHECK(text_at(april, "/items/0/minutes") == "20");  // of January and of February
    CHECK(text_at(april, "/items/0/person") == "Bakker");
    CHECK(text_at(april, "/items/0/sentence").find("ontbreken 2 perioden") != std::string::npos);
    CHECK(text_at(april, "/minutes") == "30");
    CHECK(text_at(april, "/overdue") == "2");

    const auto september = list(store, "2026-04-20", R"(,"month":"2026-09")");
    CHECK(items(september) == Listed{"2026-02-15 C-1 belofte-tonen late", "2026-09-15 C-1 belofte-tonen",
                                     "2026-09-19 C-2 evaluatie", "2026-09-30 C-1 opzegging"});
    CHECK(items(list(store, "2026-04-20", R"(,"month":"2026-09","person":"Visser")")) ==
          Listed{"2026-09-19 C-2 evaluatie"});
    CHECK(items(list(store, "2026-04-20", R"(,"month":"2026-09","role":"jurist")")).empty());
    CHECK(store.refusal("worklist.list", R"({"organisation":"gm0344","month":"2026-13"})") ==
          std::set<std::string>{"worklist.month"});
}

TEST_CASE("what was observed leaves the worklist, and so does an option that was decided on", "[worklist]") {
    TestRegister store;
    store.call("contract.sign", monthly);
    store.call("contract.sign", optional);
    observe(store, "2026-02-28", "2026-02-28", "2026-04-20");
    CHECK(items(list(store, "2026-04-20")) ==
          Listed{"2026-02-15 C-1 belofte-tonen late", "2026-04-15 C-1 belofte-tonen late"});
    observe(store, "2026-01-31", "2026-01-31", "2026-04-20");
    observe(store, "2026-03-31", "2026-03-31", "2026-04-20");
    CHECK(items(list(store, "2026-04-20")).empty());
    CHECK(items(list(store, "2026-11-02", R"(,"person":"Visser")")) == Listed{"2026-10-31 C-2 optie late"});
    CHECK(items(list(store, "2026-10-20", R"(,"person":"Visser")")) ==
          Listed{"2026-09-19 C-2 evaluatie late", "2026-10-31 C-2 optie"});
    change(store, "C-2", R"("optionDecided":{"number":1,"decision":"gelicht","on":"2026-10-20"})", "2026-10-20");
    CHECK(items(list(store, "2026-10-20", R"(,"person":"Visser")")).empty());
    CHECK(items(list(store, "2027-12-01", R"(,"person":"Visser")")) == Listed{"2027-12-31 C-2 contracteinde"});
}

TEST_CASE("a contract that renewed itself is listed with its new day of notice, before anybody writes", "[worklist]") {
    TestRegister store;
    store.call("contract.sign", monthly);
    const auto september = items(list(store, "2027-01-10", R"(,"month":"2027-09")"));
    CHECK(september.back() == "2027-09-30 C-1 opzegging");
}

TEST_CASE("pages of the worklist come to the whole", "[worklist]") {
    TestRegister store;
    store.call("contract.sign", monthly);
    store.call("contract.sign", optional);
    Listed all;
    std::string after;
    for (int page = 0; page < 9; ++page) {
        const auto answer =
            list(store, "2026-04-20",
                 R"(,"month":"2026-09","limit":1)" + (after.empty() ? "" : R"(,"after":")" + after + "\""));
        for (const auto& each : items(answer)) all.push_back(each);
        CHECK(text_at(answer, "/total") == "4");
        after = answer.text_or("next");
        if (after.empty()) break;
    }
    CHECK(all == items(list(store, "2026-04-20", R"(,"month":"2026-09")")));
    CHECK(store.refusal("worklist.list", R"({"organisation":"gm0344","after":"wat"})") ==
          std::set<std::string>{"list.after"});
}

TEST_CASE("a promise stands on the calendar on its next day, and moves on when it is observed",
          "[worklist][calendar]") {
    TestRegister store;
    store.call("contract.sign", monthly);
    CHECK(promises(store, "2026-01-01") == Listed{"2026-02-15 planned 0"});
    CHECK(promises(store, "2026-08-01") == Listed{"2026-02-15 planned 0"});  // no day moves it
    observe(store, "2026-02-28", "2026-02-28", "2026-03-02");
    CHECK(promises(store, "2026-03-02") == Listed{"2026-02-15 planned 0"});  // January was not shown
    observe(store, "2026-01-31", "2026-01-31", "2026-03-02");
    CHECK(promises(store, "2026-03-02") == Listed{"2026-04-15 planned 1"});
    change(store, "C-1", R"("title":"Vervoer van mensen")", "2026-03-03");
    CHECK(promises(store, "2026-03-03") == Listed{"2026-04-15 planned 1"});
    store.call("promise.observe",
               R"({"organisation":"gm0344","reference":"C-1","takeBack":[{"promise":1,)"
               R"("source":"brandstofpas","from":"2026-01-31","reason":"Verkeerd"}],"today":"2026-03-04"})");
    CHECK(promises(store, "2026-03-04") == Listed{"2026-02-15 planned 2"});
    CHECK(shown(store, "belofte-tonen", "2026-03-04", "publiek").empty());
    store.check_sound();
}

TEST_CASE("a promise is done when nothing more is to be shown, and called off when it goes", "[worklist][calendar]") {
    TestRegister store;
    store.call("contract.sign", monthly);
    const char* const lasts[] = {"01-31", "02-28", "03-31", "04-30", "05-31", "06-30",
                                 "07-31", "08-31", "09-30", "10-31", "11-30", "12-31"};
    for (const char* last : lasts)
        observe(store, "2026-" + std::string(last), "2026-" + std::string(last), "2027-01-05");
    CHECK(promises(store, "2027-01-05") == Listed{"2027-01-15 done 12"});
    store.check_sound();

    TestRegister other;
    other.call("contract.sign", monthly);
    change(other, "C-1", R"("promises":[])", "2026-03-01");
    CHECK(promises(other, "2026-03-01") == Listed{"2026-02-15 cancelled 1"});
    CHECK(promises(other, "2026-03-31") == Listed{"2026-02-15 cancelled 1"});
    CHECK(promises(other, "2026-04-01").empty());
    other.check_sound();

    TestRegister early;
    early.call("contract.sign", monthly);
    change(early, "C-1", R"("ended":{"on":"2026-01-20","reason":"Failliet"})", "2026-02-01");
    CHECK(promises(early, "2026-02-01") == Listed{"2026-02-15 cancelled 1"});
    change(early, "C-1", R"("ended":null)", "2026-02-02");
    CHECK(promises(early, "2026-02-02") == Listed{"2026-02-15 planned 2"});
    early.check_sound();
}

TEST_CASE("a promise is an event and something to do under identities of their own", "[worklist][calendar]") {
    TestRegister store;
    store.call("contract.sign", monthly);
    const auto body = [&](const std::string& component) {
        return store
            .call("calendar.feed",
                  R"({"organisation":"gm0344","component":")" + component + R"(","today":"2026-01-01"})")
            .text_or("body");
    };
    const std::string event = body("event"), todo = body("todo");
    CHECK(event.find("-belofte-tonen-1@mvoi\r\n") != std::string::npos);
    CHECK(event.find("Belofte aantonen (1)") != std::string::npos);
    CHECK(todo.find("-belofte-tonen-1-todo@mvoi\r\n") != std::string::npos);
    CHECK(todo.find("DUE;VALUE=DATE:20260215\r\n") != std::string::npos);
    CHECK(todo.find("Belofte laten aantonen (1)") != std::string::npos);
}

TEST_CASE("evidence that expires before its contract stands on the calendar, until it is withdrawn",
          "[worklist][calendar]") {
    TestRegister store;
    store.call("contract.sign", monthly);
    const auto record = [&](const std::string& document, const std::string& today) {
        store.call("promise.evidence", R"({"organisation":"gm0344","reference":"C-1","documents":[)" + document +
                                           R"(],"today":")" + today + "\"}");
    };
    const auto expiring = [&](const std::string& today) { return shown(store, "bewijs-vernieuwen", today); };
    const std::string sha(64, 'a');
    record(R"({"promises":[1],"kind":"certificaat","validTo":"2026-06-30","sha256":")" + sha + "\"}", "2026-01-05");
    record(R"({"promises":[1],"kind":"certificaat","validTo":"2027-06-30","sha256":")" + sha + "\"}", "2026-01-05");
    CHECK(expiring("2026-01-05") == Listed{"2026-06-30 planned 0"});  // the other outlasts the contract
    record(R"({"number":1,"verified":{}})", "2026-01-06");
    CHECK(expiring("2026-01-06") == Listed{"2026-06-30 planned 0"});  // what is not shown changes nothing
    record(R"({"number":1,"validTo":"2026-09-30"})", "2026-02-01");
    CHECK(expiring("2026-02-01") == Listed{"2026-09-30 planned 1"});
    record(R"({"number":1,"withdrawn":"Vervangen"})", "2026-03-01");
    CHECK(expiring("2026-03-31") == Listed{"2026-09-30 cancelled 2"});
    CHECK(expiring("2026-04-01").empty());
    record(R"({"number":1,"withdrawn":null})", "2026-04-02");
    CHECK(expiring("2026-04-02") == Listed{"2026-09-30 planned 3"});
    CHECK(shown(store, "bewijs-vernieuwen", "2026-04-02", "publiek").empty());
    const std::string todo =
        store
            .call("calendar.feed", R"({"organisation":"gm0344","component":"todo",)"
                                   R"("from":"2026-01-01","to":"2026-12-31","today":"2026-04-02"})")
            .text_or("body");
    CHECK(todo.find("-bewijs-vernieuwen-1-todo@mvoi\r\n") != std::string::npos);
    CHECK(todo.find("Nieuw bewijs vragen (1)") != std::string::npos);
    store.check_sound();
}

TEST_CASE("evidence that outlasts its contract is to be renewed once the contract renewed itself",
          "[worklist][calendar]") {
    TestRegister store;
    store.call(
        "contract.sign",
        R"({"organisation":"gm0344","reference":"C-1","title":"Schoonmaak","kind":"dienst","today":"2026-01-01",)"
        R"("term":{"start":"2026-01-01","months":12,"renewal":"stilzwijgend","renewalMonths":12,)"
        R"("notice":{"count":1,"unit":"months"}},"promises":[{"theme":"klimaat","text":"Schone bussen."}]})");
    store.call("promise.evidence",
               R"({"organisation":"gm0344","reference":"C-1","documents":[{"promises":[1],"kind":"certificaat",)"
               R"("validTo":"2027-06-30","sha256":")" +
                   std::string(64, 'a') + R"("}],"today":"2026-01-05"})");
    const auto expiring = [&](const std::string& today) { return shown(store, "bewijs-vernieuwen", today); };
    CHECK(expiring("2026-11-30").empty());  // the last day of notice: it still ends on 2026-12-31
    CHECK(expiring("2026-12-01") == Listed{"2027-06-30 planned 0"});
    // A journal entry of the renewal changes nothing.
    store.call("contract.renew", R"({"today":"2026-12-01"})");
    CHECK(expiring("2026-12-01") == Listed{"2027-06-30 planned 0"});
    store.check_sound();
}

TEST_CASE("before its option is decided on a contract is evaluated", "[worklist][calendar]") {
    TestRegister store;
    store.call("contract.sign", optional);
    CHECK(shown(store, "evaluatie", "2026-01-01") == Listed{"2026-09-19 planned 0"});
    const auto rules = [&](const std::string& today) {
        std::set<std::string> found;
        const auto answer = store.call("contract.get", of_one("C-2", today));
        for (const auto& each : answer.list_or_empty("findings"))
            if (each.text_or("rule").starts_with("evaluation-")) found.insert(each.text_or("rule"));
        return found;
    };
    using Found = std::set<std::string>;
    CHECK(rules("2026-06-20").empty());
    CHECK(rules("2026-06-21") == Found{"evaluation-near"});  // ninety days before
    CHECK(rules("2026-09-19") == Found{"evaluation-near"});
    CHECK(rules("2026-09-20") == Found{"evaluation-late"});
    CHECK(rules("2026-11-01").empty());  // the option is gone
    change(store, "C-2", R"("evaluation":"2026-12")", "2026-02-01");
    CHECK(shown(store, "evaluatie", "2026-02-01") == Listed{"2026-12 planned 1"});
    CHECK(rules("2026-02-01") == Found{"evaluation-after-option"});
    change(store, "C-2", R"("evaluation":null)", "2026-02-02");
    CHECK(shown(store, "evaluatie", "2026-02-02") == Listed{"2026-09-19 planned 2"});
    change(store, "C-2", R"("optionDecided":{"number":1,"decision":"gelicht","on":"2026-10-20"})", "2026-10-20");
    CHECK(shown(store, "evaluatie", "2026-10-20") == Listed{"2026-09-19 done 3"});
    store.check_sound();
}

}  // namespace worklist_test
