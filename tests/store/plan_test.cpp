// SPDX-License-Identifier: EUPL-1.2
// Plans that tenders of a register were given: what was counted stays apart from what was given, for as long as the
// tender lives; and the flag of those that began too late.
#include "domain/calendar/days.hpp"
#include "render/sentences.hpp"
#include "support/register.hpp"

namespace plan_test {

using namespace mvoi;

namespace {

// Ambition 1, so that the dates are those of the open procedure in tests/cases/plans.txt.
std::string start(const std::string& reference, const std::string& more = "") {
    return starting(reference, R"(,"procedure":"openbaar","ambition":1)" + more);
}
std::string named(const std::string& reference, const std::string& more = "") {
    return of_one(reference, "2026-11-23", more);
}

// "publicatie 2027-08-23", of each milestone that still stands.
using Days = std::set<std::string>;

Days days_of(const json::Value& answer, const char* list = "milestones") {
    Days days;
    for (const auto& each : answer.list_or_empty(list))
        if (each.text_or("status") != "cancelled") days.insert(each.text_or("code") + " " + each.text_or("date"));
    return days;
}

Days feed(TestRegister& store) {
    return days_of(json_feed(store, {{"/today", "2026-11-23"}}), "items");
}

// The milestones of the plan that were given.
std::set<std::string> given(const json::Value& whole) {
    std::set<std::string> codes;
    for (const auto& each : whole.find("plan")->list_or_empty("milestones"))
        if (each.boolean_or("given", false)) codes.insert(each.text_or("code"));
    return codes;
}

// Counted back from 1 January 2028, as tests/cases/plans.txt has it; and from a publication that was given: 45 days
// before Monday 23 August is Friday 9 July.
const Days counted = {"voorbereiding 2027-07-09",
                      "publicatie 2027-08-23",
                      "inlichtingen 2027-09-24",
                      "inschrijving 2027-10-06",
                      "beoordeling 2027-11-05",
                      "gunningsbeslissing 2027-11-12",
                      "einde-opschortende-termijn 2027-12-02",
                      "aankondiging-gunning 2028-01-03",
                      "contractstart 2028-01-01"};

Days without(const std::string& milestone, Days days = counted) {
    std::erase_if(days, [&](const std::string& each) { return each.starts_with(milestone + " "); });
    return days;
}
Days with(const std::string& milestone, const std::string& day, Days days = counted) {
    days = without(milestone, std::move(days));
    days.insert(milestone + " " + day);
    return days;
}

}  // namespace

TEST_CASE("an adopted plan is the tender's, and what was given stays", "[plan]") {
    TestRegister store;
    store.call("tender.start", start("1", R"(,"planning":{"publication":"2027-08-23"})"));
    const auto adopted =
        store.call("plan.adopt", named("1", R"(,"revision":1,"planning":{"contractStart":"2028-01-01"})"));
    CHECK(text_at(adopted, "/revision") == "2");
    CHECK(days_of(adopted) == counted);
    CHECK(feed(store) == counted);
    CHECK(given(store.call("tender.get", named("1"))) == Rules{"publicatie", "contractstart"});
    CHECK(store.refusal("plan.adopt", named("1", R"(,"revision":1)")) == Rules{"tender.revision"});
    store.check_sound();
}

TEST_CASE("a counted date that is changed was given from then on, null gives it back to the plan", "[plan]") {
    TestRegister store;
    store.call("tender.start", start("1", R"(,"planning":{"publication":"2027-08-23","contractStart":"2028-01-01"})"));
    store.call("plan.adopt", named("1"));
    store.call("tender.change", named("1", R"(,"planning":{"submission":"2027-10-13"})"));
    // A change of one date moves no other; adopting again does: ten days before 13 October is Sunday the 3rd.
    CHECK(days_of(store.call("tender.get", named("1"))) == with("inschrijving", "2027-10-13"));
    const Days moved = with("inlichtingen", "2027-10-01", with("inschrijving", "2027-10-13"));
    CHECK(days_of(store.call("plan.adopt", named("1"))) == moved);
    CHECK(given(store.call("tender.get", named("1"))) == Rules{"publicatie", "inschrijving", "contractstart"});

    const Days open = without("inschrijving", moved);
    CHECK(days_of(store.call("tender.change", named("1", R"(,"planning":{"submission":null})"))) == open);
    CHECK(feed(store) == open);
    CHECK(days_of(store.call("plan.adopt", named("1"))) == counted);
    CHECK(feed(store) == counted);
    CHECK(given(store.call("tender.get", named("1"))) == Rules{"publicatie", "contractstart"});
    store.check_sound();
}

TEST_CASE("a new plan along another route leaves no dates of the old one behind", "[plan]") {
    TestRegister store;
    store.call("tender.start", start("1", R"(,"planning":{"contractStart":"2028-01-01"})"));
    const Days open = days_of(store.call("plan.adopt", named("1")));
    CHECK(open.contains("einde-opschortende-termijn 2027-12-02"));
    CHECK(open.contains("aankondiging-gunning 2028-01-03"));
    const Days invited = {"voorbereiding 2027-08-20", "uitnodiging 2027-10-06",        "inschrijving 2027-10-27",
                          "beoordeling 2027-11-26",   "gunningsbeslissing 2027-12-03", "contractstart 2028-01-01"};
    CHECK(days_of(store.call("plan.adopt", named("1", R"(,"procedure":"meervoudig-onderhands")"))) == invited);
    CHECK(feed(store) == invited);
    CHECK(days_of(store.call("plan.adopt", named("1", R"(,"procedure":"openbaar")"))) == open);
    CHECK(given(store.call("tender.get", named("1"))) == Rules{"contractstart"});
    store.check_sound();
}

TEST_CASE("sentences of a plan count in words that fit and name nothing twice", "[plan]") {
    TestRegister store;
    const auto said = [&](const std::string& more, const std::string& rule) {
        const auto plan = store.call("plan.compute", R"({"kind":"dienst","today":"2026-11-21",)" + more + "}");
        for (const auto& each : plan.list_or_empty("findings"))
            if (each.text_or("rule") == rule) return each.text_or("sentence");
        return std::string();
    };
    // Forty days after 1 March 2027 is 10 April, a Saturday: Monday the 12th, and the 13th is the first day behind it.
    CHECK(said(R"("procedure":"openbaar","planning":{"publication":"2027-03-01","submission":"2027-04-12"})",
               "plan-below-minimum")
              .ends_with("op 13 april 2027, 1 dag later."));
    CHECK(said(R"("procedure":"openbaar","planning":{"publication":"2027-03-01","submission":"2027-04-11"})",
               "plan-below-minimum")
              .ends_with("op 13 april 2027, 2 dagen later."));
    const std::string assumed =
        said(R"("procedure":"nationaal-niet-openbaar","planning":{"publication":"2027-03-01"})", "plan-assumed");
    const auto first = assumed.find("Inschrijftermijn, nationale procedure");
    REQUIRE(first != std::string::npos);
    CHECK(assumed.find("Inschrijftermijn, nationale procedure", first + 1) == std::string::npos);
}

TEST_CASE("a gate says whether there is a policy, and whether the tender went", "[gate]") {
    TestRegister store;
    store.call("tender.start", start("1"));
    const auto before = text_at(store.call("tender.gate", named("1", R"(,"to":"publication")")), "/gate/sentence");
    CHECK(before.find("Er is geen beleid") != std::string::npos);
    CHECK(before.find("zij kan door") != std::string::npos);
    const auto after = text_at(store.call("tender.advance", named("1", R"(,"to":"publication")")), "/gate/sentence");
    CHECK(after.find("meldend") == std::string::npos);
    CHECK(after.find("zij is doorgegaan") != std::string::npos);
}

TEST_CASE("a tender shows its plan as it was adopted, step by step, whatever changes after", "[plan]") {
    TestRegister store;
    const std::string more =
        R"(,"planning":{"contractStart":"2028-01-01"},"conditions":{"vooraankondiging":"2027-06-01"},
        "noticeBy":"2027-11-30")";
    store.call("tender.start", start("1"));
    const auto computed = store.call("plan.compute", named("1", more));
    const auto adopted = store.call("plan.adopt", named("1", more));
    store.call("tender.change", named("1", R"(,"title":"Anders","planning":{"submission":"2027-10-13"})"));
    store.call("register.rebuild", "{}");
    store.reopen();
    const auto whole = store.call("tender.get", named("1"));
    CHECK(text_at(whole, "/plan/entry") == text_at(adopted, "/entry"));
    CHECK(text_at(whole, "/plan/latestStart") == text_at(computed, "/latestStart"));
    CHECK(text_at(whole, "/plan/milestones") == text_at(computed, "/milestones"));
    REQUIRE_FALSE(whole.find("plan")->list_or_empty("milestones").empty());
    for (const auto& milestone : whole.find("plan")->list_or_empty("milestones")) {
        INFO(json::write(milestone));
        const auto& steps = milestone.list_or_empty("steps");
        REQUIRE_FALSE(steps.empty());
        domain::Date day = *domain::parse_date(steps.front().text_or("date"));
        for (const auto& step : steps) {
            day = domain::calendar::add_days(day, static_cast<int>(step.integer_or("days", 0)));
            CHECK(domain::to_text(day) == step.text_or("date"));
        }
        CHECK(domain::to_text(day) == milestone.text_or("day"));
    }
    store.check_sound();
}

