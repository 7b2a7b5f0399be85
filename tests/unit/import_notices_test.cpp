// SPDX-License-Identifier: EUPL-1.2
// Notices of TED: what each form says, what is odd in real ones, and lines that are none.
#include <catch2/catch.hpp>
#include <random>

#include "import_support.hpp"
#include "intake/notice/notices.hpp"

namespace {

using namespace mvoi;
using namespace mvoi::intake;
using domain::Phase;
using import_test::Rules;
using import_test::rules_of;

std::vector<Row> read(const std::string& text, const std::string& organisation = "") {
    std::istringstream input(text);
    const auto source = notices(input, organisation);
    return import_test::rows_of(*source);
}

// A notice that has what is needed, with these members in place of its own ("null" takes one away).
std::string notice(const std::string& changes = "{}") {
    json::Value base = json::parse(R"({"notice_id": "1-2022", "form": "F02", "document_type": {"code": "3"},
        "contract_nature": {"code": "4"}, "procedure_type": "PT_OPEN", "date_dispatch": "2022-03-09",
        "date_published": "2022-03-14", "buyer": {"name": "Gemeente Ede", "national_id": "12345678"},
        "objects": [{"title": "Schoonmaak", "cpv_main": "90910000", "lots": [{"item": "1"}]}]})");
    json::Value merged;
    const json::Value change = json::parse(changes);
    for (const json::Member& member : *base.object())
        if (!change.find(member.name)) merged.add(member.name, member.value);
    for (const json::Member& member : *change.object())
        if (!member.value.is_null()) merged.add(member.name, member.value);
    return json::write(merged) + "\n";
}

Row one(const std::string& changes = "{}", const std::string& organisation = "") {
    const auto rows = read(notice(changes), organisation);
    REQUIRE(rows.size() == 1);
    return rows[0];
}

Row object(const std::string& members) {
    return one(R"({"objects": [)" + members + "]}");
}

std::string planned(const Row& row, std::string_view member) {
    const json::Value* planning = row.request.find("planning");
    const json::Value* date = planning ? planning->find(member) : nullptr;
    if (!date) return "";
    return date->text() ? *date->text() : date->text_or("date") + " " + date->text_or("certainty");
}

}  // namespace

TEST_CASE("a notice becomes a row", "[import]") {
    const Row row = one(R"({"deadline_tenders": "2022-05-01"})");
    CHECK(row.line == 1);
    CHECK(row.source == "ted:1-2022");
    CHECK(row.phase == Phase::Publication);
    CHECK(row.started_on == domain::Date(2022, 3, 9));
    CHECK(row.faults.empty());
    CHECK(row.warnings.empty());
    CHECK(json::write(row.request) ==
          R"({"organisation":"nl-12345678","reference":"1-2022","title":"Schoonmaak","kind":"dienst",)"
          R"("cpv":["90910000"],"procedure":"openbaar","planning":{"publication":{"date":"2022-03-14",)"
          R"("certainty":"vast"},"submission":{"date":"2022-05-01","certainty":"vast"}}})");
}

TEST_CASE("several objects are several rows", "[import]") {
    const auto rows = read(notice(R"({"objects": [{"title": "a"}, {"title": "b"}, 7]})") + notice());
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].source == "ted:1-2022/1");
    CHECK(rows[1].request.text_or("reference") == "1-2022/2");
    CHECK(rows[1].request.text_or("title") == "b");
    CHECK(rows[1].line == 1);
    CHECK(rules_of(rows[2].faults) == Rules{"import.not-object"});
    CHECK(rows[2].faults[0].path == "/objects/2");
    CHECK(rows[3].line == 2);
}

