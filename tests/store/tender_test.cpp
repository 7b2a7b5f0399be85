// SPDX-License-Identifier: EUPL-1.2
// The life of a tender through the operations, on a real register.
#include "support/register.hpp"

namespace tender_test {

namespace {

const char* const policy = R"({"organisation":"gm0344","validFrom":"2026-01-01","ambition":2,
  "defaultLevels":[{"theme":"klimaat","level":2},{"theme":"gezondheid","level":1}],
  "themes":[{"theme":"gezondheid","nl":"Gezonde leefomgeving"}],"provisionalDays":5})";

std::string named(const std::string& reference, const std::string& more = "") {
    return of_one(reference, "2026-11-23", more);
}

}  // namespace

TEST_CASE("starting a tender answers all themes, what was defaulted, flags and milestones") {
    TestRegister store;
    store.call("policy.adopt", policy);
    const auto answer = store.call(
        "tender.start",
        starting(
            "1",
            R"(,"themes":[{"theme":"klimaat","state":"applied"}],"planning":{"publication":"2027-Q1","award":"2027-05-01"})"));
    CHECK(answer.find("themes")->list()->size() == 7);
    CHECK(text_at(answer, "/themes/1/level") == "2");
    CHECK(text_at(answer, "/themes/1/levelSource") == "policy");
    CHECK(text_at(answer, "/ambitionSource") == "policy");
    CHECK(text_at(answer, "/policy") == "gm0344:2026-01-01:1");
    CHECK(text_at(answer, "/themes/6/label") == "Gezonde leefomgeving");
    CHECK(text_at(answer, "/flags/0/flag") == "onbeslist");
    CHECK(text_at(answer, "/milestones/0/first") == "2027-01-01");
    CHECK(text_at(answer, "/milestones/0/last") == "2027-03-31");
    CHECK(text_at(answer, "/milestones/1/code") == "gunningsbeslissing");
    store.check_sound();
}

TEST_CASE("a policy counts from its day on, the later edition of the same day wins") {
    TestRegister store;
    store.call("policy.adopt", policy);
    CHECK(text_at(store.call("policy.adopt", policy), "/policy") == "gm0344:2026-01-01:2");
    CHECK(text_at(store.call("tender.start", starting("1")), "/policy") == "gm0344:2026-01-01:2");
    CHECK(text_at(store.call("tender.start", of_one("2", "2025-12-31", R"(,"title":"t","kind":"werk")")), "/policy") ==
          "(nothing)");
    CHECK(store.refusal("policy.adopt",
                        R"({"organisation":"a","validFrom":"2026-01-01","themes":[{"theme":"klimaat","nl":"x"}],
        "goals":[{"theme":"nonsens","year":2026,"percent":5}]})") ==
          Rules{"policy.theme-exists", "decision.theme-unknown"});
    store.check_sound();
}

TEST_CASE("a repeated requestId acts once and answers the same") {
    TestRegister store;
    const std::string request = starting("1", R"(,"requestId":"r-1","people":{"jurist":"J. de Wit"})");
    const auto first = store.call("tender.start", request);
    const std::string head = store.head();
    CHECK(first_of(store.call("tender.start", request)) == first);
    CHECK(store.head() == head);
    CHECK(store.refusal("tender.start", starting("2", R"(,"requestId":"r-1")")) == Rules{"request.reused"});
    CHECK(store.refusal("tender.decide", named("1", R"(,"themes":[],"requestId":"r-1")")) == Rules{"request.reused"});
    // Also after what it wrote was changed, after the tables were made anew, and after a name in it was blacked out.
    store.call("tender.change", named("1", R"(,"title":"Anders")"));
    store.call("register.rebuild", "{}");
    CHECK(first_of(store.call("tender.start", request)) == first);
    store.call("journal.redact", R"({"entry":1,"member":"/facts/tender/people/jurist","ground":"Woo 5.1 lid 2 e"})");
    CHECK(first_of(store.call("tender.start", request)) == first);
    store.check_sound();
}

