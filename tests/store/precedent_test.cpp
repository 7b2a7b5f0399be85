// SPDX-License-Identifier: EUPL-1.2
// The argument memory, through the operations, on a real register: which earlier decisions count, and which do not.
#include "support/reviews.hpp"

namespace precedent_test {

using namespace reviews;

TEST_CASE("precedents count the other tenders of the same group, each once") {
    TestRegister store;
    store.call("policy.adopt", plain_policy);
    const std::string group = R"(,"productGroup":"schoonmaak")";
    const std::string away = explained("budget", no_supply);
    store.call("tender.start", ready("1", away, group));
    CHECK(text_at(precedents(store, "1", away), "/precedents/0/tenders") == "0");
    CHECK(text_at(precedents(store, "1", away), "/precedents/0/sameText") == "0");
    store.call("tender.start", ready("2", applied("milieu"), group));
    store.call("tender.start", ready("3", away, group));
    store.call("tender.start", ready("4", away, R"(,"productGroup":"catering")"));
    const auto answer = precedents(store, "1", away);
    CHECK(text_at(answer, "/precedents/0/scope") == "productgroep:schoonmaak");
    CHECK(text_at(answer, "/precedents/0/applied/2") == "1");
    CHECK(text_at(answer, "/precedents/0/reasons/budget") == "1");
    CHECK(text_at(answer, "/precedents/0/sameText") == "2");
    // In one word another text; and the same text twice in the tender itself.
    const std::string nearly =
        explained("budget", "De marktconsultatie van november leverde geen enkele aanbieder op.", "", "klimaat");
    CHECK(text_at(precedents(store, "1", nearly), "/precedents/0/similarText") == "2");
    store.check_sound();
}

TEST_CASE("a blacked-out explanation is forgotten, shows its mark, and has not drifted") {
    TestRegister store;
    store.call("policy.adopt", board_policy);
    const std::string group = R"(,"productGroup":"schoonmaak")", away = explained("geen-aanbod", no_supply, signed_off);
    store.call("tender.start", ready("1", away, group));
    store.call("tender.start", ready("2", away, group));
    const std::string review = ask(store, "1");
    approve(store, review);
    CHECK(text_at(precedents(store, "2", away), "/precedents/0/sameText") == "1");
    const auto redact = [&](int entry, const std::string& member) {
        store.call("journal.redact", R"({"entry":)" + std::to_string(entry) + R"(,"member":")" + member +
                                         R"(","ground":"Woo 5.1 lid 2 e"})");
        store.check_sound();
    };
    const std::string mark = "[zwartgelakt: Woo 5.1 lid 2 e]";
    redact(2, "/facts/tender/themes/0/explanation/text");
    CHECK(text_at(precedents(store, "2", away), "/precedents/0/sameText") == "0");
    CHECK(text_at(store.call("review.dossier", named("1")), "/dossier/tender/themes/0/explanation/text") == mark);
    CHECK(text_at(store.call("review.dossier", named("1", R"(,"format":"html")")), "/body").find("oktober") ==
          std::string::npos);
    CHECK(drifts_of(store, review).empty());
    CHECK(agenda(store).empty());
    CHECK(text_at(store.call("tender.gate", named("1")), "/gate/passage") == "open");
    // The dossier is another object, with its own copy.
    const auto frozen = [&] {
        return store.call("review.dossier", R"({"review":")" + review + R"(","today":"2026-12-05"})");
    };
    const int entry = std::stoi(text_at(frozen(), "/entry"));
    CHECK(text_at(frozen(), "/dossier/tender/themes/0/explanation/text") == no_supply);
    redact(entry, "/facts/dossier/tender/themes/0/explanation/text");
    CHECK(text_at(frozen(), "/dossier/tender/themes/0/explanation/text") == mark);
    CHECK(drifts_of(store, review).empty());
    redact(2, "/facts/tender/title");
    CHECK(drifts_of(store, review).empty());
    CHECK(agenda(store).empty());
    // The tender goes on, and what really changes is still named.
    store.call("tender.change", named("1", R"(,"sector":"facilitair")"));
    store.check_sound();
    CHECK(drifts_of(store, review).empty());
    store.call("tender.change", named("1", R"(,"kind":"levering")"));
    CHECK(drifts_of(store, review) == "omschrijving ");
    store.check_sound();
}

TEST_CASE("provisional, withdrawn and cancelled tenders are no precedent, nor are their texts") {
    TestRegister store;
    store.call("policy.adopt", plain_policy);
    const std::string group = R"(,"productGroup":"schoonmaak")", provisional = group + R"(,"provisional":true)";
    const std::string away = explained("budget", no_supply);
    const std::string nearly =
        explained("budget", "De marktconsultatie van november leverde geen enkele aanbieder op.");
    store.call("tender.start", ready("0", applied("milieu"), group));
    store.call("tender.start", ready("1", away, provisional));
    store.call("tender.start", ready("2", away, provisional));
    store.call("tender.start", ready("3", away, group));
    store.call("tender.withdraw", named("2"));
    store.call("tender.advance", named("3", R"(,"to":"cancelled","reason":"Geen geld meer.")"));
    const auto counts = [&](const std::string& decision) {
        const auto answer = precedents(store, "0", decision);
        return text_at(answer, "/precedents/0/tenders") + " " + text_at(answer, "/precedents/0/sameText") + " " +
               text_at(answer, "/precedents/0/similarText");
    };
    CHECK(counts(away) == "0 0 0");
    CHECK(counts(nearly) == "0 0 0");
    store.check_sound();
    store.call("tender.confirm", named("1"));
    CHECK(counts(away) == "1 1 0");
    CHECK(counts(nearly) == "1 0 1");
    store.check_sound();
    store.call("tender.advance", named("1", R"(,"to":"cancelled","reason":"Geen geld meer.")"));
    CHECK(counts(away) == "0 0 0");
    store.check_sound();
}

TEST_CASE("the verdict on a tender is no precedent for that tender itself") {
    TestRegister store;
    store.call("policy.adopt", board_policy);
    const std::string group = R"(,"productGroup":"schoonmaak")", away = explained("geen-aanbod", no_supply, signed_off);
    for (const char* reference : {"1", "2"}) store.call("tender.start", ready(reference, away, group));
    store.call("review.answer", of(ask(store, "1"), R"(,"verdict":"afgewezen","text":"Er is wel degelijk aanbod.")" +
                                                        by("D. Kok", "inkoopadviseur")));
    CHECK(text_at(precedents(store, "2", away), "/precedents/0/verdicts") == R"({"afgewezen":1})");
    CHECK(text_at(precedents(store, "1", away), "/precedents/0/verdicts") == "{}");
    store.check_sound();
}

TEST_CASE("the dossier of a tender whose explanation has just lapsed does not count that tender as its own precedent") {
    TestRegister store;
    store.call("policy.adopt", plain_policy);
    store.call("tender.start", ready("1", explained("wettelijk", "De Wet x staat dit niet toe.", R"(,"role":"jurist")"),
                                     R"(,"productGroup":"schoonmaak")"));
    const auto dossier = store.call("review.dossier", named("1", "", "2027-12-01"));
    CHECK(text_at(dossier, "/dossier/precedents/0/theme") == "milieu");
    CHECK(text_at(dossier, "/dossier/precedents/0/reasons") == "{}");
    store.check_sound();
}

}  // namespace precedent_test
