// SPDX-License-Identifier: EUPL-1.2
// The calendar fills itself: a contract that ends plans the tender that follows, a tender that follows takes its place,
// and the meetings of the board stand beside them.
#include <map>

#include "domain/calendar/days.hpp"
#include "domain/date.hpp"
#include "support/cases.hpp"
#include "support/register.hpp"

namespace follow_up_test {

using mvoi::json::Value;

namespace {

Value calendar(TestRegister& store, const std::string& today, const std::string& audience = "intern") {
    return json_feed(store,
                     {{"/from", "2026-01-01"}, {"/to", "2030-12-31"}, {"/audience", audience}, {"/today", today}});
}

struct Seen {
    std::string date, status;
    std::int64_t sequence = -1;
};
std::map<std::string, Seen> items(TestRegister& store, const std::string& today) {
    std::map<std::string, Seen> seen;
    const Value feed = calendar(store, today);
    for (const Value& each : feed.list_or_empty("items"))
        seen[each.text_or("code")] = {each.text_or("date"), each.text_or("status"), each.integer_or("sequence", -1)};
    return seen;
}

std::string sign(TestRegister& store, const std::string& reference, const std::string& term,
                 const std::string& more = "") {
    const Value signed_one = store.call("contract.sign", request({{"/organisation", "gm0344"},
                                                                  {"/reference", reference},
                                                                  {"/title", "Schoonmaak"},
                                                                  {"/kind", "dienst"},
                                                                  {"/valueCents", 50000000},
                                                                  {"/suppliers/0/name", "Schoon BV"},
                                                                  {"/term", as_json(term)},
                                                                  {"/today", "2026-11-21"}},
                                                                 more));
    return text_at(signed_one, "/contract");
}

const char* const plain = R"({"start":"2024-01-01","end":"2027-12-31"})";
const char* const tacit =
    R"({"start":"2024-01-01","end":"2027-12-31","renewal":"stilzwijgend","renewalMonths":12,"notice":{"count":3,"unit":"months"}})";

std::string plan(const std::string& more) {
    return R"({"organisation":"gm0344","kind":"dienst","estimatedValueCents":50000000,"today":"2026-11-21")" + more +
           "}";
}

bool says(const Value& answer, const std::string& rule) {
    for (const Value& each : answer.list_or_empty("findings"))
        if (each.text_or("rule") == rule) return true;
    return false;
}

}  // namespace

TEST_CASE("a contract that ends plans the next tender, and a one-off does not", "[follow-up]") {
    TestRegister store;
    sign(store, "C-1", plain);
    const auto seen = items(store, "2026-11-21");
    const Value counted = store.call("plan.compute", plan(R"(,"planning":{"currentContractEnd":"2027-12-31"})"));
    REQUIRE(seen.contains("vervolg-voorbereiding"));
    CHECK(seen.at("vervolg-voorbereiding").date == text_at(counted, "/latestStart"));
    CHECK(seen.at("vervolg-publicatie").status == "planned");
    for (const Value& each : counted.list_or_empty("milestones"))
        if (each.text_or("code") == "publicatie") CHECK(seen.at("vervolg-publicatie").date == each.text_or("date"));

    TestRegister other;
    sign(other, "C-2", plain, R"(,"followUp":"geen")");
    CHECK(!items(other, "2026-11-21").contains("vervolg-voorbereiding"));
    TestRegister endless;
    sign(endless, "C-3", R"({"start":"2024-01-01","notice":{"count":3,"unit":"months"}})");
    CHECK(!items(endless, "2026-11-21").contains("vervolg-voorbereiding"));
    store.check_sound();
}

TEST_CASE("when a contract renews itself the next tender moves on with it, under another number", "[follow-up]") {
    TestRegister store;
    sign(store, "C-1", tacit);
    const auto before = items(store, "2027-09-30"), after = items(store, "2027-10-01");
    CHECK(before.at("contracteinde").date == "2027-12-31");
    CHECK(after.at("contracteinde").date == "2028-12-31");
    CHECK(after.at("vervolg-voorbereiding").date > before.at("vervolg-voorbereiding").date);
    CHECK(after.at("vervolg-voorbereiding").sequence == before.at("vervolg-voorbereiding").sequence + 1);
    // The milestones in a later journal entry are the same.
    store.call("contract.renew", R"({"today":"2027-11-15"})");
    const auto journaled = items(store, "2027-11-15");
    CHECK(journaled.at("vervolg-voorbereiding").date == after.at("vervolg-voorbereiding").date);
    CHECK(journaled.at("vervolg-voorbereiding").sequence == after.at("vervolg-voorbereiding").sequence);
    store.check_sound();
}

TEST_CASE("a tender that follows on a contract takes its place, its end and its day of notice", "[follow-up]") {
    TestRegister store;
    const std::string contract = sign(store, "C-1", tacit);
    const int planned = static_cast<int>(items(store, "2026-11-21").at("vervolg-publicatie").sequence);
    const Value started =
        store.call("tender.start", R"({"organisation":"gm0344","reference":"T-1","title":"Schoonmaak",)"
                                   R"("kind":"dienst","estimatedValueCents":50000000,"procedure":"openbaar",)"
                                   R"("today":"2026-12-01","predecessor":")" +
                                       contract + "\"}");
    std::map<std::string, std::string> milestones;
    for (const Value& each : started.list_or_empty("milestones"))
        milestones[each.text_or("code")] = each.text_or("date");
    CHECK(milestones["einde-huidig-contract"] == "2027-12-31");
    CHECK(milestones["opzegging"] == "2027-09-30");