TEST_CASE("one reference is one tender, until it was withdrawn or has lapsed") {
    TestRegister store;
    store.call("policy.adopt", policy);
    store.call("tender.start", starting("1"));
    CHECK(store.refusal("tender.start", starting("1")) == Rules{"tender.exists"});
    store.call("tender.start", starting("2", R"(,"provisional":true)"));
    CHECK(store.refusal("tender.start", starting("2")) == Rules{"tender.exists"});
    store.call("tender.withdraw", named("2", R"(,"reason":"teruggedraaid")"));
    store.call("tender.start", starting("2", R"(,"provisional":true)"));
    const auto later = of_one("2", "2026-11-27", R"(,"title":"t","kind":"werk")");
    CHECK(text_at(store.call("tender.start", later), "/registration") == "confirmed");
    store.check_sound();
}

TEST_CASE("a provisional tender is confirmed in time, or lapses") {
    TestRegister store;
    store.call("policy.adopt", policy);
    const auto provisional = store.call("tender.start", starting("1", R"(,"provisional":true)"));
    CHECK(text_at(provisional, "/registration") == "provisional");
    CHECK(text_at(provisional, "/lapsesOn") == "2026-11-26");
    const std::string last_day = of_one("1", "2026-11-26");
    const std::string too_late = of_one("1", "2026-11-27");
    CHECK(text_at(store.call("tender.get", too_late), "/registration") == "lapsed");
    CHECK(store.refusal("tender.confirm", too_late) == Rules{"tender.lapsed"});
    CHECK(store.call("tender.list", R"({"registration":"provisional","today":"2026-11-26"})")
              .find("items")
              ->list()
              ->size() == 1);
    CHECK(
        store.call("tender.list", R"({"registration":"lapsed","today":"2026-11-27"})").find("items")->list()->size() ==
        1);
    CHECK(store.call("tender.list", R"({"today":"2026-11-27"})").find("items")->list()->empty());
    CHECK(text_at(store.call("tender.confirm", last_day), "/registration") == "confirmed");
    CHECK(store.refusal("tender.confirm", last_day) == Rules{"tender.not-provisional"});
    CHECK(store.refusal("tender.withdraw", last_day) == Rules{"tender.not-provisional"});
    CHECK(text_at(store.call("tender.get", too_late), "/registration") == "confirmed");
    store.check_sound();
}

TEST_CASE("changing asks for the revision that was seen, and null forgets") {
    TestRegister store;
    store.call("tender.start", starting("1", R"(,"estimatedValueCents":100,"productGroup":"catering")"));
    CHECK(text_at(store.call("tender.change",
                             named("1", R"(,"revision":1,"estimatedValueBand":{"fromCents":5,"toCents":7})")),
                  "/revision") == "2");
    CHECK(store.refusal("tender.change", named("1", R"(,"revision":1,"title":"x")")) == Rules{"tender.revision"});
    auto whole = store.call("tender.get", named("1"));
    CHECK(text_at(whole, "/estimatedValueBand") == R"({"fromCents":5,"toCents":7})");
    CHECK(text_at(whole, "/estimatedValueCents") == "(nothing)");
    store.call("tender.change", named("1", R"(,"estimatedValueBand":null,"productGroup":null)"));
    whole = store.call("tender.get", named("1"));
    CHECK(text_at(whole, "/estimatedValueBand") == "(nothing)");
    CHECK(text_at(whole, "/productGroup") == "(nothing)");
    CHECK(store.refusal("tender.change", named("1", R"(,"estimatedValueBand":{"fromCents":7,"toCents":5})")) ==
          Rules{"value.band-upside-down"});
    CHECK(store.refusal("tender.change", named("1", R"(,"lots":[{"number":"1"},{"number":"1"}])")) ==
          Rules{"lots.twice"});
    CHECK(store.refusal("tender.change", named("9", "")) == Rules{"tender.not-found"});
    CHECK(store.refusal("tender.change", R"({"title":"x"})") == Rules{"tender.unnamed"});
    store.check_sound();
}

