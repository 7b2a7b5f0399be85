// SPDX-License-Identifier: EUPL-1.2
// Ratings of promises through the operations, on a real register.
#include "support/register.hpp"

namespace rating_test {

using Listed = std::vector<std::string>;

namespace {

const std::string by_reference = R"("organisation":"gm0344","reference":"C-1")";

void sign(TestRegister& store, const std::string& reference = "C-1") {
    store.call(
        "contract.sign",
        signing(R"([{"theme":"social-return","text":"Wij helpen mee.","owner":"contractmanager"},)"
                R"({"theme":"klimaat","unit":"ton-co2e","demand":"ten-hoogste","target":"40","to":"2027-06-30"}])",
                {{"/reference", reference},
                 {"/term/months", 36},
                 {"/people/contractmanager", "N. de Vries"},
                 {"/people/jurist", "A. Smit"}}));
}

std::string rating(const std::string& ratings, const std::string& today = "2027-11-30", const std::string& more = "") {
    return of_one("C-1", today, R"("ratings":[)" + ratings + "]" + more);
}

mvoi::json::Value on(TestRegister& store, const std::string& day) {
    return store.call("contract.get", of_one("C-1", day));
}

Listed listed(TestRegister& store, const std::string& filters) {
    Listed found;
    std::string after;
    do {
        const auto answer = store.call("promise.list", R"({"organisation":"gm0344","limit":1,)" + filters +
                                                           (after.empty() ? "" : R"(,"after":")" + after + "\"") + "}");
        for (const std::string& each : references_and_promises(answer)) found.push_back(each);
        after = answer.text_or("next");
    } while (!after.empty());
    return found;
}

}  // namespace

TEST_CASE("a rating is put down with who found it, and shown until the next", "[promise][rating]") {
    TestRegister store;
    sign(store);
    CHECK(text_at(on(store, "2027-02-01"), "/promises/0/rating") == "(nothing)");
    CHECK(text_at(on(store, "2027-02-01"), "/promises/0/ratingDue") == "2028-01-01");
    const auto answer =
        store.call("promise.rate", rating(R"({"promise":1,"rating":"nadert-doel","on":"2027-11-01"},)"
                                          R"({"promise":2,"rating":"goed","text":"Netjes.","by":"A. Smit"})"));
    CHECK(text_at(answer, "/rated") == "2");
    CHECK(findings(answer).empty());
    CHECK(text_at(answer, "/promises/0/rating/rating") == "nadert-doel");
    CHECK(text_at(answer, "/promises/0/rating/label") == "Nadert het doel");
    CHECK(text_at(answer, "/promises/0/rating/by") == "tester");
    CHECK(text_at(answer, "/promises/0/rating/on") == "2027-11-01");
    CHECK(text_at(answer, "/promises/0/ratingDue") == "2029-01-01");
    CHECK(text_at(answer, "/promises/1/rating/text") == "Netjes.");
    CHECK(text_at(answer, "/promises/1/rating/by") == "A. Smit");
    CHECK(text_at(answer, "/promises/1/rating/on") == "2027-11-30");
    CHECK(text_at(answer, "/promises/1/ratingDue") == "(nothing)");  // it was over
    // Seen from a day before, it was not given yet.
    CHECK(text_at(on(store, "2027-10-31"), "/promises/0/rating") == "(nothing)");
    CHECK(text_at(on(store, "2027-11-01"), "/promises/0/rating/rating") == "nadert-doel");
    store.call("promise.rate", rating(R"({"promise":1,"rating":"anders","text":"Overgedragen."})", "2028-06-01"));
    CHECK(text_at(on(store, "2028-06-01"), "/promises/0/rating/text") == "Overgedragen.");
    CHECK(text_at(on(store, "2028-05-31"), "/promises/0/rating/rating") == "nadert-doel");
    // The journal keeps who found it, and the tables nothing but the rating.
    const auto journal = store.call("journal.list", "{\"contract\":\"" + answer.text_or("contract") + "\"}");
    CHECK(text_at(journal, "/entries/1/facts/rated/found/1/by") == "A. Smit");
    CHECK(text_at(journal, "/entries/1/facts/contract") == "(nothing)");
    store.check_sound();
    store.reopen();
    CHECK(text_at(on(store, "2028-06-01"), "/promises/0/rating/by") == "tester");
}

TEST_CASE("one rating that cannot be keeps all out", "[promise][rating]") {
    TestRegister store;
    sign(store);
    const auto refused = [&](const std::string& wrong) {
        return store.refusal("promise.rate", rating(R"({"promise":1,"rating":"goed"},)" + wrong));
    };
    CHECK(refused(R"({"promise":2,"rating":"matig"})") == Rules{"json.enum"});
    CHECK(refused(R"({"promise":2,"rating":"goed","on":"2027-12-01"})") == Rules{"rating.future"});
    CHECK(refused(R"({"promise":2,"rating":"goed","on":"2026-12-31"})") == Rules{"rating.before-promise"});
    CHECK(refused(R"({"promise":2,"rating":"anders"})") == Rules{"rating.other"});
    CHECK(refused(R"({"promise":3,"rating":"goed"})") == Rules{"observation.no-promise"});
    CHECK(refused(R"({"promise":1,"rating":"onvoldoende"})") == Rules{"rating.twice"});
    CHECK(refused(R"({"promise":3,"rating":"goed"},{"promise":2,"rating":"anders"})") ==
          Rules{"observation.no-promise", "rating.other"});
    CHECK(store.refusal("promise.rate", rating("")) == Rules{"json.items"});
    CHECK(text_at(on(store, "2027-11-30"), "/promises/0/rating") == "(nothing)");
    CHECK(refused(R"({"promise":2,"rating":"goed","on":"2027-11-30"})").empty());
    store.check_sound();
}

