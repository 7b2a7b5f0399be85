// SPDX-License-Identifier: EUPL-1.2
// The life of a review through the operations, on a real register: asked, answered in sequence, drifted.
#include "support/reviews.hpp"

namespace review_test {

using namespace reviews;

TEST_CASE("a case is asked, answered in sequence, its conditions met, and then published") {
    TestRegister store;
    store.call("policy.adopt", board_policy);
    store.call("tender.start", ready("1", explained("geen-aanbod", no_supply, signed_off)));
    const Rules stopped{"finding.review-missing", "finding.explanation-not-agreed"};
    CHECK(store.refusal("tender.gate", named("1")) == stopped);
    CHECK(advance(store, named("1", R"(,"to":"publication")")).rules == stopped);

    const auto asked = store.call("review.ask", named("1", R"(,"text":"Mag dit?")" + by("C. Bos", "opdrachtgever")));
    const std::string review = text_at(asked, "/review");
    CHECK(text_at(asked, "/next") == "inkoopadviseur");
    CHECK(text_at(asked, "/meeting") == "2027-01-12");
    CHECK(store.refusal("tender.gate", named("1")) == Rules{"finding.review-open", "finding.explanation-not-agreed"});
    CHECK(store.refusal("review.ask", named("1")) == Rules{"review.open"});

    CHECK(store.refusal("review.answer", akkoord(review, by("E. Mol", "tenderboard"))) == Rules{"review.not-the-turn"});
    CHECK(store.refusal("review.answer", akkoord(review, by("E. Mol", "controller"))) == Rules{"review.no-reviewer"});
    CHECK(store.refusal("review.answer", akkoord(review, R"(,"actor":"D. Kok")")) == Rules{"review.role-needed"});
    CHECK(store.refusal("review.answer", akkoord(review, by("c  BÓS", "inkoopadviseur"))) ==
          Rules{"review.own-request"});
    CHECK(store.refusal("review.answer", akkoord(review, by("A. DE VRIES", "inkoopadviseur"))) ==
          Rules{"review.own-explanation"});
    CHECK(store.refusal("review.answer", akkoord(review, by("D. Kok", "inkoopadviseur"), R"(,"revision":7)")) ==
          Rules{"review.revision-ahead"});
    auto answer = store.call("review.answer", akkoord(review, by("D. Kok", "inkoopadviseur"), R"(,"revision":1)"));
    CHECK(text_at(answer, "/state") == "open");
    CHECK(text_at(answer, "/next") == "tenderboard");
    CHECK(text_at(answer, "/revision") == "2");

    CHECK(store.refusal("review.answer", akkoord(review, by("D. Kok", "tenderboard"))) ==
          Rules{"review.answered-before"});
    CHECK(store.refusal("review.answer", akkoord(review, by("E. Mol", "inkoopadviseur"))) ==
          Rules{"review.not-the-turn"});
    const std::string mits = R"(,"verdict":"akkoord-mits")" + by("E. Mol", "tenderboard");
    CHECK(store.refusal("review.answer", of(review, mits)) == Rules{"review.conditions-needed"});
    CHECK(store.refusal("review.answer", of(review, mits + R"(,"conditions":["n.v.t."])")) ==
          Rules{"review.text-empty"});
    CHECK(store.refusal("review.answer",
                        akkoord(review, by("E. Mol", "tenderboard"), R"(,"conditions":["Vraag het de markt."])")) ==
          Rules{"review.conditions-not-with"});
    answer = store.call("review.answer",
                        of(review, mits + R"(,"conditions":["Vraag het de markt nog eens.","Meld het het bestuur."])"));
    CHECK(text_at(answer, "/state") == "akkoord-mits");
    CHECK(text_at(answer, "/next") == "(nothing)");
    CHECK(store.refusal("review.answer", akkoord(review, by("F. Ree", "tenderboard"))) == Rules{"review.answered"});
    CHECK(store.refusal("review.ask", named("1")) == Rules{"review.approved"});
    CHECK(store.refusal("tender.gate", named("1")) == Rules{"finding.review-condition-open"});

    const auto met = [&](int number, const std::string& role, const std::string& text) {
        return of(review,
                  R"(,"condition":)" + std::to_string(number) + R"(,"text":")" + text + '"' + by("E. Mol", role));
    };
    CHECK(store.refusal("review.condition", met(1, "inkoopadviseur", "Gedaan in week 50.")) ==
          Rules{"review.condition-of"});
    CHECK(store.refusal("review.condition", met(3, "tenderboard", "Gedaan in week 50.")) ==
          Rules{"review.no-condition"});
    CHECK(store.refusal("review.condition", met(1, "tenderboard", "nvt")) == Rules{"review.text-empty"});
    store.call("review.condition", met(1, "tenderboard", "Gedaan in week 50."));
    CHECK(store.refusal("review.condition", met(1, "tenderboard", "Gedaan in week 50.")) ==
          Rules{"review.condition-met"});
    CHECK(store.refusal("tender.gate", named("1")) == Rules{"finding.review-condition-open"});
    store.call("review.condition", met(2, "tenderboard", "Brief van 3 december."));
    CHECK(text_at(store.call("tender.gate", named("1")), "/gate/passage") == "open");
    const auto published = store.call("tender.advance", named("1", R"(,"to":"publication")"));
    CHECK(text_at(published, "/phase") == "publication");
    CHECK(text_at(published, "/revision") == "2");
    CHECK(store.refusal("review.ask", named("1")) == Rules{"review.too-late"});
    CHECK(store.refusal("tender.decide", named("1", R"(,"themes":[{"theme":"milieu","state":"undecided"}])")) ==
          Rules{"decision.published"});
    store.check_sound();
}

TEST_CASE("a rejection asks for a change and a new request; the old review is then closed") {
    TestRegister store;
    store.call("policy.adopt", board_policy);
    store.call("tender.start", ready("1", explained("geen-aanbod", no_supply, signed_off)));
    const std::string first = ask(store, "1");
    const std::string no = R"(,"verdict":"afgewezen")" + by("D. Kok", "inkoopadviseur");
    CHECK(store.refusal("review.answer", of(first, no)) == Rules{"review.text-needed"});
    CHECK(store.refusal("review.answer", of(first, no + R"(,"text":"xxx")")) == Rules{"review.text-needed"});
    const auto rejected = store.call("review.answer", of(first, no + R"(,"text":"Er is wel degelijk aanbod.")"));
    CHECK(text_at(rejected, "/state") == "afgewezen");
    CHECK(store.refusal("review.answer", akkoord(first, by("E. Mol", "tenderboard"))) == Rules{"review.answered"});
    CHECK(store.refusal("tender.gate", named("1")) ==
          Rules{"finding.review-rejected", "finding.explanation-not-agreed"});
    CHECK(store.refusal("review.ask", named("1")) == Rules{"review.unchanged"});
    CHECK(store.refusal("review.ask", named("1", R"(,"revision":9)")) == Rules{"tender.revision-ahead"});
    store.call("tender.decide", named("1", R"(,"themes":[)" + applied("milieu") + "]"));
    const std::string second = ask(store, "1");
    CHECK(store.refusal("review.answer", akkoord(first, by("E. Mol", "tenderboard"))) == Rules{"review.superseded"});
    approve(store, second);
    CHECK(text_at(store.call("tender.advance", named("1", R"(,"to":"publication")")), "/gate/passage") == "open");
    CHECK(agenda(store, R"(,"agenda":false)") == "1 1 ");
    CHECK(agenda(store, R"(,"agenda":false,"state":"afgewezen")") == "1 ");
    const auto dossier = store.call("review.dossier", R"({"review":")" + second + R"("})");
    CHECK(text_at(dossier, "/dossier/reviews/0/review") == first);
    store.check_sound();
}

TEST_CASE("the same person answers for the steps that follow when those are theirs") {
    TestRegister store;
    store.call("policy.adopt",
               R"({"organisation":"gm0344","validFrom":"2026-01-01","ambition":2,"gateMode":"blokkerend",
      "board":{"reviewers":["inkoopadviseur","jurist","directie"]}})");
    store.call("tender.start", ready("1", applied("milieu"), R"(,"people":{"jurist":"d. kok"})"));
    const std::string review = ask(store, "1");
    const auto answer = store.call("review.answer", akkoord(review, by("D. Kok", "inkoopadviseur")));
    CHECK(text_at(answer, "/verdicts/1/role") == "jurist");
    CHECK(text_at(answer, "/next") == "directie");
    CHECK(text_at(store.call("review.answer", akkoord(review, by("G. Das", "bestuur"))), "/state") == "akkoord");
    CHECK(text_at(store.call("tender.gate", named("1")), "/gate/passage") == "open");
    store.check_sound();
}