    auto seen = items(store, "2026-12-02");
    CHECK(seen.at("vervolg-publicatie").status == "cancelled");
    CHECK(seen.at("vervolg-publicatie").sequence == planned + 1);
    CHECK(items(store, "2026-12-31").contains("vervolg-publicatie"));
    CHECK(!items(store, "2027-01-01").contains("vervolg-publicatie"));

    // The plan keeps to the day of notice: on it the standstill is over.
    const Value whole = store.call("plan.adopt", of_one("T-1", "2026-12-02"));
    for (const Value& each : whole.list_or_empty("milestones"))
        if (each.text_or("code") == "einde-opschortende-termijn") CHECK(each.text_or("date") == "2027-09-29");
    CHECK(text_at(store.call("tender.get", of_one("T-1", "2026-12-02")), "/predecessor") == contract);

    // Called off, it gives the place back.
    store.call("tender.advance", R"({"organisation":"gm0344","reference":"T-1","to":"cancelled","reason":"uitstel",)"
                                 R"("today":"2026-12-03"})");
    CHECK(items(store, "2026-12-04").at("vervolg-publicatie").status == "planned");
    CHECK(items(store, "2026-12-04").at("vervolg-publicatie").sequence == planned + 2);
    store.check_sound();
}

TEST_CASE("a contract that is not there, or another organisation's, precedes nothing", "[follow-up]") {
    TestRegister store;
    const std::string contract = sign(store, "C-1", plain);
    const auto start = [](const std::string& organisation, const std::string& predecessor) {
        return R"({"organisation":")" + organisation +
               R"(","reference":"T-1","title":"Schoonmaak","kind":"dienst","predecessor":")" + predecessor + "\"}";
    };
    CHECK(store.refusal("tender.start", start("gm0344", "00000000-0000-7000-8000-000000000000")) ==
          Rules{"tender.no-predecessor"});
    CHECK(store.refusal("tender.start", start("gm0363", contract)) == Rules{"tender.no-predecessor"});
    CHECK(store.refusal("plan.compute", plan(R"(,"contract":"00000000-0000-7000-8000-000000000000")")) ==
          Rules{"contract.not-found"});
}

TEST_CASE("a plan follows on a running contract, of the register or told", "[follow-up]") {
    TestRegister store;
    const std::string contract = sign(store, "C-1", tacit);
    const Value of_register = store.call("plan.compute", plan(R"(,"contract":")" + contract + "\""));
    const Value told = store.call("plan.compute", plan(R"(,"currentContract":)" + std::string(tacit)));
    CHECK(text_at(of_register, "/latestStart") == text_at(told, "/latestStart"));
    const Value without_notice = store.call("plan.compute", plan(R"(,"planning":{"currentContractEnd":"2027-12-31"})"));
    CHECK(text_at(told, "/latestStart") < text_at(without_notice, "/latestStart"));

    CHECK(store.refusal("plan.compute", plan(R"(,"currentContract":{"start":"2027-01-01","end":"2026-12-31"})")) ==
          Rules{"term.end-before-start"});
}

TEST_CASE("an option decided on at its last day is too late for who does not lift it", "[follow-up]") {
    TestRegister store;
    const Value late = store.call(
        "plan.compute",
        plan(
            R"(,"currentContract":{"start":"2024-01-01","end":"2027-12-31","options":[{"months":12,"notice":{"count":2,"unit":"months"}}]})"));
    CHECK(says(late, "plan-option-late"));
    const Value early = store.call(
        "plan.compute",
        plan(
            R"(,"currentContract":{"start":"2024-01-01","end":"2027-12-31","options":[{"months":12,"notice":{"count":12,"unit":"months"}}]})"));
    CHECK(!says(early, "plan-option-late"));
}

namespace {

// One case of tests/cases/plans_running.txt: what was agreed, then what the plan says.
class RunningCase {
  public:
    void play(const Line& line) {
        INFO(line[0] << " " << (line.size() > 1 ? line[1] : ""));
        if (line[0] == "says" || line[0] == "silent") {
            for (std::size_t i = 1; i < line.size(); ++i) {
                INFO(line[i]);
                CHECK(says(answer(), line[i]) == (line[0] == "says"));
            }
        } else if (line[0] == "notice-by") {
            const std::string day = answer().text_or("noticeBy");
            CHECK((day.empty() ? "none" : day) == line[1]);
        } else if (line[0] == "notice-after") {
            std::string after;
            const Value answered = answer();
            for (const Value& each : answered.list_or_empty("milestones"))
                if (each.text_or("code") == line[1]) after = each.text_or("date");
            REQUIRE_FALSE(after.empty());
            CHECK(answered.text_or("noticeBy") ==
                  mvoi::domain::to_text(mvoi::domain::calendar::add_days(mvoi::domain::parse_date(after).value(), 1)));
        } else {
            agree(line);
        }
    }

