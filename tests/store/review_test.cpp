// SPDX-License-Identifier: EUPL-1.2
// The life of a review through the operations, on a real register: asked, answered in sequence, drifted, lapsed.
#include "support/register.hpp"

namespace review_test {

using mvoi::json::Value;

namespace {

const char* const board_policy = R"({"organisation":"gm0344","validFrom":"2026-01-01","ambition":2,
  "gateMode":"blokkerend","provisionalDays":30,
  "board":{"reviewers":["inkoopadviseur","tenderboard"],"firstMeeting":"2027-01-12","everyDays":14,"papersDays":7}})";
// Stops nothing and asks nobody; what a reason itself asks for stands.
const char* const plain_policy = R"({"organisation":"gm0344","validFrom":"2020-01-01","ambition":2})";

std::string applied(const std::string& theme, const std::string& criterion = "18.010") {
    return request({{"/theme", theme},
                    {"/state", "applied"},
                    {"/criteria/0/number", criterion},
                    {"/criteria/0/edition", "2020-12-10"},
                    {"/criteria/0/kind", "minimumeis"},
                    {"/criteria/0/legalForm", "technische-specificatie"},
                    {"/criteria/0/proof", "certificaat"}});
}

std::string explained(const std::string& reason, const std::string& text, const std::string& more = "",
                      const std::string& theme = "milieu") {
    return R"({"theme":")" + theme + R"(","state":"explained","explanation":{"reason":")" + reason + R"(","text":")" +
           text + '"' + more + "}}";
}

const std::string no_supply = "De marktconsultatie van oktober leverde geen enkele aanbieder op.";
const std::string signed_off = R"(,"author":"A. de Vries","role":"opdrachtgever")";

std::string named(const std::string& reference, const std::string& more = "", const std::string& day = "2026-12-01") {
    return of_one(reference, day, more);
}

// A tender on which all is decided and motivated: only what is said about milieu, and a review, can stop it.
std::string ready(const std::string& reference, const std::string& milieu, const std::string& more = "",
                  const std::string& day = "2026-12-01") {
    std::string themes = milieu;
    for (const char* theme :
         {"klimaat", "circulair", "ketenverantwoordelijkheid", "diversiteit-inclusie", "social-return"})
        themes += "," + applied(theme);
    return named(
        reference,
        R"(,"title":"Schoonmaak","kind":"dienst","procedure":"openbaar","motives":{"procedure":"Ruime markt, veel )"
        R"(partijen.","undivided":"Een samenhangende dienst."},"estimatedValueCents":10000000,"themes":[)" +
            themes + "]" + more,
        day);
}

std::string by(const std::string& actor, const std::string& role) {
    return R"(,"actor":")" + actor + R"(","role":")" + role + '"';
}

std::string of(const std::string& review, const std::string& more, const std::string& day = "2026-12-02") {
    return request({{"/review", review}, {"/today", day}}, more);
}

std::string akkoord(const std::string& review, const std::string& who, const std::string& more = "") {
    return of(review, R"(,"verdict":"akkoord")" + who + more);
}

std::string ask(TestRegister& store, const std::string& reference, const std::string& day = "2026-12-01") {
    return text_at(store.call("review.ask", named(reference, by("C. Bos", "opdrachtgever"), day)), "/review");
}

void approve(TestRegister& store, const std::string& review) {
    store.call("review.answer", akkoord(review, by("D. Kok", "inkoopadviseur")));
    store.call("review.answer", akkoord(review, by("E. Mol", "tenderboard")));
}

// The rules that stopped a tender at its gate, and the gate as it was answered. Empty: it went through.
struct Stop {
    Rules rules;
    std::string gate;
};
Stop advance(TestRegister& store, const std::string& request) {
    try {
        store.call("tender.advance", request);
    } catch (const mvoi::domain::Refusal& no) {
        Stop stop;
        for (const auto& fault : no.faults) stop.rules.insert(fault.rule);
        stop.gate = no.gate;
        return stop;
    }
    return {};
}

const Value& theme_of(const Value& answer, const std::string& theme) {
    for (const Value& each : *answer.find("themes")->list())
        if (text_at(each, "/theme") == theme) return each;
    FAIL("no theme " << theme);
    return answer;
}

std::string state_of(TestRegister& store, const std::string& reference, const std::string& day,
                     const std::string& theme = "milieu") {
    const Value whole = store.call("tender.get", named(reference, "", day));
    const Value& one = theme_of(whole, theme);
    return text_at(one, "/state") + (one.find("reopened") ? " " + text_at(one, "/reopened/event") : "");
}

std::string revision_of(TestRegister& store, const std::string& reference, const std::string& day = "2026-12-01") {
    return text_at(store.call("tender.get", named(reference, "", day)), "/revision");
}

std::int64_t entries(TestRegister& store) {
    return store.call("journal.verify", "{}").integer_or("entries", 0);
}

// The references on the agenda, in its order.
std::string agenda(TestRegister& store, const std::string& more = "", const std::string& day = "2026-12-03") {
    std::string line;
    const Value list = store.call("review.list", of_all(day, more));
    for (const Value& item : *list.find("items")->list()) line += text_at(item, "/reference") + " ";
    return line;
}

std::string drifts(const Value& review) {
    std::string line;
    for (const Value& each : *review.find("drift")->list())
        line += text_at(each, "/drift") + (*each.find("onAgenda")->boolean() ? "! " : " ");
    return line;
}

std::string drifts_of(TestRegister& store, const std::string& review) {
    const auto answer = store.call("review.dossier", R"({"review":")" + review + R"(","today":"2026-12-05"})");
    return drifts(*answer.find("review"));
}

// The earlier decisions that tender.decide names when this explanation is given.
Value precedents(TestRegister& store, const std::string& reference, const std::string& decision) {
    return store.call("tender.decide", named(reference, R"(,"themes":[)" + decision + "]"));
}

}  // namespace

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
          Rules{"review.revision"});
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
    CHECK(store.refusal("review.ask", named("1", R"(,"revision":9)")) == Rules{"tender.revision"});
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
    CHECK(store.refusal("tender.advance", named("1", R"(,"to":"review","requestId":"p-1")")) ==
          Rules{"request.reused"});
    store.check_sound();
}

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
