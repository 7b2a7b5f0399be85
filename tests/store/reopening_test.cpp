// SPDX-License-Identifier: EUPL-1.2
// Explanations that lapse, through the operations, on a real register: seen, reopened by themselves, and by whom.
#include "support/reviews.hpp"

namespace reopening_test {

using namespace reviews;

TEST_CASE("a lapsed explanation is seen by who asks, and reopened by itself on the next write") {
    TestRegister store;
    store.call("policy.adopt", plain_policy);
    store.call("tender.start", ready("1", explained("wettelijk", "De Wet x staat dit niet toe.", R"(,"role":"jurist")"),
                                     "", "2022-06-01"));
    CHECK(state_of(store, "1", "2023-05-31") == "explained");
    CHECK(state_of(store, "1", "2023-06-01") == "undecided termijn");
    CHECK(revision_of(store, "1", "2023-06-01") == "1");
    store.reopen();  // as on a new day: it is looked for once a day
    store.call("policy.adopt", R"({"organisation":"gm9999","validFrom":"2026-01-01"})");
    CHECK(revision_of(store, "1", "2023-06-01") == "2");
    CHECK(state_of(store, "1", "2023-05-31") == "undecided termijn");
    const auto journal = store.call("journal.list", R"({"after":2})");
    CHECK(text_at(journal, "/entries/0/operation") == "tender.reopen");
    CHECK(text_at(journal, "/entries/0/actor") == "libmvoi");
    CHECK(text_at(journal, "/entries/1/operation") == "policy.adopt");
    CHECK(text_at(store.call("tender.list", R"({"theme":"milieu","state":"undecided"})"), "/items/0/reference") == "1");
    store.check_sound();
}

TEST_CASE("tender.reopen reopens what has lapsed, once, and leaves what is published alone") {
    TestRegister store;
    store.call("policy.adopt", plain_policy);
    const std::string lawful = explained("wettelijk", "De Wet x staat dit niet toe.", R"(,"role":"jurist")");
    store.call("tender.start", ready("1", lawful));
    store.call("tender.start", ready("2", lawful));
    store.call("tender.advance", named("2", R"(,"to":"publication")"));
    const std::string day = R"("today":"2027-12-01"})";
    CHECK(store.call("tender.reopen", R"({"today":"2027-11-30"})").find("reopened")->list()->empty());
    CHECK(state_of(store, "1", "2027-12-01") == "undecided termijn");
    const auto reopened = store.call("tender.reopen", "{" + day);
    CHECK(reopened.find("reopened")->list()->size() == 1);
    CHECK(text_at(reopened, "/reopened/0/reference") == "1");
    CHECK(text_at(reopened, "/reopened/0/themes") == R"(["milieu"])");
    CHECK(text_at(reopened, "/more") == "false");
    CHECK(store.call("tender.reopen", "{" + day).find("reopened")->list()->empty());
    CHECK(state_of(store, "2", "2027-12-01") == "explained");
    CHECK(revision_of(store, "2") == "2");
    // A change under the revision that was seen is no conflict with what happened by itself.
    store.call("tender.start", ready("3", lawful));
    CHECK(text_at(store.call("tender.change", named("3", R"(,"revision":1,"title":"Anders")", "2027-12-01")),
                  "/revision") == "3");
    CHECK(state_of(store, "3", "2027-12-01") == "undecided termijn");
    store.check_sound();
}

TEST_CASE("a new edition of the catalogue in a new policy ends the explanations that leaned on the old one") {
    TestRegister store;
    store.call("policy.adopt", R"({"organisation":"gm0344","validFrom":"2026-01-01","ambition":2,
      "catalogueEditions":[{"productGroup":"schoonmaak","edition":"2020-12-10"}]})");
    store.call("tender.start", ready("1", explained("geen-aanbod", no_supply), R"(,"productGroup":"schoonmaak")"));
    store.call("tender.start", ready("2", explained("geen-aanbod", no_supply), R"(,"productGroup":"catering")"));
    store.call("policy.adopt", R"({"organisation":"gm0344","validFrom":"2027-01-01","ambition":2,
      "catalogueEditions":[{"productGroup":"schoonmaak","edition":"2026-12-10"}]})");
    CHECK(state_of(store, "1", "2026-12-31") == "explained");
    CHECK(state_of(store, "1", "2027-01-01") == "undecided nieuwe-cataloguseditie");
    CHECK(store.call("tender.reopen", R"({"today":"2026-12-31"})").find("reopened")->list()->empty());
    const auto reopened = store.call("tender.reopen", R"({"organisation":"gm0344","today":"2027-01-01"})");
    CHECK(reopened.find("reopened")->list()->size() == 1);
    CHECK(text_at(reopened, "/reopened/0/reference") == "1");
    CHECK(state_of(store, "2", "2027-01-01") == "explained");
    store.check_sound();
}