TEST_CASE("a plan that is adopted twice under one requestId is adopted once", "[plan]") {
    TestRegister store;
    store.call("tender.start", start("1"));
    const std::string request = named("1", R"(,"requestId":"p-1","planning":{"contractStart":"2028-01-01"})");
    const auto first = store.call("plan.adopt", request);
    const std::string head = store.head();
    CHECK(first_of(store.call("plan.adopt", request)) == first);
    CHECK(store.head() == head);
    store.call("tender.change", named("1", R"(,"planning":{"contractStart":"2028-03-01"})"));
    CHECK(first_of(store.call("plan.adopt", request)) == first);
    store.check_sound();
}

// ---- too late -------------------------------------------------------------------------------------------------------

namespace {

const char* const level_three = R"({"organisation":"gm0344","validFrom":"2026-01-01",
    "defaultLevels":[{"theme":"klimaat","level":3}]})";

// At level 2, where policy wants 3. For 1 January 2028 level 3 is within reach until Friday 2 April 2027: publication
// on 26 August; 3 and 28 days before it is 26 July; 70 before that Whit Monday, so 14 May; 42 before that 2 April.
std::string below(const std::string& reference, const std::string& day, const std::string& more = "") {
    return R"({"organisation":"gm0344","reference":")" + reference +
           R"(","title":"t","kind":"dienst","procedure":"openbaar","today":")" + day +
           R"(","planning":{"contractStart":"2028-01-01"},"themes":[{"theme":"klimaat","state":"applied","level":2,
              "explanation":{"reason":"budget","text":"Het budget laat niet meer toe dan dit"}}])" +
           more + "}";
}