TEST_CASE("lines that are no notices are refused, and reading goes on", "[import]") {
    std::string text = "\xEF\xBB\xBF" + notice();
    text.insert(text.size() - 1, "\r");
    text += "\r\n  \n";                                            // 2, 3: blank
    text += "not JSON\n";                                          // 4
    text += "[1]\n";                                               // 5
    text += "\"text\"\n";                                          // 6
    text += "{\"notice_id\": \"caf\xE9\"}\n";                      // 7
    text += "{\"a\": 1, \"a\": 2}\n";                              // 8
    text += "{\"a\": \"\\u0000\"}\n";                              // 9
    text += std::string(40, '[') + std::string(40, ']') + "\n";    // 10
    text += "{\"notice_id\": \"9-2022\"}\n";                       // 11
    text += "{\"objects\": []}\n";                                 // 12
    text += "{\"x\": \"" + std::string(5'000'000, 'x') + "\"}\n";  // 13
    text += notice().substr(0, 100) + "\n";                        // 14: broken off
    text += notice();                                              // 15
    text.pop_back();                                               // without its end
    const auto rows = read(text);
    const std::vector<std::pair<std::int64_t, Rules>> expected{{1, {}},
                                                               {4, {"import.json-syntax"}},
                                                               {5, {"import.not-object"}},
                                                               {6, {"import.not-object"}},
                                                               {7, {"import.json-utf8"}},
                                                               {8, {"import.json-duplicate"}},
                                                               {9, {"import.json-nul"}},
                                                               {10, {"import.json-depth"}},
                                                               {11, {"import.objects-missing"}},
                                                               {12, {"import.objects-missing"}},
                                                               {13, {"import.line-too-long"}},
                                                               {14, {"import.json-syntax"}},
                                                               {15, {}}};
    REQUIRE(rows.size() == expected.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        INFO("line " << expected[i].first);
        CHECK(rows[i].line == expected[i].first);
        CHECK(rules_of(rows[i].faults) == expected[i].second);
    }
    CHECK(rows[8].source == "ted:9-2022");
    CHECK(read("").empty());
    CHECK(read("\n\n").empty());
}

TEST_CASE("what a tender cannot do without is missed", "[import]") {
    CHECK(rules_of(one(R"({"notice_id": null})").faults) == Rules{"import.reference-missing"});
    CHECK(rules_of(one(R"({"notice_id": "  "})").faults) == Rules{"import.reference-missing"});
    CHECK(rules_of(one(R"({"buyer": null})").faults) == Rules{"import.organisation-missing"});
    CHECK(rules_of(one(R"({"contract_nature": null})").faults) == Rules{"import.kind-missing"});
    CHECK(rules_of(one(R"({"contract_nature": {"code": "9"}})").faults) == Rules{"import.kind-unknown"});
    CHECK(rules_of(object(R"({"lots": []})").faults) == Rules{"import.title-missing"});
    CHECK(rules_of(one(R"({"date_dispatch": null, "date_published": null})").faults) == Rules{"import.notice-date"});
    CHECK(one(R"({"date_dispatch": null})").started_on == domain::Date(2022, 3, 14));
    CHECK(one(R"({"date_dispatch": "gisteren"})").started_on == domain::Date(2022, 3, 14));
    const Row odd = one(R"({"notice_id": {}, "form": [], "document_type": 3, "contract_nature": [], "procedure_type": 1,
        "buyer": "Ede", "objects": [{"title": 5, "cpv_main": {}, "contract_type": [], "lots": "x",
        "estimated_value": 4, "planned_notice_date": true}], "awards": [1], "deadline_tenders": []})");
    CHECK(rules_of(odd.faults) ==
          Rules{"import.organisation-missing", "import.reference-missing", "import.kind-missing"});
}

TEST_CASE("numbers are ids too", "[import]") {
    const Row row = one(R"({"notice_id": 12, "buyer": {"national_id": 12345678}})");
    CHECK(row.request.text_or("reference") == "12");
    CHECK(row.request.text_or("organisation") == "nl-12345678");
}