TEST_CASE("the agenda is in order of urgency, and what drifted since it was approved comes back") {
    TestRegister store;
    store.call("policy.adopt", board_policy);
    store.call("tender.start", ready("laat", applied("milieu"), R"(,"planning":{"publication":"2027-03-01"})"));
    store.call("tender.start", ready("vroeg", applied("milieu"), R"(,"planning":{"publication":"2027-02-01"})"));
    store.call("tender.start", ready("ooit", applied("milieu")));
    ask(store, "laat", "2026-12-01");
    const std::string early = ask(store, "vroeg", "2026-12-02");
    ask(store, "ooit", "2026-12-01");
    CHECK(agenda(store) == "vroeg laat ooit ");
    const auto meeting = [&](const std::string& day) {
        return text_at(store.call("review.list", of_all(day)), "/meeting");
    };
    CHECK(meeting("2027-01-05") == "2027-01-12");
    CHECK(meeting("2027-01-06") == "2027-01-26");

    approve(store, early);
    CHECK(agenda(store) == "laat ooit ");
    store.call("tender.change", named("vroeg", R"(,"estimatedValueCents":10500000)"));
    CHECK(agenda(store) == "laat ooit ");
    CHECK(drifts_of(store, early) == "raming ");
    store.call("tender.change", named("vroeg", R"(,"estimatedValueCents":20000000)"));
    CHECK(agenda(store) == "vroeg laat ooit ");
    CHECK(drifts_of(store, early) == "raming! ");
    CHECK(store.refusal("tender.gate", named("vroeg")) == Rules{"finding.review-drifted"});
    store.call("tender.decide", named("vroeg", R"(,"themes":[{"theme":"milieu","state":"undecided"}])"));
    CHECK(drifts_of(store, early) == "thema-heropend! raming! ");
    CHECK(store.refusal("tender.gate", named("vroeg")) ==
          Rules{"finding.undecided-theme", "finding.review-drifted", "finding.review-drifted-theme"});
    // Back as it was: nothing has drifted any more.
    store.call("tender.decide", named("vroeg", R"(,"themes":[)" + applied("milieu") + "]"));
    store.call("tender.change", named("vroeg", R"(,"estimatedValueCents":10000000)"));
    CHECK(agenda(store) == "laat ooit ");
    CHECK(text_at(store.call("tender.gate", named("vroeg")), "/gate/passage") == "open");
    store.call("tender.advance", named("laat", R"(,"to":"cancelled","reason":"Geen geld meer.")"));
    CHECK(agenda(store) == "ooit ");
    store.check_sound();
}