TEST_CASE("phases follow each other; cancelling needs a reason and takes the milestones along") {
    TestRegister store;
    store.call("tender.start", starting("1", R"(,"planning":{"publication":"2027-01-15","contractStart":"2027-06"})"));
    CHECK(store.refusal("tender.advance", named("1", R"(,"to":"award")")) == Rules{"phase.not-next"});
    auto answer = store.call("tender.advance", named("1", R"(,"to":"publication")"));
    CHECK(text_at(answer, "/milestones/0/status") == "done-by");
    CHECK(text_at(answer, "/milestones/1/status") == "planned");
    CHECK(store.refusal("tender.advance", named("1", R"(,"to":"cancelled")")) == Rules{"phase.reason-needed"});
    answer = store.call("tender.advance", named("1", R"(,"to":"cancelled","reason":"geen inschrijvingen")"));
    CHECK(text_at(answer, "/milestones/0/status") == "done-by");
    CHECK(text_at(answer, "/milestones/1/status") == "cancelled");
    CHECK(text_at(store.call("tender.get", named("1")), "/phaseReason") == "geen inschrijvingen");
    store.check_sound();
}

TEST_CASE("a milestone keeps its number of changes; only its date and status count") {
    TestRegister store;
    store.call("tender.start", starting("1", R"(,"planning":{"publication":"2027-01-15"})"));
    store.call("tender.change", named("1", R"(,"title":"Andere titel")"));
    const auto sequence = [&] {
        return text_at(mvoi::json::parse(
                           text_at(store.call("calendar.feed", R"({"format":"json","today":"2026-11-21"})"), "/body")),
                       "/items/0/sequence");
    };
    CHECK(sequence() == "0");
    store.call("tender.change", named("1", R"(,"planning":{"publication":"2027-02-01"})"));
    CHECK(sequence() == "1");
    store.call("tender.advance", named("1", R"(,"to":"publication")"));
    CHECK(sequence() == "2");
    store.check_sound();
}

TEST_CASE("lists filter, page without gaps, and give the age of what is open") {
    TestRegister store;
    store.call("policy.adopt", policy);
    for (int i = 0; i < 25; ++i) {
        const std::string explained =
            R"(,"themes":[{"theme":"milieu","state":"explained","explanation":{"reason":"budget","text":"De dekking ontbreekt."}}])";
        store.call("tender.start", starting("a" + std::to_string(i), i % 2 ? explained : ""));
        store.call("tender.start", R"({"organisation":"gm9999","reference":")" + std::to_string(i) +
                                       R"(","title":"T","kind":"werk","today":"2026-10-01")" +
                                       (i % 5 ? "" : explained) + "}");
    }
    const auto count = [&](const std::string& filter) {
        std::set<std::string> seen;
        std::string after;
        for (;;) {
            const auto page = store.call("tender.list", "{" + filter + R"(,"limit":4,"today":"2026-11-30")" +
                                                            (after.empty() ? "" : R"(,"after":")" + after + '"') + "}");
            for (const auto& item : *page.find("items")->list()) CHECK(seen.insert(text_at(item, "/tender")).second);
            if (!page.find("next")) return seen.size();
            after = text_at(page, "/next");
        }
    };
    CHECK(count(R"("from":"2000-01-01")") == 50);
    CHECK(count(R"("organisation":"gm0344")") == 25);
    CHECK(count(R"("flag":"niet-van-toepassing")") == 17);
    CHECK(count(R"("organisation":"gm9999","flag":"niet-van-toepassing")") == 5);
    CHECK(count(R"("theme":"milieu","state":"explained")") == 17);
    CHECK(count(R"("organisation":"gm0344","theme":"milieu","state":"undecided")") == 13);
    CHECK(count(R"("theme":"gezondheid")") == 25);
    CHECK(count(R"("to":"2026-10-31")") == 25);
    CHECK(count(R"("text":"SCHOON")") == 25);
    CHECK(count(R"("phase":"award")") == 0);
    const auto one =
        store.call("tender.list", R"({"organisation":"gm9999","flag":"onbeslist","limit":1,"today":"2026-10-08"})");
    CHECK(text_at(one, "/items/0/flags/0/flag") == "onbeslist");
    CHECK(text_at(one, "/items/0/flags/0/ageDays") == "7");
    CHECK(store.refusal("tender.list", R"({"state":"applied"})") == Rules{"list.state-of-what"});
    CHECK(store.refusal("tender.list", R"({"after":"x"})") == Rules{"list.after"});
    store.check_sound();
}

