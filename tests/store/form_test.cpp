// SPDX-License-Identifier: EUPL-1.2
// The form of a supplier on a real register: it goes out, is filled in, and comes back as what was filled in.
#include "support/register.hpp"

namespace form_test {

namespace {

const std::string of_contract = R"("organisation":"gm0344","reference":"C-1")";

void sign(TestRegister& store) {
    store.call("contract.sign", signing(R"([{"theme":"klimaat","kpi":"co2-uitstoot","target":"40","clause":"7"},)"
                                        R"({"theme":"social-return","text":"Leerlingen in uren","unit":"uren",)"
                                        R"("target":"1200"}])",
                                        {{"/title", "Vervoer"}}));
}

std::string form(TestRegister& store, const std::string& more = "") {
    return text_at(store.call("promise.form", of_one("C-1", "2027-05-01", R"("format":"csv")" + more)), "/body");
}

mvoi::json::Value import(TestRegister& store, const std::string& list) {
    return store.call("register.import", request({{"/format", "csv"},
                                                  {"/content", "waarnemingen"},
                                                  {"/organisation", "gm0344"},
                                                  {"/text", list},
                                                  {"/today", "2027-08-01"}}));
}

// Fills the empty value of the nth row below the header, and what stands behind it.
std::string filled(std::string text, int row, const std::string& cells) {
    std::size_t at = 0;
    for (int i = 0; i < row; ++i) at = text.find("\r\n", at) + 2;
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(text.substr(end - 5, 5) == ";;;;;");
    return text.replace(end - 4, 4, cells);
}

}  // namespace

TEST_CASE("a form goes out in the language of the session, with headers that come back", "[form]") {
    TestRegister store;
    sign(store);
    CHECK(form(store) ==
          "\xEF\xBB\xBF"
          "contract;belofte;wat;van;tot en met;eenheid;waarde;bron;personen;geraamd;opmerking\r\n"
          "C-1;1;CO2-uitstoot: ten hoogste 40, van 2027-01-01 tot en met 2027-12-31. In: Ton CO2-equivalent;"
          "2027-01-01;2027-03-31;ton-co2e;;;;;\r\n"
          "C-1;1;CO2-uitstoot: ten hoogste 40, van 2027-01-01 tot en met 2027-12-31. In: Ton CO2-equivalent;"
          "2027-04-01;2027-06-30;ton-co2e;;;;;\r\n"
          "C-1;2;Leerlingen in uren: ten minste 1200, van 2027-01-01 tot en met 2027-12-31. In: Uren;"
          "2027-01-01;2027-03-31;uren;;;;;\r\n"
          "C-1;2;Leerlingen in uren: ten minste 1200, van 2027-01-01 tot en met 2027-12-31. In: Uren;"
          "2027-04-01;2027-06-30;uren;;;;;\r\n");
    store.caller.language = mvoi::domain::Language::English;
    const std::string english = form(store, R"(,"promises":[2])");
    CHECK(english.find("contract;promise;what;from;to;unit;value;source;persons;estimated;note\r\n") == 3);
    CHECK(counts(import(store, filled(english, 1, "12.5;timesheet;3;estimated;"))) == "1 0 0 0");
    CHECK(store.refusal("promise.form", "{" + of_contract + R"(,"format":"csv","promises":[9]})") ==
          std::set<std::string>{"observation.no-promise"});
    const auto answer = store.call("promise.form", of_one("C-1", "2026-12-01", R"(,"format":"csv")"));
    CHECK(text_at(answer, "/rows") == "0");
    CHECK(text_at(answer, "/fileName") == "statement-c-1-2026-12-01.csv");
}

TEST_CASE("a filled form is put down as typed, and again changes nothing", "[form]") {
    TestRegister store;
    sign(store);
    std::string list = filled(form(store), 1, "1,2340;brandstofpas;;;tot en met maart");
    list = filled(list, 3, "100;urenstaat;2;geraamd;");
    CHECK(counts(import(store, list)) == "2 0 0 0");
    const std::string head = store.head();
    CHECK(counts(import(store, list)) == "0 0 2 0");
    // Observations go out as they came in, and come back as the same.
    const std::string all = form(store, R"(,"all":true)");
    CHECK(all.find("2027-03-31;ton-co2e;1,2340;brandstofpas;;gemeten;\r\n") != std::string::npos);
    CHECK(all.find("2027-03-31;uren;100;urenstaat;2;geraamd;\r\n") != std::string::npos);
    CHECK(counts(import(store, all)) == "0 0 2 0");
    CHECK(store.head() == head);
    const std::string rest = form(store);
    CHECK(rest.find("2027-03-31") == std::string::npos);
    CHECK(rest.find("2027-06-30") != std::string::npos);
    store.check_sound();
}

TEST_CASE("the same form is the same workbook, byte for byte", "[form]") {
    TestRegister store;
    sign(store);
    const std::string request = of_one("C-1", "2027-05-01", R"(,"format":"xlsx")");
    const auto one = store.call("promise.form", request);
    CHECK(text_at(one, "/rows") == "4");
    CHECK(text_at(one, "/base64").starts_with("UEsD"));
    CHECK(text_at(store.call("promise.form", request), "/base64") == text_at(one, "/base64"));
}

}  // namespace form_test