TEST_CASE("buyers get a code", "[import]") {
    const auto code = [](const std::string& buyer) {
        return one(R"({"buyer": )" + buyer + "}").request.text_or("organisation");
    };
    CHECK(code(R"({"national_id": "54685354 ", "name": "x"})") == "nl-54685354");
    CHECK(code(R"({"national_id": "NL 0012/3é", "name": "x"})") == "nl-NL-0012-3--");
    CHECK(code(R"({"national_id": "", "name": "Gemeente 's-Hertogenbosch"})") == "gemeente-s-hertogenbosch");
    CHECK(code(R"({"national_id": "n.v.t.", "name": "Súdwest-Fryslân"})") == "sudwest-fryslan");
    CHECK(code(R"x({"national_id": "00000000", "name": "Ede | \"inkoop\" (team)"})x") == "ede-inkoop-team");
    CHECK(code(R"({"name": "Gemeente Hoogeveen namens gemeenten Meppel, Staphorst, Westerveld en De Wolden"})") ==
          "gemeente-hoogeveen-namens-gemeenten-meppel-staphorst-westerveld");
    CHECK(code(R"({"name": "Αθήνα"})").empty());
    CHECK(one("{}", "gm0228").request.text_or("organisation") == "gm0228");
}

TEST_CASE("forms say which phase and procedure", "[import]") {
    struct Form {
        const char* changes;
        Phase phase;
        const char* procedure;
    };
    const Form forms[] = {
        {R"({"form": "F01", "notice_type": "PRI_ONLY", "document_type": {"code": "0"}, "procedure_type": null})",
         Phase::Preparation, "onbekend"},
        {R"({"form": "F01", "notice_type": "PRI_CALL_COMPETITION", "document_type": {"code": "A"},
             "procedure_type": "PT_RESTRICTED"})",
         Phase::Publication, "niet-openbaar"},
        {R"({"form": "F02", "procedure_type": "PT_INNOVATION_PARTNERSHIP"})", Phase::Publication,
         "innovatiepartnerschap"},
        {R"({"form": "F03", "document_type": {"code": "7"}, "procedure_type": "PT_AWARD_CONTRACT_WITHOUT_CALL"})",
         Phase::Award, "onderhandeling-zonder-aankondiging"},
        {R"({"form": "F05", "procedure_type": "PT_NEGOTIATED_WITH_PRIOR_CALL"})", Phase::Publication,
         "mededingingsprocedure-met-onderhandeling"},
        {R"({"form": "F07", "document_type": {"code": "Q"}, "procedure_type": null, "procedure": {"code": "9"}})",
         Phase::Publication, "onbekend"},
        {R"({"form": "F08", "document_type": {"code": "B"}, "procedure_type": null})", Phase::Preparation, "onbekend"},
        {R"({"form": "F15", "document_type": {"code": "V"}, "procedure_type": null, "procedure": {"code": "F"}})",
         Phase::Award, "concessie"},
        {R"({"form": "F20", "document_type": {"code": "K"}})", Phase::Execution, "openbaar"},
        {R"({"form": "F21", "notice_type": "CONTRACT"})", Phase::Publication, "sociale-en-andere-specifieke-diensten"},
        {R"({"form": "F21", "notice_type": "PRI_ONLY", "document_type": {"code": "0"}})", Phase::Preparation,
         "sociale-en-andere-specifieke-diensten"},
        {R"({"form": "F22", "notice_type": "AWARD_CONTRACT", "document_type": {"code": "7"}})", Phase::Award,
         "sociale-en-andere-specifieke-diensten"},
        {R"({"form": "F23", "notice_type": "CONCESSION_AWARD_CONTRACT", "document_type": null})", Phase::Award,
         "concessie"},
        {R"({"form": "F24", "document_type": null})", Phase::Publication, "concessie"},
        {R"({"form": "F12", "document_type": {"code": "D"}})", Phase::Publication, "prijsvraag"},
        {R"({"form": "F25", "document_type": null})", Phase::Award, "concessie"}};
    for (const Form& form : forms) {
        INFO(form.changes);
        const Row row = one(form.changes);
        CHECK(row.faults.empty());
        CHECK(row.warnings.empty());
        CHECK(row.phase == form.phase);
        CHECK(row.request.text_or("procedure") == form.procedure);
    }
    CHECK(rules_of(one(R"({"form": "F14", "document_type": null})").faults) == Rules{"import.notice-correction"});
    const Row unknown = one(R"({"form": "X9", "document_type": {"code": "?"}, "procedure_type": "PT_X"})");
    CHECK(unknown.phase == Phase::Preparation);
    CHECK(unknown.request.text_or("procedure") == "onbekend");
    CHECK(rules_of(unknown.warnings) == Rules{"import.notice-form"});
}