TEST_CASE("a frozen dossier stays to the byte what was shown, whatever happens to the tender") {
    TestRegister store;
    store.call("policy.adopt", board_policy);
    store.call("tender.start", ready("1", explained("geen-aanbod", no_supply, signed_off)));
    const std::string review = ask(store, "1");
    const auto frozen = [&](const std::string& format, const std::string& member) {
        return text_at(store.call("review.dossier", R"({"review":")" + review + R"(","format":")" + format +
                                                        R"(","today":"2026-12-02"})"),
                       member);
    };
    const std::string json = frozen("json", "/dossier"), page = frozen("html", "/body"), hash = frozen("json", "/hash");
    const std::string entry = frozen("json", "/entry");
    const auto held =
        store.call("journal.list", R"({"after":)" + std::to_string(std::stoi(entry) - 1) + R"(,"limit":1})");
    CHECK(text_at(held, "/entries/0/hash") == hash);
    CHECK(text_at(held, "/entries/0/facts/dossier") == json);
    store.call("policy.adopt", R"({"organisation":"gm0344","validFrom":"2026-06-01","title":"Anders","ambition":2})");
    store.call("tender.start", ready("2", explained("budget", no_supply)));
    CHECK(frozen("html", "/body") == page);
    store.call("tender.change", named("1", R"(,"title":"Anders")"));
    approve(store, review);
    store.call("register.rebuild", "{}");
    CHECK(frozen("json", "/dossier") == json);
    CHECK(frozen("json", "/hash") == hash);
    CHECK(frozen("json", "/review/frozenHash") == hash);
    CHECK(text_at(store.call("review.dossier", named("1")), "/dossier/tender/title") == "Anders");
    store.check_sound();
}

