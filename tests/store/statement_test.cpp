// SPDX-License-Identifier: EUPL-1.2
// The statement of a contract through contract.statement, on a real register: a contract with everything in it, as
// data, as a page and as CSV, for the organisation and for its supplier.
#include <Poco/AutoPtr.h>
#include <Poco/DOM/DOMParser.h>
#include <Poco/DOM/Document.h>

#include <clocale>
#include <fstream>

#include "domain/laws.hpp"
#include "support/cases.hpp"
#include "support/pages.hpp"
#include "support/plans.hpp"
#include "support/register.hpp"
#include "support/stated.hpp"

namespace statement_test {

using mvoi::json::Value;

namespace {

using stated::named;
using stated::on;
void fill(TestRegister& store) {
    for (const auto& [operation, request] : stated::calls()) store.call(operation, request);
}

Value statement(TestRegister& store, const std::string& more = "", const std::string& day = "2028-02-01") {
    return *store.call("contract.statement", on(day, more)).find("statement");
}

std::string body(TestRegister& store, const std::string& format, const std::string& more = "",
                 const std::string& day = "2028-02-01") {
    return store.call("contract.statement", on(day, R"(,"format":")" + format + "\"" + more)).text_or("body");
}

std::string text_of_page(const std::string& html) {
    auto document = pages::parse(html);
    return pages::elements(*document, "body").at(0)->innerText();
}

// Every sentence, text and name of the data; codes, days and numbers are shown by their words.
void collect(const Value& value, const std::string& name, std::set<std::string>& texts) {
    static const std::set<std::string> told = {"sentence",        "sentences", "text",  "title",     "name",
                                               "label",           "clause",    "proof", "criterion", "reference",
                                               "source",          "issuer",    "where", "sha256",    "by",
                                               "consequence",     "reason",    "law",   "withdrawn", "organisation",
                                               "tenderReference", "number"};
    if (const auto* members = value.object())
        for (const auto& each : *members) collect(each.value, each.name, texts);
    if (const auto* items = value.list())
        for (const auto& each : *items) collect(each, name, texts);
    if (value.text() && told.contains(name) && !mvoi::domain::parse_date(*value.text())) texts.insert(*value.text());
}

std::vector<std::string> lines_of(const std::string& csv) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < csv.size();) {
        const std::size_t to = csv.find("\r\n", from);
        REQUIRE(to != std::string::npos);
        lines.push_back(csv.substr(from, to - from));
        from = to + 2;
    }
    return lines;
}

}  // namespace

TEST_CASE("a contract is stated with everything that was asked, promised and shown", "[statement]") {
    TestRegister store;
    fill(store);
    const Value whole = statement(store);
    CHECK(text_at(whole, "/tenderReference") == "T-1");
    CHECK(text_at(whole, "/suppliers/1/name") == "Zout NV");
    CHECK(text_at(whole, "/people/jurist") == "A. Smit");
    CHECK(text_at(whole, "/themes/0/theme") == "klimaat");
    CHECK(text_at(whole, "/themes/0/level") == "2");
    CHECK(text_at(whole, "/themes/0/criteria/0/number") == "18.010");
    CHECK(text_at(whole, "/themes/0/criteria/1/kind") == "gunningscriterium");
    CHECK(text_at(whole, "/themes/0/offered/0/scored") == "25");
    Rules outcomes;
    for (const auto& each : mvoi::json::at(whole, "/themes/0")->list_or_empty("thread"))
        outcomes.insert(each.text_or("outcome"));
    CHECK(outcomes.contains("verdwenen"));
    CHECK(outcomes.contains("verzwakt"));
    CHECK(text_at(whole, "/themes/0/promises/0/consequence") == "Boete van 1 procent.");
    CHECK(text_at(whole, "/themes/0/promises/0/observations/0/value") == "40.5");
    CHECK(text_at(whole, "/themes/0/promises/0/observations/2") == "(nothing)");  // taken back
    CHECK(text_at(whole, "/themes/0/promises/1/observations/0/estimated") == "true");
    CHECK(text_at(whole, "/themes/1/promises/1/ratings/0/rating") == "verbetering-nodig");
    CHECK(text_at(whole, "/themes/1/promises/1/ratings/1/by") == "A. Smit");
    CHECK(text_at(whole, "/documents/1/withdrawn") == "bleek van Piet");
    CHECK(text_at(whole, "/instruments/0/value") == "2");
    CHECK(text_at(whole, "/socialReturn/rows/0/reference") == "k-007");
    CHECK(text_at(whole, "/course/end/date") == "2028-12-31");
    CHECK(text_at(whole, "/effects/0/effect") == "co2-vermeden");
}

