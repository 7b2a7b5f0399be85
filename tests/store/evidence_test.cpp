// SPDX-License-Identifier: EUPL-1.2
// Documents that are to prove promises, through the operations, on a real register.
#include "support/register.hpp"

namespace evidence_test {

namespace {

const std::string a(64, 'a'), b(64, 'b');

void sign(TestRegister& store, const std::string& reference = "C-1", const std::string& supplier = "Bakker BV") {
    store.call("contract.sign", signing(R"([{"theme":"klimaat","text":"Schone bussen.","proofKind":"certificaat"},)"
                                        R"({"theme":"social-return","text":"Wij helpen mee."}])",
                                        {{"/reference", reference}, {"/suppliers/0/name", supplier}}));
}

std::string with(const std::string& documents, const std::string& today = "2027-02-01", const std::string& more = "",
                 const std::string& reference = "C-1") {
    return of_one(reference, today, R"("documents":[)" + documents + "]" + more);
}

std::string document(const std::string& sha256, const std::string& more = "", const std::string& promises = "1") {
    return R"({"promises":[)" + promises + R"(],"sha256":")" + sha256 + R"(","kind":"certificaat")" + more + "}";
}

mvoi::json::Value on(TestRegister& store, const std::string& day) {
    return store.call("contract.get", of_one("C-1", day));
}

}  // namespace

TEST_CASE("a document is put down by its fingerprint, and stands with what it is to prove", "[promise][evidence]") {
    TestRegister store;
    sign(store);
    const auto answer =
        store.call("promise.evidence",
                   with(document(std::string(64, 'A'),
                                 R"(,"issuer":"SKAO","where":"zaak 12","validTo":"2028-12-31","verified":{})", "1,2") +
                        "," + document(b, "", "2")));
    CHECK(text_at(answer, "/documents/0/number") == "1");
    CHECK(text_at(answer, "/documents/0/sha256") == a);  // in lower case
    CHECK(text_at(answer, "/documents/0/verified/by") == "tester");
    CHECK(text_at(answer, "/documents/0/verified/on") == "2027-02-01");
    CHECK(text_at(answer, "/documents/0/verified/sha256") == a);
    CHECK(text_at(answer, "/documents/0/findings") == "(nothing)");
    CHECK(text_at(answer, "/documents/1/number") == "2");
    CHECK(findings(*mvoi::json::at(answer, "/documents/1"), "evidence-") == Rules{"evidence-not-verified"});
    CHECK(text_at(answer, "/promises/1/evidence/1/number") == "2");
    CHECK(text_at(answer, "/promises/0/evidence/1") == "(nothing)");
    const auto got = on(store, "2027-02-01");
    CHECK(text_at(got, "/promises/0/evidence/0/where") == "zaak 12");
    CHECK(findings(got, "evidence-") == Rules{"evidence-not-verified"});
    const auto listed = store.call("promise.list", of_one("C-1", "2027-02-01"));
    CHECK(text_at(listed, "/items/0/promise/evidence/0/issuer") == "SKAO");
    CHECK(text_at(listed, "/items/1/promise/evidence/1/sha256") == b);
    store.check_sound();
    store.reopen();
    CHECK(text_at(on(store, "2027-02-01"), "/promises/1/evidence/0/issuer") == "SKAO");
}

TEST_CASE("of a document that is there what is left out stays", "[promise][evidence]") {
    TestRegister store;
    sign(store);
    store.call("promise.evidence", with(document(a, R"(,"issuer":"SKAO","validTo":"2028-12-31","verified":{})")));
    // Another version of the document, which nobody looked at.
    auto answer = store.call("promise.evidence", with(R"({"number":1,"sha256":")" + b + "\"}", "2027-03-01"));
    CHECK(text_at(answer, "/documents/0/issuer") == "SKAO");
    CHECK(text_at(answer, "/documents/0/sha256") == b);
    CHECK(findings(*mvoi::json::at(answer, "/documents/0"), "evidence-") == Rules{"evidence-changed"});
    // Looked at again: two members.
    answer = store.call("promise.evidence", with(R"({"number":1,"verified":{"by":"A. Smit"}})", "2027-03-02"));
    CHECK(text_at(answer, "/documents/0/verified/by") == "A. Smit");
    CHECK(text_at(answer, "/documents/0/verified/sha256") == b);
    CHECK(text_at(answer, "/documents/0/findings") == "(nothing)");
    // It serves another promise from now on, and does not expire.
    answer = store.call("promise.evidence", with(R"({"number":1,"promises":[2],"validTo":null})", "2027-03-03"));
    CHECK(text_at(answer, "/documents/0/validTo") == "(nothing)");
    CHECK(text_at(on(store, "2027-03-03"), "/promises/0/evidence") == "(nothing)");
    CHECK(text_at(on(store, "2027-03-03"), "/promises/1/evidence/0/number") == "1");
    // Withdrawn it proves nothing any more; its number is not given again.
    answer = store.call("promise.evidence", with(R"({"number":1,"withdrawn":"Vals."})", "2027-03-04"));
    CHECK(text_at(answer, "/documents/0/withdrawn") == "Vals.");
    CHECK(text_at(on(store, "2027-03-04"), "/promises/1/evidence") == "(nothing)");
    answer = store.call("promise.evidence", with(document(a), "2027-03-05"));
    CHECK(text_at(answer, "/documents/0/number") == "2");
    answer = store.call("promise.evidence", with(R"({"number":1,"withdrawn":null})", "2027-03-06"));
    CHECK(text_at(on(store, "2027-03-06"), "/promises/1/evidence/0/number") == "1");
    store.check_sound();
}