// The themes of the flag; "-": it is not there.
std::string late(const json::Value& answer) {
    for (const auto& flag : answer.list_or_empty("flags"))
        if (flag.text_or("flag") == "te-laat-begonnen") return json::write(*flag.find("themes"));
    return "-";
}

std::string listed(TestRegister& store) {
    std::string references;
    const auto page = store.call("tender.list", R"({"flag":"te-laat-begonnen","today":"2027-05-01"})");
    for (const auto& each : page.list_or_empty("items")) references += each.text_or("reference") + " ";
    return references;
}

}  // namespace

TEST_CASE("te-laat-begonnen: from the day after the last on which the level of policy was within reach", "[plan]") {
    TestRegister store;
    store.call("policy.adopt", level_three);
    CHECK(late(store.call("tender.start", below("in-time", "2027-04-02"))) == "-");
    CHECK(late(store.call("tender.start", below("late", "2027-04-03"))) == R"(["klimaat"])");
    CHECK(listed(store) == "late ");
    // It is about the day of the start: on any later day it says the same.
    const std::string later = R"({"organisation":"gm0344","today":"2027-10-01","reference":)";
    CHECK(late(store.call("tender.change", later + R"("in-time","title":"u"})")) == "-");
    CHECK(late(store.call("tender.change", later + R"("late","title":"u"})")) == R"(["klimaat"])");
    store.check_sound();
}