TEST_CASE("an estimate above the threshold ends the explanation in the same change") {
    TestRegister store;
    store.call("policy.adopt", R"({"organisation":"gm0344","validFrom":"2026-01-01","ambition":2,
      "thresholds":{"nationaalLeveringenDienstenCents":22100000,"nationaalWerkenCents":9000000}})");
    store.call("tender.start",
               ready("1", explained("budget", "De raad gaf geen dekking.", R"(,"role":"budgethouder")")));
    auto answer = store.call("tender.change", named("1", R"(,"estimatedValueCents":22100000)"));
    CHECK(text_at(theme_of(answer, "milieu"), "/state") == "explained");
    answer = store.call("tender.change", named("1", R"(,"estimatedValueCents":22100001)"));
    CHECK(text_at(theme_of(answer, "milieu"), "/reopened/event") == "raming-boven-drempel");
    CHECK(text_at(answer, "/revision") == "3");
    CHECK(text_at(answer, "/flags/0/flag") == "onbeslist");
    store.check_sound();
}

TEST_CASE("a policy says in which roles something may be done") {
    TestRegister store;
    store.call("policy.adopt", R"({"organisation":"gm0344","validFrom":"2026-01-01","ambition":2,"permissions":[
      {"operation":"review.ask","roles":["opdrachtgever"]},{"operation":"review.answer","roles":["tenderboard"]},
      {"operation":"tender.decide","roles":["inkoopadviseur","opdrachtgever"]},{"operation":"tender.reopen","roles":["systeem"]}]})");
    store.call("tender.start", ready("1", applied("milieu")));
    CHECK(store.refusal("review.ask", named("1")) == Rules{"call.role-needed"});
    CHECK(store.refusal("review.ask", named("1", by("C. Bos", "jurist"))) == Rules{"call.role-may-not"});
    const std::string review = ask(store, "1");
    CHECK(store.refusal("review.answer", akkoord(review, by("E. Mol", "directie"))) == Rules{"call.role-may-not"});
    store.call("review.answer", akkoord(review, by("E. Mol", "tenderboard")));
    CHECK(store.refusal("tender.decide", named("1", R"(,"themes":[])" + by("E. Mol", "tenderboard"))) ==
          Rules{"call.role-may-not"});
    store.call("tender.decide", named("1", R"(,"themes":[])" + by("E. Mol", "inkoopadviseur")));
    CHECK(store.refusal("tender.reopen", R"({"organisation":"gm0344"})") == Rules{"call.role-needed"});
    store.check_sound();
}

TEST_CASE("a tender that was published and then called off leaves no theme open either") {
    TestRegister store;
    store.call("policy.adopt", plain_policy);
    store.call("tender.start", ready("1", applied("milieu")));
    store.call("tender.advance", named("1", R"(,"to":"publication")"));
    store.call("tender.advance", named("1", R"(,"to":"cancelled","reason":"Geen inschrijvingen.")"));
    CHECK(store.refusal("tender.decide", named("1", R"(,"themes":[{"theme":"milieu","state":"undecided"}])")) ==
          Rules{"decision.cancelled"});
    store.check_sound();
}

}  // namespace reopening_test