TEST_CASE("kinds come from the object, or else the notice", "[import]") {
    const auto kind = [](const std::string& changes) { return one(changes).request.text_or("kind"); };
    CHECK(kind(R"({"objects": [{"title": "a", "contract_type": "WORKS"}]})") == "werk");
    CHECK(kind(R"({"objects": [{"title": "a", "contract_type": "SUPPLIES"}]})") == "levering");
    CHECK(kind(R"({"contract_nature": {"code": "1"}})") == "werk");
    CHECK(kind(R"({"contract_nature": {"code": "2"}})") == "levering");
    CHECK(kind(R"({"contract_nature": "services"})") == "dienst");
}

TEST_CASE("a plan's publication is uncertain, and odd days are named", "[import]") {
    const auto plan = [](const std::string& day, const std::string& title) {
        return one(R"({"form": "F21", "notice_type": "PRI_ONLY", "objects": [{"title": ")" + title +
                   R"(", "planned_notice_date": ")" + day + R"("}]})");
    };
    const Row good = plan("2022-09-01", "Jeugdhulp");
    CHECK(planned(good, "publication") == "2022-09-01 onzeker");
    CHECK(good.warnings.empty());
    const Row filled_in = plan("2050-01-01", "Marktconsultatie (verwachte einddatum: 22-03-2022)");
    CHECK(planned(filled_in, "publication").empty());
    CHECK(rules_of(filled_in.warnings) == Rules{"import.date-in-title", "import.date-placeholder"});
    CHECK(filled_in.warnings[0].words.at("date") == "2022-03-22");
    CHECK(filled_in.warnings[1].path == "/objects/0/planned_notice_date");
    const Row early = plan("2022-03-13", "Jeugdhulp");
    CHECK(planned(early, "publication") == "2022-03-13 onzeker");
    CHECK(rules_of(early.warnings) == Rules{"import.date-before-publication"});
    CHECK(rules_of(plan("2022-02-30", "Jeugdhulp").warnings) == Rules{"import.date-unreadable"});
    CHECK(rules_of(plan("2022-04", "Jeugdhulp").warnings) == Rules{"import.date-unreadable"});
}

TEST_CASE("deadlines are those of tenders, or in two stages of requests", "[import]") {
    const std::string deadline = R"("deadline_tenders": "2022-05-01")";
    CHECK(planned(one("{" + deadline + "}"), "submission") == "2022-05-01 vast");
    for (const char* procedure : {"PT_RESTRICTED", "PT_COMPETITIVE_NEGOTIATION", "PT_COMPETITIVE_DIALOGUE",
                                  "PT_INNOVATION_PARTNERSHIP", "PT_NEGOTIATED_WITH_PRIOR_CALL"}) {
        INFO(procedure);
        const Row row = one("{" + deadline + R"(, "procedure_type": ")" + procedure + "\"}");
        CHECK(planned(row, "participation") == "2022-05-01 vast");
        CHECK(planned(row, "submission").empty());
    }
    const Row interest = one("{" + deadline + R"(, "form": "F21", "notice_type": "PRI_CALL_COMPETITION"})");
    CHECK(planned(interest, "participation") == "2022-05-01 vast");
    CHECK(rules_of(one(R"({"deadline_tenders": "2021-05-01"})").warnings) == Rules{"import.date-before-publication"});
}

