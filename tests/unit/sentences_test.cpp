// SPDX-License-Identifier: EUPL-1.2
// Numbers and amounts within sentences, as each language writes them.
#include "render/sentences.hpp"

#include <catch2/catch.hpp>

namespace sentences_test {

using mvoi::domain::Language;
using mvoi::render::sentence;

namespace {
const mvoi::render::Words placement{{"year", "50000"}, {"hours", "28.5"}, {"months", "9"}, {"amount", "1234567.8"}};
}

TEST_CASE("exact numbers and amounts in a sentence are written as its language does", "[sentences]") {
    CHECK(sentence(Language::Dutch, "social-return.placement", placement) ==
          "€ 50.000 per jaar, voor 28,5 van de 36 uur per week en 9 van de 12 maanden: € 1.234.567,80.");
    CHECK(sentence(Language::English, "social-return.placement", placement) ==
          "€ 50,000 a year, for 28.5 of the 36 hours a week and 9 of the 12 months: € 1,234,567.80.");
}

TEST_CASE("what is no number stays as it is, and a minus stands before the figure", "[sentences]") {
    CHECK(sentence(Language::Dutch, "social-return.invoice", {{"amount", "[zwartgelakt: Woo]"}}) ==
          "[zwartgelakt: Woo] zonder btw.");
    CHECK(sentence(Language::Dutch, "social-return.invoice", {{"amount", "-999"}}) == "€ -999 zonder btw.");
    CHECK(sentence(Language::Dutch, "social-return.invoice", {{"amount", "1e3"}}) == "1e3 zonder btw.");
    CHECK(sentence(Language::Dutch, "social-return.invoice", {{"amount", ""}}) == " zonder btw.");
}

TEST_CASE("a unit stands after its number as people write it, and a count has none", "[sentences]") {
    mvoi::render::Words asked = {
        {"target", "1200.5"}, {"unit", "ton-co2e"}, {"from", "2027-01-01"}, {"to", "2027-12-31"}};
    CHECK(sentence(Language::Dutch, "standing.asked-at-most", asked) ==
          "Gevraagd is ten hoogste 1.200,5 ton CO2e van 1 januari 2027 tot en met 31 december 2027.");
    CHECK(sentence(Language::English, "standing.asked-at-most", asked) ==
          "At most 1,200.5 tonnes CO2e is asked from 1 January 2027 up to and including 31 December 2027.");
    asked["target"] = "4";
    asked["unit"] = "aantal";
    CHECK(sentence(Language::Dutch, "standing.asked-at-most", asked) ==
          "Gevraagd is ten hoogste 4 van 1 januari 2027 tot en met 31 december 2027.");
    asked["unit"] = "[zwartgelakt: Woo]";
    CHECK(sentence(Language::Dutch, "standing.asked-at-most", asked) ==
          "Gevraagd is ten hoogste 4 [zwartgelakt: Woo] van 1 januari 2027 tot en met 31 december 2027.");
}

TEST_CASE("a notice is so many months, or one month", "[sentences]") {
    mvoi::render::Words notice = {
        {"number", "2"}, {"count", "3"}, {"unit", "months"}, {"date", "2026-10-01"}, {"start", "2027-01-01"}};
    CHECK(sentence(Language::Dutch, "term.option-notice-longer", notice) ==
          "Over optie 2 moet 3 maanden van tevoren worden besloten. Dat is uiterlijk op 1 oktober 2026, voor het begin "
          "op "
          "1 januari 2027.");
    notice["count"] = "1";
    CHECK(sentence(Language::English, "term.notice-longer", notice) ==
          "The notice period (1 month) is longer than the term: notice would be due by 1 October 2026, before the "
          "start on "
          "1 January 2027.");
}

TEST_CASE("a fault of the whole request has a subject too", "[sentences]") {
    const mvoi::render::Words nothing = {{"path", ""}, {"value", "null"}, {"accepted", "object"}};
    CHECK(sentence(Language::Dutch, "json.type", nothing).starts_with("Dit is een verkeerde soort waarde: null"));
    CHECK(sentence(Language::English, "json.type", nothing).starts_with("This is the wrong kind of value: null"));
}

TEST_CASE("days in a sentence are written in words, names that look like one are not", "[sentences]") {
    CHECK(sentence(Language::Dutch, "task.contracteinde", {{"date", "2027-12-01"}}) ==
          "Het contract eindigt op 1 december 2027. Rond af wat nog openstaat.");
    CHECK(sentence(Language::English, "task.contracteinde", {{"date", "2027-12-01"}}).find("1 December 2027") !=
          std::string::npos);
    CHECK(sentence(Language::Dutch, "tender.not-found", {{"value", "2027-12-01"}}) ==
          "Er is geen aanbesteding 2027-12-01 in dit register.");
    for (const char* other : {"2027-13-01", "2027-12", "x2027-12-01", "2027-12-011"})
        CHECK(sentence(Language::Dutch, "task.contracteinde", {{"date", other}}) ==
              "Het contract eindigt op " + std::string(other) + ". Rond af wat nog openstaat.");
}

TEST_CASE("where nothing is accepted the sentence says so", "[sentences]") {
    CHECK(sentence(Language::Dutch, "contract.no-lot", {{"value", "3"}, {"accepted", "-"}}) ==
          "Perceel 3 hoort niet bij deze aanbesteding. Mogelijk is: geen.");
}

TEST_CASE("codes are said by their labels where the words say of which vocabulary they are", "[sentences]") {
    const mvoi::render::Words words = {{"value", "award"},
                                       {"value:as", "phases"},
                                       {"current", "preparation"},
                                       {"current:as", "phases"},
                                       {"accepted", "consultation, publication"},
                                       {"accepted:as", "phases"}};
    const std::string said = sentence(Language::Dutch, "phase.not-next", words);
    CHECK(said.find("award") == std::string::npos);
    CHECK(said.find("consultation") == std::string::npos);
    CHECK(sentence(Language::Dutch, "json.enum",
                   {{"value", "\"x\""}, {"accepted", "openbaar, onbekend"}, {"accepted:with", "procedures"}}) ==
          "\"x\" is niet bekend. Mogelijk zijn: openbaar (Openbare procedure), onbekend (Nog niet bekend).");
}

}  // namespace sentences_test