TEST_CASE("the calendar of a window holds what touches it, the public one less of it") {
    TestRegister store;
    store.call("tender.start",
               starting("1", R"(,"planning":{"publication":"2027-Q1","contractStart":"2028","award":"onbekend"})"));
    store.call("tender.start", starting("2", R"(,"provisional":true,"planning":{"publication":"2027-03-15"})"));
    const auto items = [&](const std::string& window) {
        return text_at(store.call("calendar.feed", R"({"today":"2026-11-22","format":"json",)" + window + "}"),
                       "/items");
    };
    CHECK(items(R"("from":"2027-03-31","to":"2027-03-31")") == "1");
    CHECK(items(R"("from":"2027-04-01","to":"2027-12-31")") == "0");
    CHECK(items(R"("from":"2028-12-31","to":"2029-12-31")") == "1");
    CHECK(items(R"("from":"2027-03-15","to":"2027-03-15")") == "2");
    CHECK(items(R"("from":"2027-03-15","to":"2027-03-15","audience":"publiek")") == "1");
    const auto internal = store.call("calendar.feed", R"({"today":"2026-11-22"})");
    const auto open = store.call("calendar.feed", R"({"today":"2026-11-22","audience":"publiek"})");
    CHECK(text_at(internal, "/body").find("Kenmerk") != std::string::npos);
    CHECK(text_at(open, "/body").find("Kenmerk") == std::string::npos);
    CHECK(text_at(open, "/body").find("nog niet besloten") == std::string::npos);
    CHECK(store.call("calendar.feed", R"({"today":"2026-11-22"})") == internal);
    CHECK(store.refusal("calendar.feed", R"({"from":"2027-01-02","to":"2027-01-01"})") == Rules{"calendar.window"});
}

TEST_CASE("importing a list again changes nothing, also on another day; a changed row changes its tender alone") {
    TestRegister store;
    const auto import = [&](const std::string& rows, const std::string& today) {
        return store.call("register.import", R"({"format":"csv","organisation":"gm0344","today":")" + today +
                                                 R"(","text":"nummer;omschrijving;soort;startdatum\n)" + rows + "\"}");
    };
    const std::string list =
        R"(1;Papier;levering;1-2-2027\n2;Groen;dienst;Q3 2027\n;zonder nummer;dienst;\n3;Asfalt;feest;\n)";
    auto answer = import(list, "2026-11-21");
    CHECK(text_at(answer, "/added") == "2");
    CHECK(text_at(answer, "/refused") == "2");
    CHECK(text_at(answer, "/refusedRows/0/line") == "4");
    CHECK(text_at(answer, "/refusedRows/1/errors/0/rule") == "import.kind-unknown");
    store.call(
        "tender.decide",
        R"({"organisation":"gm0344","reference":"1","themes":[{"theme":"klimaat","state":"applied","level":3}]})");
    const std::string head = store.head();
    answer = import(list, "2027-01-05");
    CHECK(text_at(answer, "/unchanged") == "2");
    CHECK(store.head() == head);
    answer = import(R"(1;Papier en karton;levering;1-2-2027\n2;Groen;dienst;Q3 2027\n)", "2027-01-06");
    CHECK(text_at(answer, "/changed") == "1");
    const auto changed = store.call("tender.get", R"({"organisation":"gm0344","reference":"1"})");
    CHECK(text_at(changed, "/title") == "Papier en karton");
    CHECK(text_at(changed, "/themes/1/level") == "3");
    store.check_sound();
}

TEST_CASE("who does it must be known; the session may say so") {
    TestRegister store;
    store.caller.actor.clear();
    CHECK(store.refusal("tender.start", starting("1")) == Rules{"call.actor-needed"});
    store.call("tender.start", starting("1", R"(,"actor":"p.klaassen","origin":"werkplek-7")"));
    const auto entries = store.call("journal.list", "{}");
    CHECK(text_at(entries, "/entries/0/actor") == "p.klaassen");
    CHECK(text_at(entries, "/entries/0/origin") == "werkplek-7");
}

}  // namespace tender_test