TEST_CASE("awards and terms come from the first and the last day", "[import]") {
    const Row row = one(R"({"form": "F03", "document_type": {"code": "7"}, "date_award_scheduled": "2022-04-01",
        "awards": [{"date_conclusion": "2022-02-03"}, {}, {"date_conclusion": "2022-02-01"}],
        "objects": [{"title": "a", "total_value": {"amount": 5000.0, "currency": "EUR"}, "lots": [
            {"lot_no": "1", "date_start": "2022-07-01", "date_end": "2024-06-30"},
            {"lot_no": "2", "date_start": "2022-06-01", "date_end": "2023-06-30"},
            {"lot_no": "3", "date_start": "1900-01-01", "date_end": "2099-12-31"}]}]})");
    CHECK(row.phase == Phase::Award);
    CHECK(planned(row, "publication").empty());  // an award notice does not say when the tender was published
    CHECK(planned(row, "award") == "2022-02-01 vast");
    CHECK(planned(row, "contractStart") == "2022-06-01");
    CHECK(planned(row, "contractEnd") == "2024-06-30");
    CHECK(rules_of(row.warnings) == Rules{"import.date-placeholder", "import.date-placeholder"});
    CHECK_FALSE(row.request.find("estimatedValueCents"));  // what was agreed is no estimate
    CHECK(planned(one(R"({"date_award_scheduled": "2022-06-01"})"), "award") == "2022-06-01");

    const Row concession =
        object(R"({"title": "a", "lots": [{"date_start": "2022-07-06", "date_end": "2052-07-07"}]})");
    CHECK(planned(concession, "contractEnd") == "2052-07-07");
    CHECK(rules_of(concession.warnings) == Rules{"import.date-far-ahead"});
}

TEST_CASE("values are euros to the cent, or left out and named", "[import]") {
    const auto value = [](const std::string& amount) {
        return object(R"({"title": "a", "estimated_value": )" + amount + "}");
    };
    CHECK(value(R"({"amount": 25000.0, "currency": "EUR"})").request.integer_or("estimatedValueCents", 0) == 2500000);
    CHECK(value(R"({"amount": 20184288.81, "currency": "EUR"})").request.integer_or("estimatedValueCents", 0) ==
          2018428881);
    CHECK(rules_of(value(R"({"amount": 1.0, "currency": "EUR"})").warnings) == Rules{"import.value-placeholder"});
    CHECK(rules_of(value(R"({"amount": 5000.0, "currency": "USD"})").warnings) == Rules{"import.value-currency"});
    CHECK(rules_of(value(R"({"amount": 5000.0})").warnings) == Rules{"import.value-currency"});
    CHECK(rules_of(value(R"({"amount": -5.0, "currency": "EUR"})").warnings) == Rules{"import.value-unreadable"});
    CHECK(rules_of(value(R"({"amount": "veel", "currency": "EUR"})").warnings) == Rules{"import.value-unreadable"});
    // Of an undivided object the only description may have it.
    const Row undivided =
        object(R"({"title": "a", "lots": [{"item": "1", "value": {"amount": 7.5, "currency": "EUR"}}]})");
    CHECK(undivided.request.integer_or("estimatedValueCents", 0) == 750);
    CHECK_FALSE(undivided.request.find("lots"));
}