  private:
    static std::string length(const Line& line, std::size_t at) {
        return R"({"count":)" + line.at(at) + R"(,"unit":")" + line.at(at + 1) + R"("})";
    }

    void agree(const Line& line) {
        const std::string& word = line[0];
        const auto day = [&](const char* name) { term_ += std::string(",\"") + name + "\":\"" + line[1] + '"'; };
        if (word == "start")
            term_ = R"("start":")" + line[1] + '"';
        else if (word == "end")
            day("end");
        else if (word == "unknown")
            term_ += R"(,"unknown":[")" + line[1] + R"("])";
        else if (word == "minimum")
            term_ += R"(,"minimumMonths":)" + line[1];
        else if (word == "renewal")
            term_ += R"(,"renewal":")" + line[1] + R"(","renewalMonths":)" + line[2];
        else if (word == "notice")
            term_ += R"(,"notice":)" + length(line, 1);
        else if (word == "option")
            term_ += R"(,"options":[{"months":)" + line[1] +
                     (line.size() > 2 ? R"(,"notice":)" + length(line, 2) : std::string()) + "}]";
        else if (word == "next")
            planning_ = R"(,"planning":{"contractStart":")" + line[1] + R"("})";
        else if (word == "publish")
            planning_ = R"(,"direction":"forward","planning":{"publication":")" + line[1] + R"("})";
        else
            FAIL("no such line in a case: " << word);
    }

    Value answer() { return store_.call("plan.compute", plan(R"(,"currentContract":{)" + term_ + "}" + planning_)); }

    TestRegister store_;
    std::string term_, planning_;
};

}  // namespace

TEST_CASE("plans beside a running contract are as tests/cases/plans_running.txt says", "[plan][follow-up]") {
    for (const Case& each : read_cases("plans_running.txt")) {
        INFO(each.title);
        RunningCase playing;
        for (const Line& line : each.lines) playing.play(line);
    }
}

TEST_CASE("a tender that follows on a contract without an end adopts the day of its notice", "[follow-up]") {
    TestRegister store;
    const std::string contract = sign(store, "C-1", R"({"start":"2024-01-01","notice":{"count":3,"unit":"months"}})");
    store.call("tender.start", starting("T-1", R"(,"predecessor":")" + contract + '"'));
    const Value adopted =
        store.call("plan.adopt", of_one("T-1", "2026-11-21", R"("planning":{"contractStart":"2028-01-01"})"));
    std::string notice;
    for (const Value& each : adopted.list_or_empty("milestones"))
        if (each.text_or("code") == "opzegging") notice = each.text_or("date");
    CHECK(notice == "2027-09-30");
    store.check_sound();
}

TEST_CASE("a meeting of the board stands in the calendar until it is answered or submitted again", "[follow-up]") {
    TestRegister store;
    store.call("policy.adopt", R"({"organisation":"gm0344","validFrom":"2026-01-01","today":"2026-11-20",)"
                               R"("board":{"reviewers":["jurist"],"firstMeeting":"2026-12-08","everyDays":14}})");
    store.call("tender.start", R"({"organisation":"gm0344","reference":"T-1","title":"Schoonmaak","kind":"dienst",)"
                               R"("today":"2026-11-21"})");
    const std::string ask = of_one("T-1", "2026-11-22");
    const Value asked = store.call("review.ask", ask);
    const auto seen = items(store, "2026-11-23");
    REQUIRE(seen.contains("agenda"));
    CHECK(seen.at("agenda").date == "2026-12-08");
    CHECK(seen.at("agenda").status == "planned");
    const Value todo =
        store.call("calendar.feed", R"({"organisation":"gm0344","component":"todo","today":"2026-11-23"})");
    CHECK(text_at(todo, "/body").find("SUMMARY:Toetsen voor de tenderboard") != std::string::npos);
    CHECK(mvoi::json::write(calendar(store, "2026-11-23", "publiek")).find("agenda") == std::string::npos);
    // Answered, it was held.
    store.call("review.answer",
               R"({"review":")" + text_at(asked, "/review") +
                   R"(","verdict":"akkoord","role":"jurist","actor":"M. de Wit","today":"2026-12-08"})");
    const Seen held = items(store, "2026-12-09").at("agenda");
    CHECK(held.status == "done");
    CHECK(held.sequence == seen.at("agenda").sequence + 1);
    store.check_sound();
}

}  // namespace follow_up_test
