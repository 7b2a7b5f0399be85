// SPDX-License-Identifier: EUPL-1.2
// Effects through effect.list, on a real register: over contracts, themes and years, a page of contracts at a time.
#include "support/register.hpp"

namespace effect_test {

namespace {

std::string contract_of(const std::string& reference, const std::string& promises,
                        const std::string& organisation = "gm0344") {
    return signing(promises, {{"/organisation", organisation}, {"/reference", reference}});
}

std::string observing(const std::string& reference, const std::string& observations) {
    return of_one(reference, "2028-12-31", R"("observations":)" + observations);
}

const std::string nox = R"({"theme":"milieu","kpi":"nox","target":"100","period":"jaar"})";
const std::string placed = R"({"theme":"social-return","kpi":"geplaatste-personen","target":"3"})";
const std::string inclusive = R"({"theme":"diversiteit-inclusie","kpi":"geplaatste-personen","target":"1"})";

// Two contracts with effects, one whose promise feeds none, one without promises, and one of another organisation.
void fill(TestRegister& store) {
    store.call("contract.sign", contract_of("C-1", "[" + nox + "," + placed + "]"));
    store.call("contract.sign", contract_of("C-2", "[" + nox + "," + inclusive + "]"));
    store.call("contract.sign", contract_of("C-3", R"([{"theme":"klimaat","text":"Wij letten op."}])"));
    store.call("contract.sign", contract_of("C-4", "[]"));
    store.call("contract.sign", contract_of("C-5", "[" + nox + "]", "gm0363"));
    store.call(
        "promise.observe",
        observing("C-1", R"([{"promise":1,"from":"2027-01-01","to":"2027-12-31","value":"40.5","source":"meter"},)"
                         R"({"promise":2,"from":"2027-01-01","to":"2027-06-30","value":"2","source":"staat"}])"));
    store.call(
        "promise.observe",
        observing("C-2", R"([{"promise":1,"from":"2027-01-01","to":"2027-12-31","value":"10",)"
                         R"("source":"raming","estimated":true},)"
                         R"({"promise":2,"from":"2027-01-01","to":"2027-12-31","value":"1","source":"staat"}])"));
}

const std::string of_2027 = R"("organisation":"gm0344","year":2027,"today":"2028-02-01")";

// "C-1 nox milieu 2027 50.5" for each item.
std::vector<std::string> listed(TestRegister& store, const std::string& filters, std::string* next = nullptr) {
    const auto answer = store.call("effect.list", "{" + filters + "}");
    std::vector<std::string> found;
    for (const auto& each : answer.list_or_empty("items")) {
        const std::string reference = each.text_or("reference");
        found.push_back(
            (reference.empty() ? "" : reference + " ") + each.text_or("effect") + " " + each.text_or("theme") + " " +
            (each.find("year") ? std::to_string(each.integer_or("year", 0)) + " " : "") + each.text_or("total"));
    }
    if (next) *next = answer.text_or("next");
    return found;
}
using Listed = std::vector<std::string>;

}  // namespace

TEST_CASE("effects add up over contracts, with what is measured, estimated and unknown", "[effect]") {
    TestRegister store;
    fill(store);
    const auto answer = store.call("effect.list", "{" + of_2027 + "}");
    CHECK(text_at(answer, "/read/contracts") == "4");
    CHECK(text_at(answer, "/read/withPromises") == "3");
    CHECK(text_at(answer, "/read/withEffects") == "2");
    CHECK(text_at(answer, "/items/0/effect") == "nox");
    CHECK(text_at(answer, "/items/0/label") == "Uitstoot van stikstofoxiden");
    CHECK(text_at(answer, "/items/0/total") == "50.5");
    CHECK(text_at(answer, "/items/0/measured") == "40.5");
    CHECK(text_at(answer, "/items/0/estimated") == "10");
    CHECK(text_at(answer, "/items/0/complete") == "true");
    CHECK(text_at(answer, "/items/0/days") == R"({"measured":365,"estimated":365,"unknown":0})");
    CHECK(text_at(answer, "/items/0/contracts") == "2");
    CHECK(text_at(answer, "/items/0/sources") ==
          R"([{"source":"meter","value":"40.5"},{"source":"raming","value":"10"}])");
    CHECK(text_at(answer, "/items/1/effect") == "plaatsingen");
    CHECK(text_at(answer, "/items/1/total") == "3");
    CHECK(text_at(answer, "/items/1/complete") == "false");
    CHECK(text_at(answer, "/items/1/days/unknown") == "184");  // July to December of C-1
    CHECK(text_at(answer, "/items/1/promises") == "2");
    CHECK(text_at(answer, "/items/1/promisesWithUnknown") == "1");
    CHECK(text_at(answer, "/items/2") == "(nothing)");
}

TEST_CASE("effects are told per contract, theme and year, and of what is asked alone", "[effect]") {
    TestRegister store;
    fill(store);
    CHECK(listed(store, of_2027) == Listed{"nox milieu 2027 50.5", "plaatsingen social-return 2027 3"});
    CHECK(listed(store, of_2027 + R"(,"per":[])") == Listed{"nox milieu 50.5", "plaatsingen social-return 3"});
    CHECK(listed(store, of_2027 + R"(,"per":["theme"])") ==
          Listed{"nox milieu 50.5", "plaatsingen diversiteit-inclusie 1", "plaatsingen social-return 2"});
    CHECK(listed(store, of_2027 + R"(,"theme":"diversiteit-inclusie")") ==
          Listed{"plaatsingen diversiteit-inclusie 2027 1"});
    CHECK(listed(store, of_2027 + R"(,"effect":"nox")") == Listed{"nox milieu 2027 50.5"});
    CHECK(listed(store, of_2027 + R"(,"effect":"mki")").empty());
    CHECK(listed(store, of_2027 + R"(,"per":["contract","year"])") ==
          Listed{"C-2 nox milieu 2027 10", "C-2 plaatsingen social-return 2027 1", "C-1 nox milieu 2027 40.5",
                 "C-1 plaatsingen social-return 2027 2"});
    const std::string one = R"("organisation":"gm0344","reference":"C-1","effect":"nox","today":"2028-02-01")";
    CHECK(listed(store, one) == Listed{"nox milieu 2027 40.5", "nox milieu 2028 0"});
    CHECK(listed(store, one + R"(,"to":2027)") == Listed{"nox milieu 2027 40.5"});
    CHECK(listed(store, one + R"(,"from":2028)") == Listed{"nox milieu 2028 0"});
    CHECK(listed(store, one + R"(,"from":2029)").empty());
}

TEST_CASE("effects per contract come page by page, and the pages are the whole", "[effect]") {
    TestRegister store;
    fill(store);
    for (int i = 0; i < 5; ++i) store.call("contract.sign", contract_of("D-" + std::to_string(i), "[" + nox + "]"));
    const std::string per = of_2027 + R"(,"per":["contract"])";
    const Listed all = listed(store, per);
    CHECK(all.size() == 9);
    for (const char* limit : {"1", "2", "3", "7"}) {
        Listed paged;
        std::string next, after;
        std::int64_t contracts = 0;
        do {
            const std::string page = per + R"(,"limit":)" + limit + after;
            contracts += store.call("effect.list", "{" + page + "}").find("read")->integer_or("contracts", 0);
            for (const auto& each : listed(store, page, &next)) paged.push_back(each);
            after = R"(,"after":")" + next + "\"";
        } while (!next.empty());
        CHECK(paged == all);
        CHECK(contracts == 9);  // each contract of the organisation is read once
    }
}