TEST_CASE("a tender that was stopped leaves one entry, however often the same request comes") {
    TestRegister store;
    store.call("policy.adopt", board_policy);
    store.call("tender.start", ready("1", applied("milieu")));
    const std::string request = named("1", R"(,"to":"publication","requestId":"p-1")");
    const Stop first = advance(store, request);
    CHECK(first.rules == Rules{"finding.review-missing"});
    CHECK(entries(store) == 3);
    const std::string head = store.head();
    const auto again = [&] {
        const Stop second = advance(store, request);
        CHECK(second.rules == first.rules);
        CHECK(second.gate == first.gate);
        CHECK(store.head() == head);
    };
    again();
    const auto last = store.call("journal.list", R"({"after":2})");
    CHECK(text_at(last, "/entries/0/result") == "blocked");
    CHECK(text_at(last, "/entries/0/requestId") == "p-1");
    CHECK(revision_of(store, "1") == "1");
    store.call("register.rebuild", "{}");
    again();
    // Nothing was done under this id: it may be used for something else.
    CHECK(text_at(store.call("tender.advance", named("1", R"(,"to":"review","requestId":"p-1")")), "/phase") ==
          "review");
    store.check_sound();
}

TEST_CASE("a case that is on the agenda for a text alone leaves it when that text is blacked out") {
    TestRegister store;
    store.call("policy.adopt", board_policy);
    store.call("tender.start", ready("1", explained("geen-aanbod", no_supply, signed_off)));
    const std::string review = ask(store, "1");
    approve(store, review);
    const std::string other = "Uit de marktconsultatie kwam geen aanbieder die dit op tijd kan.";
    const auto changed =
        store.call("tender.decide", named("1", R"(,"themes":[)" + explained("geen-aanbod", other, signed_off) + "]"));
    CHECK(drifts_of(store, review) == "uitleg-gewijzigd! ");
    CHECK(agenda(store) == "1 ");
    store.call("journal.redact",
               R"({"entry":)" + text_at(changed, "/entry") +
                   R"(,"member":"/facts/tender/themes/0/explanation/text","ground":"Woo 5.1 lid 2 e"})");
    CHECK(drifts_of(store, review).empty());
    CHECK(agenda(store).empty());
    store.check_sound();
    // An explanation that is given on another day is another one, whatever can be read of it.
    store.call("tender.decide",
               named("1", R"(,"themes":[)" + explained("geen-aanbod", other, signed_off) + "]", "2026-12-04"));
    CHECK(drifts_of(store, review) == "uitleg-gewijzigd! ");
    CHECK(agenda(store) == "1 ");
    store.check_sound();
}

}  // namespace review_test