TEST_CASE("lots have numbers of their own", "[import]") {
    const Row row = object(R"({"title": "a", "cpv_main": "85000000-9", "lots": [
        {"item": "1", "lot_no": "1", "title": "x", "cpv_additional": ["85000000", "85310000"]},
        {"item": "2", "lot_no": "1", "value": {"amount": 10.0, "currency": "EUR"}},
        {"item": 3}, {}, {"item": "3", "lot_no": "3"}, {"lot_no": ")" +
                           std::string(50, 'n') + R"("}]})");
    CHECK(json::write(*row.request.find("cpv")) == R"(["85000000","85310000"])");
    CHECK(json::write(*row.request.find("lots")) ==
          R"([{"number":"1","title":"x","cpv":["85000000","85310000"]},{"number":"2","estimatedValueCents":1000},)"
          R"({"number":"3"},{"number":"4"},{"number":"5"},{"number":")" +
              std::string(40, 'n') + R"("}])");
    CHECK(row.faults.empty());
    std::string many;
    for (int i = 0; i < 1001; ++i) many += (i ? ",{}" : "{}");
    const Row cut = object(R"({"title": "a", "lots": [)" + many + "]}");
    CHECK(cut.request.list_or_empty("lots").size() == 1000);
    CHECK(rules_of(cut.warnings) == Rules{"import.lots-cut"});
}

TEST_CASE("titles come from the object, the notice or the first lot, and are cut between characters", "[import]") {
    CHECK(one(R"({"title": "N", "objects": [{"lots": [{"title": "L"}]}]})").request.text_or("title") == "N");
    CHECK(object(R"({"lots": [{"title": "L"}]})").request.text_or("title") == "L");
    std::string title;
    for (int i = 0; i < 1001; ++i) title += "é";
    const Row row = object(R"({"title": ")" + title + "\"}");
    CHECK(row.request.text_or("title") == title.substr(0, 2000));
    CHECK(rules_of(row.warnings) == Rules{"import.text-cut"});
}

TEST_CASE("codes that are none are named, and the notice's own stand in", "[import]") {
    const Row row = one(R"({"original_cpv": ["90910000", "90910000"], "objects": [{"title": "a", "cpv_main": "9091000",
        "lots": [{"cpv_additional": ["90911000", "x1"]}]}]})");
    CHECK(json::write(*row.request.find("cpv")) == R"(["90910000","90911000"])");
    CHECK(rules_of(row.warnings) == Rules{"import.cpv-unreadable", "import.cpv-unreadable"});
    std::string codes;
    for (int i = 0; i < 201; ++i) codes += (i ? ",\"" : "\"") + std::to_string(10000000 + i) + "\"";
    const Row many = object(R"({"title": "a", "cpv_main": "90910000", "lots": [{"cpv_additional": [)" + codes + "]}]}");
    CHECK(many.request.list_or_empty("cpv").size() == 200);
    CHECK(rules_of(many.warnings) == Rules{"import.cpv-cut"});
}

TEST_CASE("whatever a line holds, its rows are to schema or refused", "[import]") {
    const std::string whole =
        notice(R"({"form": "F21", "awards": [{"date_conclusion": "2022-02-03"}], "objects": [{"title":
        "Zorg 15-02-2018", "cpv_main": "85000000", "estimated_value": {"amount": 12.5, "currency": "EUR"},
        "planned_notice_date": "2022-09-01", "lots": [{"item": "1", "lot_no": "1", "title": "x", "cpv_additional":
        ["85310000"], "date_start": "2022-07-01", "date_end": "2024-06-30"}, {"item": "2"}]}]})");
    const std::string bytes = "\"{}[]:,0123456789-.\xC3\xA9\xFF\\eu ";
    std::mt19937 random(20261121);
    for (int round = 0; round < 3000; ++round) {
        std::string text = whole;
        for (int change = 0; change < 1 + round % 4; ++change) {
            const std::size_t at = random() % text.size();
            if (random() % 2 == 0)
                text[at] = bytes[random() % bytes.size()];
            else if (random() % 2 == 0)
                text.erase(at, random() % 3);
            else
                text.insert(at, 1, bytes[random() % bytes.size()]);
        }
        read(text);  // checks every row
    }
    SUCCEED();
}