TEST_CASE("a rating of the same promise and day corrects the one before, and says so", "[promise][rating]") {
    TestRegister store;
    sign(store);
    store.call("promise.rate", rating(R"({"promise":1,"rating":"goed"})"));
    const auto answer = store.call(
        "promise.rate", rating(R"({"promise":1,"rating":"onvoldoende"})", "2027-11-30", R"(,"requestId":"r-1")"));
    CHECK(findings(answer) == Rules{"rating-corrected"});
    CHECK(text_at(answer, "/findings/0/sentence").find("Goed") != std::string::npos);
    CHECK(text_at(answer, "/promises/0/rating/rating") == "onvoldoende");
    // The same request again is not put down again, and says the same.
    const auto again = store.call(
        "promise.rate", rating(R"({"promise":1,"rating":"onvoldoende"})", "2027-11-30", R"(,"requestId":"r-1")"));
    CHECK(mvoi::json::write(first_of(again)) == mvoi::json::write(answer));
    store.check_sound();
}

TEST_CASE("the text and the name of a rating can be blacked out", "[promise][rating]") {
    TestRegister store;
    sign(store);
    const auto answer = store.call(
        "promise.rate", rating(R"({"promise":1,"rating":"goed","text":"Met dank aan Jan.","by":"J. Bakker"})"));
    const std::string entry = text_at(answer, "/entry");
    for (const char* member : {"/facts/rated/found/0/text", "/facts/rated/found/0/by"})
        store.call("journal.redact",
                   R"({"entry":)" + entry + R"(,"member":")" + member + R"(","ground":"AVG art. 17"})");
    const std::string all = mvoi::json::write(on(store, "2027-12-01"));
    CHECK(all.find("Jan") == std::string::npos);
    CHECK(all.find("Bakker") == std::string::npos);
    CHECK(text_at(on(store, "2027-12-01"), "/promises/0/rating/rating") == "goed");
    const std::string journal = mvoi::json::write(store.call("journal.list", "{}"));
    CHECK(journal.find("Met dank aan") == std::string::npos);
    CHECK(journal.find("Bakker") == std::string::npos);
    store.check_sound();
}

TEST_CASE("a rating is asked for by its day, and said when that has come", "[promise][rating]") {
    TestRegister store;
    sign(store);
    CHECK(text_at(on(store, "2027-02-01"), "/promises/1/ratingDue") == "2027-07-30");
    CHECK_FALSE(findings(on(store, "2027-07-29")).contains("rating-due"));
    CHECK(findings(on(store, "2027-07-30")).contains("rating-due"));
    sign(store, "C-2");
    CHECK(listed(store, R"("ratingDue":"2027-07-29","today":"2027-02-01")").empty());
    CHECK(listed(store, R"("ratingDue":"2027-07-30","today":"2027-02-01")") == Listed{"C-2 2", "C-1 2"});
    CHECK(listed(store, R"("ratingDue":"2028-01-01","today":"2027-02-01")") ==
          Listed{"C-2 1", "C-2 2", "C-1 1", "C-1 2"});
    store.call("promise.rate", rating(R"({"promise":1,"rating":"goed"},{"promise":2,"rating":"goed"})"));
    CHECK(listed(store, R"("ratingDue":"2028-01-01","today":"2027-11-30")") == Listed{"C-2 1", "C-2 2"});
    CHECK_FALSE(findings(on(store, "2028-01-02")).contains("rating-due"));
    // A promise with a rating stays in the contract.
    CHECK(store.refusal("contract.change", of_one("C-1", "2028-01-02", R"(,"promises":[])")) ==
          Rules{"promise.has-records"});
}

TEST_CASE("promises are listed by who checks, what is overdue and what is at risk", "[promise][rating]") {
    TestRegister store;
    sign(store);
    sign(store, "C-2");
    store.call(
        "promise.observe",
        "{" + by_reference +
            R"(,"observations":[{"promise":2,"value":"50","from":"2027-01-01","to":"2027-03-31","source":"meter"}],)"
            R"("today":"2027-04-01"})");
    CHECK(listed(store, R"("atRisk":true,"today":"2027-04-01")") == Listed{"C-1 2"});
    CHECK(listed(store, R"("overdue":true,"today":"2027-03-31")").empty());
    CHECK(listed(store, R"("overdue":true,"today":"2027-04-01")") == Listed{"C-2 2"});
    CHECK(listed(store, R"("overdue":true,"today":"2027-07-01")") == Listed{"C-2 2", "C-1 2"});
    CHECK(listed(store, R"("overdue":false,"today":"2027-04-01")").size() == 4);
    // Promise 2 names no role: it is of everybody of the contract.
    CHECK(listed(store, R"("person":"N. de Vries")") == Listed{"C-2 1", "C-2 2", "C-1 1", "C-1 2"});
    CHECK(listed(store, R"("person":"A. Smit")") == Listed{"C-2 2", "C-1 2"});
    CHECK(listed(store, R"("person":"Smit")").empty());
}

}  // namespace rating_test