TEST_CASE("te-laat-begonnen goes when time is not the cause any more", "[plan]") {
    TestRegister store;
    store.call("policy.adopt", level_three);
    const std::string one = R"({"organisation":"gm0344","reference":"1","today":"2027-05-01",)";
    store.call("tender.start", below("1", "2027-04-03"));
    CHECK(late(store.call("tender.change", one + R"("planning":{"contractStart":"2028-01-03"}})")) == R"(["klimaat"])");
    CHECK(late(store.call("tender.change", one + R"("planning":{"contractStart":"2028-03-01"}})")) == "-");
    CHECK(listed(store).empty());
    CHECK(late(store.call("tender.change", one + R"("planning":{"contractStart":"2028-01-01"}})")) == R"(["klimaat"])");
    // Dates that a plan counted from today do not make it late, nor does a theme at the level of policy.
    CHECK(late(store.call("plan.adopt", one + R"("planning":{"contractStart":null},"direction":"forward"})")) == "-");
    CHECK(late(store.call("tender.change", one + R"("planning":{"contractStart":"2028-01-01"}})")) == R"(["klimaat"])");
    CHECK(late(store.call("tender.decide", one + R"("themes":[{"theme":"klimaat","state":"applied","level":3}]})")) ==
          "-");
    store.check_sound();
}

// ---- what policy says -----------------------------------------------------------------------------------------------

namespace {

const char* const amounts = R"({"organisation":"gm0344","validFrom":"2026-01-01","thresholds":{
    "meervoudigWerkenCents":15000000,"nationaalWerkenCents":150000000,
    "meervoudigLeveringenDienstenCents":5000000,"nationaalLeveringenDienstenCents":10000000}})";

// The usual procedures for a contract of this value, by threshold.find; plan.compute counts with the first, and with
// the national one that takes the most time where none is usual.
std::string usual(TestRegister& store, const std::string& kind, int cents, const std::string& organisation) {
    const std::string about =
        R"("organisation":")" + organisation + R"(","kind":")" + kind + R"(","today":"2026-11-21",)";
    const std::string value = std::to_string(cents) + "}";
    const auto found = store.call("threshold.find", "{" + about + R"("authority":"decentraal","valueCents":)" + value);
    std::string procedures;
    for (const auto& each : found.list_or_empty("procedures"))
        if (each.boolean_or("usual", false)) procedures += each.text_or("procedure") + " ";
    const auto plan = store.call("plan.compute", "{" + about + R"("estimatedValueCents":)" + value);
    const std::string counted_with = plan.text_or("procedure") + " ";
    CHECK(counted_with ==
          (procedures.empty() ? "nationaal-niet-openbaar " : procedures.substr(0, procedures.find(' ') + 1)));
    return procedures;
}

bool says_no_amounts(TestRegister& store, const std::string& organisation) {
    const auto found = store.call("threshold.find", R"({"organisation":")" + organisation +
                                                        R"(","authority":"decentraal","kind":"dienst","valueCents":1,
            "today":"2026-11-21"})");
    for (const auto& each : found.list_or_empty("findings"))
        if (each.text_or("rule") == "threshold-below-no-amounts") return true;
    return false;
}

}  // namespace