TEST_CASE("what cannot be asked of effects is said", "[effect]") {
    TestRegister store;
    CHECK(store.refusal("effect.list", "{}") == Rules{"effect.list-of-whom"});
    CHECK(store.refusal("effect.list", "{" + of_2027 + R"(,"from":2026})") == Rules{"effect.year-twice"});
    CHECK(store.refusal("effect.list", R"({"organisation":"gm0344","from":2028,"to":2027})") ==
          Rules{"effect.years-upside-down"});
    CHECK(store.refusal("effect.list", "{" + of_2027 + R"(,"limit":5})") == Rules{"effect.no-pages"});
    CHECK(store.refusal("effect.list", "{" + of_2027 + R"(,"per":["contract"],"after":"x"})") == Rules{"list.after"});
    CHECK(store.refusal("effect.list", "{" + of_2027 + R"(,"effect":"geluk"})") == Rules{"json.enum"});
    CHECK(store.call("effect.list", R"({"organisation":"gm9999"})").list_or_empty("items").empty());
}

namespace {

// A table of one group of EUR 12 000 a year, three months at most for each candidate, and invoices that count.
const std::string own_table =
    R"({"organisation":"gm0344","validFrom":"2026-01-01","today":"2026-01-01","socialReturn":{"rule":{"thresholds":)"
    R"([{"kinds":["dienst"],"cents":5000000}],"basis":"opdrachtwaarde","percent":"5","carryOver":true},"table":)"
    R"({"code":"eigen-2026","nl":"Eigen tabel","blocks":[{"code":"langdurig","nl":"Langdurig","yearCents":1200000,)"
    R"("limit":"months","limitMonths":3}],"purchases":"paid"}}})";

void sign_social(TestRegister& store, const std::string& promises) {
    std::string request = contract_of("S-1", promises);
    request.insert(1, R"("valueCents":10000000,)");
    store.call("policy.adopt", own_table);
    store.call("contract.sign", request);
}

void realise(TestRegister& store, const std::string& members) {
    store.call("socialreturn.realise",
               R"({"organisation":"gm0344","reference":"S-1",)" + members + R"(,"today":"2028-12-31"})");
}

// Candidate a worked from 2027-12-01 for three months, and again from 2028-06-01, when the limit was used up; b three
// months, of half the hours. Of two invoices one was paid.
const std::string all_of_it =
    R"("placements":[{"reference":"a","block":"langdurig","started":"2027-12-01","hoursPerWeek":"36","halfMonths":6},)"
    R"({"reference":"a","block":"langdurig","started":"2028-06-01","hoursPerWeek":"36","halfMonths":4},)"
    R"({"reference":"b","block":"langdurig","started":"2028-03-01","hoursPerWeek":"18","halfMonths":6}],)"
    R"("invoices":[{"reference":"f1","on":"2027-12-31","cents":12345,"paid":true},)"
    R"({"reference":"f2","on":"2028-01-01","cents":99999}],"carriedInCents":70000)";

const std::string on_its_last_day = R"("organisation":"gm0344","reference":"S-1","today":"2028-12-31")";

}  // namespace