TEST_CASE("one document that cannot be keeps all out", "[promise][evidence]") {
    TestRegister store;
    sign(store);
    store.call("promise.evidence", with(document(a)));
    const std::string before = mvoi::json::write(on(store, "2027-02-01"));
    const auto refused = [&](const std::string& wrong) {
        return store.refusal("promise.evidence", with(document(b) + "," + wrong));
    };
    CHECK(refused(R"({"promises":[1],"kind":"certificaat"})") == Rules{"evidence.no-hash"});
    CHECK(refused(document(std::string(63, 'a'))) == Rules{"evidence.hash"});
    CHECK(refused(document(std::string(63, 'a') + "g")) == Rules{"evidence.hash"});
    CHECK(refused(R"({"promises":[1],"sha256":")" + a + R"(","kind":"praatje"})") == Rules{"json.enum"});
    CHECK(refused(R"({"promises":[1],"sha256":")" + a + "\"}") == Rules{"evidence.no-kind"});
    CHECK(refused(R"({"kind":"factuur","sha256":")" + a + "\"}") == Rules{"evidence.no-promises"});
    CHECK(refused(document(a, R"(,"validFrom":"2027-02-01","validTo":"2027-01-31")")) == Rules{"evidence.upside-down"});
    CHECK(refused(document(a, R"(,"verified":{"on":"2027-02-02"})")) == Rules{"evidence.verified-in-future"});
    CHECK(refused(document(a, R"(,"verified":{"sha256":"x"})")) == Rules{"evidence.hash"});
    CHECK(refused(document(a, "", "3")) == Rules{"observation.no-promise"});
    CHECK(refused(document(a, "", "1,1")) == Rules{"evidence.promise-twice"});
    CHECK(refused(R"({"number":2,"verified":{}})") == Rules{"evidence.no-number"});
    CHECK(refused(R"({"number":1,"verified":{}},{"number":1,"validTo":null})") == Rules{"evidence.twice"});
    CHECK(store.refusal("promise.evidence", with("")) == Rules{"json.items"});
    CHECK(mvoi::json::write(on(store, "2027-02-01")) == before);
    // On the day itself all of that may be.
    CHECK(refused(document(a, R"(,"validFrom":"2027-02-01","validTo":"2027-02-01","verified":{"on":"2027-02-01"})"))
              .empty());
    store.check_sound();
}

