// SPDX-License-Identifier: EUPL-1.2
// A finding can be placed on a form: it says about which theme, criterion or promise, and by which operation it is
// mended, and its member is one of that operation's request.
#include "domain/gates/remedy.hpp"
#include "support/reviews.hpp"

namespace remedy_test {

using namespace reviews;

namespace {

// Every finding anywhere in an answer.
void each_finding(const Value& value, const std::function<void(const Value&)>& see) {
    if (value.object() && value.find("severity") && value.find("rule")) see(value);
    if (const auto* members = value.object())
        for (const auto& each : *members) each_finding(each.value, see);
    if (const auto* items = value.list())
        for (const auto& each : *items) each_finding(each, see);
}

// True when a request of the operation has the member, or where it begins.
bool has_member(const std::string& operation, const std::string& pointer) {
    const std::string first = pointer.substr(1, pointer.find('/', 1) - 1);
    return mvoi::json::at(mvoi::json::bundled_schema(operation + ".request"), "/properties/" + first) != nullptr;
}

int check_places(const Value& answer) {
    int mended = 0;
    each_finding(answer, [&](const Value& finding) {
        INFO(mvoi::json::write(finding));
        const std::string operation = finding.text_or("operation"), member = finding.text_or("member");
        if (operation.empty()) return;
        ++mended;
        REQUIRE(mvoi::operations::find_operation(operation));
        // A member of the mending request, or the place in the tender of what somebody else is to agree to.
        if (!member.empty()) CHECK((has_member(operation, member) || has_member("tender.decide", member)));
    });
    return mended;
}

}  // namespace

TEST_CASE("a finding says about what, and by which operation it is mended", "[findings]") {
    TestRegister store;
    store.call("policy.adopt", plain_policy);
    store.call(
        "tender.start",
        named("1", R"(,"title":"t","kind":"dienst","procedure":"openbaar","themes":[)"
                   R"({"theme":"klimaat","state":"applied","level":1,"criteria":[{"title":"Rijden op stroom"}]},)" +
                       explained("budget", "De raad gaf geen dekking.") + "]"));
    const auto gate = store.call("tender.gate", named("1", R"(,"to":"publication")"));
    CHECK(check_places(gate) > 5);
    std::map<std::string, std::string> said;
    each_finding(gate, [&](const Value& each) {
        said[each.text_or("rule") + " " + each.text_or("theme")] =
            each.text_or("operation") + " " + each.text_or("criterion");
    });
    CHECK(said.at("undecided-theme circulair") == "tender.decide ");
    CHECK(said.at("criterion-without-kind klimaat") == "tender.decide Rijden op stroom");
    CHECK(said.at("explanation-unsigned milieu") == "tender.decide ");
    CHECK(said.at("procedure-unmotivated ") == "tender.change ");
    check_places(store.call("tender.get", named("1")));
}

TEST_CASE("what stops a tender says the same in its errors", "[findings]") {
    TestRegister store;
    store.call("policy.adopt", board_policy);
    store.call("tender.start", ready("1", R"({"theme":"milieu","state":"undecided"})"));
    try {
        store.call("tender.gate", named("1", R"(,"to":"publication")"));
        FAIL("it was not stopped");
    } catch (const mvoi::domain::Refusal& no) {
        std::set<std::string> places;
        for (const auto& fault : no.faults)
            for (const auto& [name, place] : fault.places) places.insert(name + " " + place);
        CHECK(places.contains("theme milieu"));
        CHECK(places.contains("operation tender.decide"));
        CHECK(places.contains("operation review.ask"));
    }
}

TEST_CASE("a condition of a review says where it is declared met", "[findings]") {
    TestRegister store;
    store.call("policy.adopt", board_policy);
    store.call("tender.start", ready("1", applied("milieu")));
    const std::string review = ask(store, "1");
    store.call("review.answer", akkoord(review, by("D. Kok", "inkoopadviseur")));
    store.call("review.answer", of(review, R"(,"verdict":"akkoord-mits","conditions":["Vraag de markt opnieuw."])" +
                                               by("E. Mol", "tenderboard")));
    const Stop stop = advance(store, named("1", R"(,"to":"publication")", "2026-12-03"));
    CHECK(stop.rules == Rules{"finding.review-condition-open"});
    CHECK(stop.gate.find(R"("member":"/condition","operation":"review.condition")") != std::string::npos);
}

TEST_CASE("regression: a contract of one lot missed what the contract of another lot promises", "[findings]") {
    TestRegister store;
    store.call("tender.start",
               named("1", R"(,"title":"t","kind":"dienst","lots":[{"number":"1"},{"number":"2"}],"themes":[)"
                          R"({"theme":"klimaat","state":"applied","level":1,"criteria":[)"
                          R"({"title":"Stroom","kind":"minimumeis"},{"title":"Fiets","kind":"minimumeis"}]}])"));
    award(store, "1", "2026-12-02");
    const auto sign = [&](const std::string& reference, const std::string& lot, const std::string& criterion) {
        return store.call("contract.sign", request({{"/organisation", "gm0344"},
                                                    {"/tenderReference", "1"},
                                                    {"/reference", reference},
                                                    {"/lots/0", lot},
                                                    {"/term/start", "2027-01-01"},
                                                    {"/term/months", 24},
                                                    {"/today", "2026-12-03"},
                                                    {"/promises/0/theme", "klimaat"},
                                                    {"/promises/0/criterion", criterion},
                                                    {"/promises/0/text", "Zo doen wij dat."}}));
    };
    const auto dropped = [](const Value& answer) {
        std::set<std::string> criteria;
        each_finding(answer, [&](const Value& each) {
            if (each.text_or("rule") == "thread-dropped") criteria.insert(each.text_or("criterion"));
        });
        return criteria;
    };
    CHECK(dropped(sign("C-1", "1", "Stroom")) == std::set<std::string>{"Fiets"});
    const auto second = sign("C-2", "2", "Fiets");
    CHECK(dropped(second).empty());
    CHECK(dropped(store.call("contract.get", of_one("C-1", "2026-12-04"))).empty());
    CHECK(check_places(second) > 0);
    store.check_sound();
}

TEST_CASE("every operation that mends a finding is there", "[findings]") {
    for (const char* rule : {"review-condition-open",
                             "review-open",
                             "review-missing",
                             "explanation-not-agreed",
                             "criterion-without-promise",
                             "criterion-without-proof",
                             "theme-without-criteria",
                             "undecided-theme",
                             "ambition-below-policy",
                             "no-policy",
                             "thread-dropped",
                             "kpi-unknown",
                             "term-option-near",
                             "evaluation-near",
                             "evaluation-unrated",
                             "evidence-missing",
                             "rating-due",
                             "instrument-superseded",
                             "instrument-less",
                             "social-return-not-paid"}) {
        INFO(rule);
        const auto operation = mvoi::domain::gates::operation_that_mends({rule, {}, "", {}, ""});
        CHECK(mvoi::operations::find_operation(operation));
    }
    for (const char* rule : {"not-covered", "check-hours", "rating-corrected", "term-ended", "period-urgent"})
        CHECK(mvoi::domain::gates::operation_that_mends({rule, {}, "", {}, ""}).empty());
}

}  // namespace remedy_test