TEST_CASE("the amounts of policy say what is usual, equal to an amount being above it", "[plan]") {
    TestRegister store;
    store.call("policy.adopt", amounts);
    const std::string single = "enkelvoudig-onderhands ", several = "meervoudig-onderhands ",
                      national = "nationaal-openbaar nationaal-niet-openbaar ", european = "openbaar niet-openbaar ";
    CHECK(usual(store, "werk", 149'999'99, "gm0344") == single);
    CHECK(usual(store, "werk", 150'000'00, "gm0344") == several);
    CHECK(usual(store, "werk", 1'499'999'99, "gm0344") == several);
    CHECK(usual(store, "werk", 1'500'000'00, "gm0344") == national);
    CHECK(usual(store, "werk", 5'403'999'99, "gm0344") == national);
    CHECK(usual(store, "werk", 5'404'000'00, "gm0344") == european);
    for (const char* kind : {"dienst", "levering"}) {
        CHECK(usual(store, kind, 49'999'99, "gm0344") == single);
        CHECK(usual(store, kind, 50'000'00, "gm0344") == several);
        CHECK(usual(store, kind, 99'999'99, "gm0344") == several);
        CHECK(usual(store, kind, 100'000'00, "gm0344") == national);
        CHECK(usual(store, kind, 215'999'99, "gm0344") == national);
        CHECK(usual(store, kind, 216'000'00, "gm0344") == european);
    }
    CHECK_FALSE(says_no_amounts(store, "gm0344"));
    // Another organisation has no amounts: all that is below is open to it, and nothing is usual.
    CHECK(usual(store, "dienst", 49'999'99, "gm0363").empty());
    CHECK(says_no_amounts(store, "gm0363"));
}

namespace {

// The sentence of the only fault; empty when the policy is adopted.
std::string refused(TestRegister& store, const std::string& closed) {
    try {
        store.call("policy.adopt",
                   R"({"organisation":"gm0344","validFrom":"2026-01-01","planning":{"closed":[)" + closed + "]}}");
    } catch (const domain::Refusal& no) {
        REQUIRE(no.faults.size() == 1);
        CHECK(render::has_sentence(domain::Language::English, no.faults[0].rule));
        render::Words words = no.faults[0].words;
        words["path"] = no.faults[0].path;
        return render::sentence(domain::Language::Dutch, no.faults[0].rule, words);
    }
    return {};
}

}  // namespace

TEST_CASE("closed times end after they begin, stand apart and are no seasons", "[plan]") {
    TestRegister store;
    CHECK(refused(store, R"({"from":"2027-07-10","to":"2027-07-09"})") ==
          "De gesloten tijd eindigt op 9 juli 2027, voordat zij begint op 10 juli 2027.");
    CHECK(refused(store, R"({"from":"2027-07-10","to":"2027-07-10"})").empty());
    // 30, 31 and 31 days.
    CHECK(refused(store, R"({"from":"2027-06-01","to":"2027-08-31"})").empty());
    CHECK(refused(store, R"({"from":"2027-06-01","to":"2027-09-01"})") ==
          "Van 1 juni 2027 tot en met 1 september 2027 is meer dan 92 dagen gesloten. Noem weken, geen seizoenen.");
    CHECK(refused(store, R"({"from":"2027-07-11","to":"2027-07-20"},{"from":"2027-07-01","to":"2027-07-10"})").empty());
    CHECK(refused(store, R"({"from":"2027-07-10","to":"2027-07-20"},{"from":"2027-07-01","to":"2027-07-10"})") ==
          "De tijd van 1 juli 2027 tot en met 10 juli 2027 overlapt een eerder genoemde.");
    store.check_sound();
}

}  // namespace plan_test