TEST_CASE("evidence that is expected is missing once something is to be shown", "[promise][evidence]") {
    TestRegister store;
    sign(store);
    CHECK(findings(on(store, "2027-03-30"), "evidence-").empty());
    CHECK(findings(on(store, "2027-03-31"), "evidence-") == Rules{"evidence-missing"});
    store.call("promise.evidence", with(document(a, R"(,"verified":{},"validTo":"2027-06-30")")));
    CHECK(findings(on(store, "2027-03-31"), "evidence-") == Rules{"evidence-ends-early"});
    CHECK(findings(on(store, "2027-07-01"), "evidence-") ==
          Rules{"evidence-ends-early", "evidence-expired", "evidence-missing"});
    const auto listed = store.call("promise.list", of_one("C-1", "2027-07-01"));
    CHECK(findings(*mvoi::json::at(listed, "/items/0/promise"), "evidence-") == Rules{"evidence-missing"});
    CHECK(text_at(listed, "/items/1/promise/findings") == "(nothing)");
}

TEST_CASE("the same document under other contracts is found by its fingerprint", "[promise][evidence]") {
    TestRegister store;
    sign(store);
    sign(store, "C-2");
    sign(store, "C-3", "Slager BV");
    const std::string one = document(a, R"(,"verified":{})");
    store.call("promise.evidence", with(one));
    CHECK(findings(on(store, "2027-02-01"), "evidence-").empty());
    store.call("promise.evidence", with(one, "2027-02-01", "", "C-2"));
    auto got = on(store, "2027-02-01");
    CHECK(findings(got, "evidence-") == Rules{"evidence-several-contracts"});
    CHECK(text_at(got, "/findings/0/sentence").find("C-1, C-2") != std::string::npos);
    store.call("promise.evidence", with(one, "2027-02-01", "", "C-3"));
    got = on(store, "2027-02-01");
    CHECK(findings(got, "evidence-") == Rules{"evidence-two-suppliers"});
    CHECK(text_at(got, "/findings/0/sentence").find("Bakker BV, Slager BV") != std::string::npos);
    store.call("promise.evidence", with(R"({"number":1,"withdrawn":"Niet van Slager."})", "2027-02-01", "", "C-3"));
    CHECK(findings(on(store, "2027-02-01"), "evidence-") == Rules{"evidence-several-contracts"});
    store.check_sound();
}

TEST_CASE("where a document is kept can be blacked out, in every entry that holds it", "[promise][evidence]") {
    TestRegister store;
    sign(store);
    const auto first = store.call(
        "promise.evidence", with(document(a, R"(,"where":"bij Jan op zolder","issuer":"J. Bakker","verified":{})")));
    store.call("promise.evidence", with(R"({"number":1,"verified":{}})", "2027-03-01"));  // carries it on
    const auto redact = [&](const std::string& member) {
        return store.call("journal.redact", R"({"entry":)" + text_at(first, "/entry") + R"(,"member":")" + member +
                                                R"(","ground":"AVG art. 17"})");
    };
    CHECK(redact("/facts/evidenced/documents/0/where").list_or_empty("redacted").size() == 2);
    redact("/facts/evidenced/documents/0/issuer");
    const std::string all =
        mvoi::json::write(on(store, "2027-04-01")) + mvoi::json::write(store.call("journal.list", "{}"));
    CHECK(all.find("zolder") == std::string::npos);
    CHECK(all.find("J. Bakker") == std::string::npos);
    CHECK(text_at(on(store, "2027-04-01"), "/promises/0/evidence/0/sha256") == a);
    store.call("promise.evidence", with(R"({"number":1,"verified":{}})", "2027-05-01"));
    store.check_sound();
}

TEST_CASE("the same documents are put down once", "[promise][evidence]") {
    TestRegister store;
    sign(store);
    const std::string request = with(document(a), "2027-02-01", R"(,"requestId":"r-1")");
    const auto once = store.call("promise.evidence", request);
    CHECK(mvoi::json::write(first_of(store.call("promise.evidence", request))) == mvoi::json::write(once));
    CHECK(text_at(on(store, "2027-02-01"), "/promises/0/evidence/1") == "(nothing)");
    store.check_sound();
}

}  // namespace evidence_test