TEST_CASE("the figures of a statement are those computed by hand", "[statement]") {
    TestRegister store;
    fill(store);
    for (const Case& each : read_cases("statements.txt")) {
        INFO(each.title);
        const Value whole = statement(store, "", each.lines.at(0).at(1));
        for (std::size_t i = 1; i < each.lines.size(); ++i) {
            const auto& line = each.lines[i];
            INFO(line.at(0));
            CHECK(text_at(whole, line.at(0)) == line.at(1));
        }
    }
}

TEST_CASE("the days asked choose observations and nothing else", "[statement]") {
    TestRegister store;
    fill(store);
    const Value all = statement(store), some = statement(store, R"(,"from":"2027-07-01","to":"2027-12-31")");
    CHECK(text_at(some, "/themes/0/promises/0/observations/0/value") == "80");
    CHECK(text_at(some, "/themes/0/promises/0/observations/1") == "(nothing)");
    CHECK(text_at(some, "/themes/0/promises/0/marks") == text_at(all, "/themes/0/promises/0/marks"));
    CHECK(text_at(some, "/counts") == text_at(all, "/counts"));
    CHECK(text_at(some, "/effects") == text_at(all, "/effects"));
    CHECK(store.refusal("contract.statement", on("2028-02-01", R"(,"from":"2028-01-02","to":"2028-01-01")")) ==
          Rules{"statement.days-upside-down"});
    CHECK(store.refusal("contract.statement", R"({"organisation":"gm0344","reference":"C-9"})") ==
          Rules{"contract.not-found"});
    CHECK(store.refusal("contract.statement", on("2028-02-01", R"(,"audience":"iedereen")")) == Rules{"json.enum"});
}

TEST_CASE("the page says what the data say", "[statement]") {
    TestRegister store;
    fill(store);
    for (const char* audience : {"intern", "leverancier"})
        for (const auto language : {mvoi::domain::Language::Dutch, mvoi::domain::Language::English}) {
            store.caller.language = language;
            const std::string more = R"(,"audience":")" + std::string(audience) + "\"";
            const Value whole = statement(store, more);
            const std::string html = body(store, "html", more), text = text_of_page(html);
            std::set<std::string> texts;
            collect(whole, "", texts);
            CHECK(texts.size() > 60);
            for (const std::string& each : texts) {
                INFO(audience << ": " << each);
                CHECK(text.find(mvoi::domain::sources_elsewhere(each)) != std::string::npos);
            }
            CHECK(text.find(language == mvoi::domain::Language::Dutch ? "Niet aangetoond" : "Not shown") !=
                  std::string::npos);
            auto document = pages::parse(html);
            pages::check_headings(*document);
            pages::check_references(*document);
            pages::check_self_contained(*document, {"h4", "blockquote", "table", "caption", "colgroup", "col", "thead",
                                                    "tbody", "tr", "th", "td", "path", "footer"});
        }
}

TEST_CASE("a supplier sees nothing that is the organisation's own", "[statement]") {
    TestRegister store;
    fill(store);
    const std::string more = R"(,"audience":"leverancier")";
    const std::string intern = mvoi::json::write(statement(store)) + body(store, "html");
    std::string supplier =
        mvoi::json::write(statement(store, more)) + body(store, "html", more) + body(store, "csv", more);
    for (const char* own : {"N. de Vries", "A. Smit", "K. Kijker", "te weinig gebeld", "zaak 12", "bleek van Piet",
                            "73", "74", "ontractmanager", "minutesPerYear", "ratingDue"}) {
        INFO(own);
        CHECK(intern.find(own) != std::string::npos);
    }
    // Fingerprints and numbers of the register may hold any digits; a minute stands as a word of its own.
    for (const char* own :
         {"N. de Vries", "A. Smit", "K. Kijker", "te weinig gebeld", "zaak 12", "bleek van Piet", "ontractmanager",
          "inutesPerYear", "ratingDue", ">73<", ">74<", ":73,", ":74,", "van Jan"}) {
        INFO(own);
        CHECK(supplier.find(own) == std::string::npos);
    }
    for (const char* told : {"Strooi BV", "Boete van 1 procent.", "k-007", "verbetering-nodig", "toShow"}) {
        INFO(told);
        CHECK(supplier.find(told) != std::string::npos);
    }
    CHECK_FALSE(statement(store, more).list_or_empty("toShow").empty());
}

