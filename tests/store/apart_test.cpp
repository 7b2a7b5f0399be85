// SPDX-License-Identifier: EUPL-1.2
// No page contradicts itself: this period apart from the past, estimated apart from measured, what was submitted apart
// from what came of it, and a supplier's papers apart from the organisation's own.
#include "support/pages.hpp"
#include "support/reviews.hpp"
#include "support/stated.hpp"

namespace apart_test {

using namespace reviews;

namespace {

std::string page_text(const std::string& html) {
    auto document = pages::parse(html);
    return pages::elements(*document, "body").at(0)->innerText();
}

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

void sign(TestRegister& store, const std::string& promise) {
    store.call("contract.sign", request({{"/organisation", "gm0344"},
                                         {"/reference", "C-1"},
                                         {"/title", "Vervoer"},
                                         {"/kind", "dienst"},
                                         {"/term/start", "2023-01-01"},
                                         {"/term/months", 60},
                                         {"/today", "2022-12-01"},
                                         {"/promises", as_json("[" + promise + "]")}}));
}

void observe(TestRegister& store, const std::string& from, const std::string& to, const std::string& value,
             bool estimated = false) {
    store.call("promise.observe",
               of_one("C-1", "2026-12-01",
                      R"("observations":[{"promise":1,"source":"opgave","from":")" + from + R"(","to":")" + to +
                          R"(","value":")" + value + '"' + (estimated ? R"(,"estimated":true)" : "") + "}]"));
}

mvoi::json::Value standing(TestRegister& store) {
    return *mvoi::json::at(store.call("contract.get", of_one("C-1", "2026-12-01")), "/promises/0/standing");
}

std::string sentences(const mvoi::json::Value& value) {
    std::string all;
    for (const auto& each : value.list_or_empty("sentences")) all += *each.text() + " ";
    return all;
}

std::string statement(TestRegister& store, const std::string& audience) {
    return page_text(
        text_at(store.call("contract.statement",
                           of_one("C-1", "2026-12-01", R"("format":"html","audience":")" + audience + '"')),
                "/body"));
}

const std::string tons = R"({"theme":"klimaat","unit":"ton-co2e","demand":"ten-hoogste","target":"120"})";

}  // namespace

TEST_CASE("regression: an old gap hid that a promise is on course today", "[statement]") {
    TestRegister store;
    sign(store, tons);
    for (const char* quarter : {"01-01/03-31", "04-01/06-30", "07-01/09-30"})
        observe(store, "2026-" + std::string(quarter).substr(0, 5), "2026-" + std::string(quarter).substr(6), "25");
    const auto stands = standing(store);
    CHECK(text_at(stands, "/stand") == "niet-aangetoond");
    CHECK(text_at(stands, "/now/stand") == "op-koers");
    CHECK(text_at(stands, "/now/from") == "2026-01-01");
    CHECK(text_at(stands, "/past/periods") == "3");
    CHECK(text_at(stands, "/past/notShown") == "3");
    CHECK(text_at(stands, "/past/from") == "2023-01-01");
    CHECK(text_at(stands, "/past/to") == "2025-12-31");
    CHECK(says(sentences(*stands.find("now")), "In deze periode ligt de belofte op koers."));
    const std::string page = statement(store, "intern");
    CHECK(says(page, "Nu: Op koers"));
    CHECK(says(page, "Eerder: Niet aangetoond"));
    CHECK(says(page, "Bij 1 belofte is een eerdere periode niet aangetoond of gemist."));
    // Nothing before it: there is nothing to keep apart.
    TestRegister other;
    sign(other, R"({"theme":"klimaat","unit":"ton-co2e","demand":"ten-hoogste","target":"120","from":"2026-01-01"})");
    CHECK(text_at(standing(other), "/now") == "(nothing)");
}

TEST_CASE("regression: what was estimated was called measured", "[statement]") {
    const auto said = [](std::initializer_list<bool> estimated) {
        TestRegister store;
        sign(store,
             R"({"theme":"klimaat","unit":"ton-co2e","demand":"ten-hoogste","target":"120","from":"2026-01-01"})");
        int month = 1;
        for (const bool each : estimated) {
            const std::string begin = "2026-0" + std::to_string(month);
            observe(store, begin + "-01", begin + "-28", month == 1 ? "58.1" : "36.9", each);
            ++month;
        }
        return sentences(standing(store));
    };
    CHECK(says(said({false, false}), "Gemeten is 95 ton CO2e"));
    CHECK(says(said({true, true}), "Geraamd is 95 ton CO2e"));
    const std::string both = said({false, true});
    CHECK(says(both, "Getoond is 95 ton CO2e"));
    CHECK(says(both, "58,1 gemeten en 36,9 geraamd"));
    CHECK_FALSE(says(both, "Gemeten is"));
}

TEST_CASE("numbers of a statement are rounded as their unit asks", "[statement]") {
    TestRegister store;
    sign(store, R"({"theme":"social-return","unit":"aantal","demand":"ten-minste","target":"4","period":"jaar"})");
    observe(store, "2026-01-01", "2026-03-31", "1");
    const std::string page = statement(store, "intern");
    CHECK(says(page, "vereist ten minste 3,67"));  // 4 x 335 / 365 = 3,671233
    CHECK_FALSE(says(page, "3,671"));
    TestRegister money;
    sign(money, R"({"theme":"social-return","unit":"euro","demand":"ten-minste","target":"35000","period":"jaar"})");
    observe(money, "2026-01-01", "2026-03-31", "100.55");
    const std::string euros = statement(money, "intern");
    CHECK(says(euros, "32.123,29"));
    CHECK_FALSE(says(euros, "32.123,287"));
    CHECK(says(euros, "100,55"));
}

TEST_CASE("the papers of a supplier speak to the supplier", "[statement]") {
    TestRegister store;
    for (const auto& [operation, request] : stated::calls()) store.call(operation, request);
    for (const char* format : {"html", "json", "csv"})
        for (const char* day : {"2027-02-01", "2028-02-01", "2030-02-01"}) {
            const auto answer =
                store.call("contract.statement",
                           stated::on(day, R"(,"audience":"leverancier","format":")" + std::string(format) + '"'));
            const std::string text = mvoi::json::write(answer);
            for (const char* order : {"leg het vast", "Vraag het", "Vraag een", "Vraag om", "Vraag ze", "Spreek af",
                                      "Laat het opnieuw", "Laat iemand", "method of libmvoi", "Ga na"}) {
                INFO(format << " " << day << " " << order);
                CHECK_FALSE(says(text, order));
            }
        }
    const std::string own =
        text_at(store.call("contract.statement", stated::on("2028-02-01", R"(,"format":"html")")), "/body");
    CHECK_FALSE(says(own, "method of libmvoi"));
    CHECK(says(own, "Vraag"));  // what there is to do is said to the organisation itself
}

TEST_CASE("regression: a dossier with an akkoord said that it had not been submitted", "[review]") {
    TestRegister store;
    store.call("policy.adopt", board_policy);
    store.call("tender.start", ready("1", explained("geen-aanbod", no_supply, signed_off)));
    const std::string review = ask(store, "1");
    store.call("review.answer", of(review, R"(,"verdict":"akkoord")" + by("E. Mol", "inkoopadviseur"), "2026-12-02"));
    store.call("review.answer",
               of(review,
                  R"(,"verdict":"akkoord-mits","conditions":["Vraag de markt opnieuw."])" + by("F. Ree", "tenderboard"),
                  "2026-12-03"));
    const std::string page = page_text(
        text_at(store.call("review.dossier", R"({"review":")" + review + R"(","format":"html","today":"2026-12-04"})"),
                "/body"));
    CHECK(says(page, "Akkoord, mits"));
    CHECK(says(page, "Zoals voorgelegd op 1 december 2026"));
    CHECK(says(page, "Dit is er sindsdien over gezegd."));
    CHECK_FALSE(says(page, "nog niet voorgelegd"));
    CHECK_FALSE(says(page, "moet worden getoetst"));
}

TEST_CASE("regression: findings stopped publication on a page whose policy only reports", "[review]") {
    TestRegister store;
    store.call("policy.adopt", plain_policy);
    store.call("tender.start", ready("1", R"({"theme":"milieu","state":"undecided"})"));
    const std::string page =
        page_text(text_at(store.call("review.dossier", named("1", R"(,"format":"html")")), "/body"));
    CHECK(says(page, "publicatie tegenhouden als het beleid blokkerend was"));
    CHECK_FALSE(says(page, "houdt publicatie tegen"));
    CHECK_FALSE(says(page, "Houdt publicatie tegen"));
    store.call("policy.adopt", board_policy);
    const std::string strict =
        page_text(text_at(store.call("review.dossier", named("1", R"(,"format":"html")")), "/body"));
    CHECK(says(strict, "houden publicatie tegen"));
}

}  // namespace apart_test
