// SPDX-License-Identifier: EUPL-1.2
// The form of a supplier on a real register: it goes out, is filled in, and comes back as what was filled in.
#include "support/chance.hpp"
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
          "C-1;1;CO2-uitstoot: ten hoogste 40, van 1 januari 2027 tot en met 31 december 2027. In: Ton CO2-equivalent;"
          "2027-01-01;2027-03-31;ton-co2e;;;;;\r\n"
          "C-1;2;Leerlingen in uren: ten minste 1200, van 1 januari 2027 tot en met 31 december 2027. In: Uren;"
          "2027-01-01;2027-03-31;uren;;;;;\r\n");
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
    list = filled(list, 2, "100;urenstaat;2;geraamd;");
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
    CHECK(rest.find("2027-06-30") == std::string::npos);  // nobody can say yet what that quarter will come to
    CHECK(form(store, R"(,"until":"2027-06-30")").find("2027-06-30") != std::string::npos);
    store.check_sound();
}

TEST_CASE("regression: a form asked for a quarter that was not over, and its import refused it", "[form]") {
    Chance chance(7);
    for (int round = 0; round < 12; ++round) {
        TestRegister store;
        sign(store);
        store.call("contract.change",
                   of_one("C-1", "2026-11-22",
                          R"("promises":[{"number":1,"theme":"klimaat","unit":"ton-co2e","demand":"ten-hoogste",)"
                          R"("target":"40","checked":"maand"},{"theme":"milieu","text":"Eenmalig","unit":"aantal",)"
                          R"("target":"1","shape":"eenmalig","by":"2027-06-30"},{"theme":"circulair","unit":"procent",)"
                          R"("target":"30","gather":"laatste","period":"jaar"}])"));
        const std::string day = "2027-" + std::string(chance.below(2) ? "0" : "1") + std::to_string(chance.below(3)) +
                                "-" + std::to_string(10 + chance.below(19));
        if (day.find("-00-") != std::string::npos) continue;
        std::string list = text_at(store.call("promise.form", of_one("C-1", day, R"("format":"csv")")), "/body");
        INFO(day << "\n" << list);
        int rows = 0;
        for (std::size_t at = list.find(";;;;;\r\n"); at != std::string::npos; at = list.find(";;;;;\r\n", at), ++rows)
            list.replace(at, 5, ";1;opgave;;gemeten;");
        const auto answer = store.call("register.import", request({{"/format", "csv"},
                                                                   {"/content", "waarnemingen"},
                                                                   {"/organisation", "gm0344"},
                                                                   {"/text", list},
                                                                   {"/today", day}}));
        CHECK(text_at(answer, "/added") == std::to_string(rows));
        CHECK(text_at(answer, "/refused") == "0");
    }
}

TEST_CASE("the same form is the same workbook, byte for byte", "[form]") {
    TestRegister store;
    sign(store);
    const std::string request = of_one("C-1", "2027-05-01", R"(,"format":"xlsx")");
    const auto one = store.call("promise.form", request);
    CHECK(text_at(one, "/rows") == "2");
    CHECK(text_at(one, "/base64").starts_with("UEsD"));
    CHECK(text_at(store.call("promise.form", request), "/base64") == text_at(one, "/base64"));
}

}  // namespace form_test