TEST_CASE("what was blacked out is in no form of a statement", "[statement][redact]") {
    TestRegister store;
    fill(store);
    const std::string entry = text_at(statement(store), "/entry");
    for (const char* member :
         {"/facts/contract/people/jurist", "/facts/contract/promises/0/text", "/facts/contract/suppliers/0/name"})
        store.call("journal.redact",
                   R"({"entry":)" + entry + R"(,"member":")" + member + R"(","ground":"AVG art. 17"})");
    for (const char* audience : {"intern", "leverancier"}) {
        const std::string more = R"(,"audience":")" + std::string(audience) + "\"";
        const std::string all =
            mvoi::json::write(statement(store, more)) + body(store, "html", more) + body(store, "csv", more);
        for (const char* gone : {"Hoogstens 100 kilo", "Strooi BV"}) {
            INFO(gone);
            CHECK(all.find(gone) == std::string::npos);
        }
    }
    store.check_sound();
}

TEST_CASE("a statement as CSV has a row for each promise and observation", "[statement][csv]") {
    TestRegister store;
    fill(store);
    store.call("contract.change", on("2028-01-20", R"(,"suppliers":[{"name":"=cmd|' /C calc'!A0"}])"));
    const std::string csv = body(store, "csv");
    const auto lines = lines_of(csv);
    REQUIRE(lines.size() == 6);
    CHECK(lines[0] ==
          "contract;leverancier;nummer;thema;belofte;eis;doel;eenheid;stand;getoond;vereist;verwacht;te tonen "
          "uiterlijk;eerste dag;laatste dag;waarneming;eenheid van de waarneming;gemeten of geraamd;bron");
    CHECK(lines[1].starts_with("C-1;'=cmd|' /C calc'!A0;1;"));
    CHECK(lines[1].ends_with(";2027-01-01;2027-06-30;40,5;Kilogram;gemeten;meter"));
    CHECK(lines[2].ends_with(";2027-07-01;2027-12-31;80;Kilogram;gemeten;meter"));
    CHECK(lines[3].ends_with(";0;Ton CO2-equivalent;geraamd;raming"));
    CHECK(lines[4].find(";Niet aangetoond;;") != std::string::npos);  // never a zero
    CHECK(lines[4].ends_with(";;;;;niet aangetoond;"));
    store.caller.language = mvoi::domain::Language::English;
    CHECK(lines_of(body(store, "csv"))[1].ends_with(";40.5;Kilogram;measured;meter"));
}

TEST_CASE("a statement is the same bytes on the same day", "[statement]") {
    TestRegister store;
    fill(store);
    const std::string before = body(store, "html") + body(store, "csv") + mvoi::json::write(statement(store));
    const std::string old = std::setlocale(LC_ALL, nullptr);
    for (const char* locale : {"de_DE.UTF-8", "tr_TR.UTF-8", "C.UTF-8"}) {
        std::setlocale(LC_ALL, locale);
        store.reopen();
        CHECK(body(store, "html") + body(store, "csv") + mvoi::json::write(statement(store)) == before);
    }
    std::setlocale(LC_ALL, old.c_str());
    CHECK(before.find("<schuiven>") == before.find("<schuiven>\""));  // in the data, never as markup
}

TEST_CASE("a contract without anything is stated as such", "[statement]") {
    TestRegister store;
    store.call("contract.sign", "{" + named +
                                    R"(,"title":"Papier","kind":"levering","term":{"start":"2027-01-01"},)"
                                    R"("today":"2026-11-21"})");
    const Value whole = statement(store);
    CHECK(text_at(whole, "/counts/promises") == "0");
    CHECK(text_at(whole, "/socialReturn") == "(nothing)");
    CHECK(text_at(whole, "/toShow") == "[]");
    CHECK(text_of_page(body(store, "html")).find("Dit contract bevat geen beloften.") != std::string::npos);
    CHECK(lines_of(body(store, "csv")).size() == 1);
}

TEST_CASE("what a statement reads does not grow with the register", "[statement][store]") {
    TestRegister store;
    fill(store);
    for (const char* query :
         {"contract_by_uuid", "contract_by_reference", "tender_by_uuid", "journal_get", "policy_in_force",
          "policy_list", "observation_of_contract", "rating_of_contract", "evidence_of_contract",
          "evidence_of_promises", "evidence_holders", "realisation_of_contract"}) {
        INFO(query);
        const auto steps = plan_of(store, query);
        CHECK_FALSE(steps.empty());
        for (const std::string& step : steps) {
            INFO(step);
            CHECK_FALSE(is_whole_scan(step));
        }
    }
}

}  // namespace statement_test