TEST_CASE("social return joins the sums, by the days worked and the day of the invoice", "[effect][social-return]") {
    TestRegister store;
    sign_social(store, "[]");
    CHECK(listed(store, on_its_last_day).empty());
    realise(store, all_of_it);
    // a: 12 000 x 3/12 = 3 000 over 91 days from 2027-12-01 to 2028-02-29, 31 of them in 2027: 1 021.978022, and
    // 1 978.021978; with the paid invoice 123.45 in 2027. b: 1 500 in 2028. What was carried in counts elsewhere.
    // Persons are two, of the year in which each began.
    const Listed sums{"plaatsingen social-return 2027 1", "plaatsingen social-return 2028 1",
                      "social-return-waarde social-return 2027 1145.428022",
                      "social-return-waarde social-return 2028 3478.021978",
                      "sociale-ondernemingen social-return 2027 123.45"};
    CHECK(listed(store, on_its_last_day) == sums);
    // Without a single promise it is found in the list of all contracts as well.
    CHECK(listed(store, R"("organisation":"gm0344","today":"2028-12-31")") == sums);
    // By 2027-12-31 one month was worked, EUR 1 000, and nothing of what came later is known.
    CHECK(listed(store, R"("organisation":"gm0344","today":"2027-12-31")") ==
          Listed{"plaatsingen social-return 2027 1", "social-return-waarde social-return 2027 1123.45",
                 "sociale-ondernemingen social-return 2027 123.45"});
    // All years together are what the statement says, less what was carried in: 5 323.45 - 700.
    const auto statement = store.call("socialreturn.statement", of_one("S-1", "2028-12-31"));
    CHECK(text_at(statement, "/realisedCents") == "532345");
    CHECK(listed(store, on_its_last_day + R"(,"effect":"social-return-waarde","per":[])") ==
          Listed{"social-return-waarde social-return 4623.45"});
    store.check_sound();
}

TEST_CASE("what a promise tells of the same effect is not counted twice, and it is said", "[effect][social-return]") {
    TestRegister store;
    sign_social(store, "[" + placed + "]");
    realise(store, all_of_it);
    store.call(
        "promise.observe",
        observing("S-1", R"([{"promise":1,"from":"2027-01-01","to":"2027-12-31","value":"4","source":"staat"}])"));
    const auto answer = store.call("effect.list", "{" + on_its_last_day + R"(,"effect":"plaatsingen"})");
    CHECK(text_at(answer, "/items/0/total") == "4");
    CHECK(text_at(answer, "/items/0/socialReturnLeftOut") == "1");  // candidate a
    CHECK(text_at(answer, "/items/1/total") == "0");
    CHECK(text_at(answer, "/items/1/complete") == "false");
    CHECK(text_at(answer, "/items/1/socialReturnLeftOut") == "1");  // candidate b
    const auto value = store.call("effect.list", "{" + on_its_last_day + R"(,"effect":"social-return-waarde"})");
    CHECK(text_at(value, "/items/0/total") == "1145.428022");  // no promise is measured by it
    CHECK(text_at(value, "/items/0/socialReturnLeftOut") == "(nothing)");
}

}  // namespace effect_test
