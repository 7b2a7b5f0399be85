// SPDX-License-Identifier: EUPL-1.2
// The checker of requests: what it says, and that its verdict is the one a JSON-Schema library gives.
#include <Poco/JSON/Parser.h>

#include <catch2/catch.hpp>
#include <random>
#include <regex>
#include <set>
#include <valijson/adapters/poco_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "json/schema/schema.hpp"
#include "json/text.hpp"
#include "operations/table.hpp"
#include "resources/resources.hpp"

namespace schema_test {

using namespace mvoi;
using json::Value;

namespace {

const char* const full_request =
    R"({"organisation":"gm0344","reference":"2026-0417","title":"Schoonmaak","kind":"dienst",
  "cpv":["90910000-9"],"productGroup":"schoonmaak","estimatedValueBand":{"fromCents":5,"toCents":9},"procedure":"openbaar",
  "lots":[{"number":"1","title":"Noord"}],"people":{"jurist":"J. de Wit"},"ambition":2,"instruments":["pso"],
  "themes":[{"theme":"klimaat","state":"applied","level":1,"criteria":[{"number":"18,010","edition":"2020-12-10",
  "kind":"minimumeis","legalForm":"technische-specificatie","weight":10,"proof":"x"}]},{"theme":"milieu","state":"explained",
  "explanation":{"reason":"budget","text":"geen geld","author":"J. Smit","date":"2026-11-01"}}],
  "planning":{"contractStart":"2027-Q1","publication":{"date":"2027-01-15","precision":"month","certainty":"vast"}},
  "provisional":false,"today":"2026-11-21","actor":"a","origin":"b","requestId":"c"})";

std::set<std::string> rules_of(const std::string& schema, const std::string& text) {
    Value value = json::parse(text);
    std::set<std::string> found;
    for (const domain::Fault& fault : json::check(json::schema(schema), value))
        found.insert(fault.rule + " " + fault.path);
    return found;
}

// Changes a value somewhere, as a confused caller would.
void mutate(Value& value, std::mt19937& random) {
    static const Value strange[] = {Value(),
                                    Value(true),
                                    Value(-1),
                                    Value(4),
                                    Value(1.5),
                                    Value(""),
                                    Value("klimaat"),
                                    Value("2026-02-30"),
                                    Value("2027-Q5"),
                                    Value(std::string(3000, 'x')),
                                    Value(json::List{}),
                                    Value(json::Object{}),
                                    Value(std::int64_t{9000000000000001})};
    const auto pick = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    if (json::Object* members = value.object(); members && !members->empty() && pick(4)) {
        json::Member& member = (*members)[pick(members->size())];
        switch (pick(5)) {
            case 0:
                member.name += "x";
                return;
            case 1:
                members->erase(members->begin() + static_cast<std::ptrdiff_t>(pick(members->size())));
                return;
            default:
                return mutate(member.value, random);
        }
    }
    if (json::List* items = value.list(); items && !items->empty() && pick(4)) {
        if (pick(4) == 0) return items->push_back(Value(items->front()));
        return mutate((*items)[pick(items->size())], random);
    }
    value = strange[pick(std::size(strange))];
}

void take_out_formats(Value& schema) {
    if (json::Object* members = schema.object()) {
        std::erase_if(*members,
                      [](const json::Member& member) { return member.name == "format" && member.value.text(); });
        for (json::Member& member : *members) take_out_formats(member.value);
    } else if (json::List* items = schema.list()) {
        for (Value& item : *items) take_out_formats(item);
    }
}

}  // namespace

TEST_CASE("every schema compiles, as a request and as an answer") {
    for (const operations::Operation& operation : operations::operations())
        for (const char* part : {".request", ".answer"})
            CHECK_NOTHROW(json::schema(std::string(operation.name) + part));
    CHECK_NOTHROW(json::schema("session.config"));
}

TEST_CASE("a complete request is to schema; each fault is named with its path, all at once") {
    CHECK(rules_of("tender.start.request", full_request).empty());
    CHECK(rules_of("tender.start.request", R"({"organisation":"gm 0344","reference":7,"kind":"feest","titel":"x",
        "ambition":4,"cpv":["1","90910000","90910000"],"themes":[{"theme":"klimaat","state":"applied","lvl":1}],
        "planning":{"award":"2027-13","contractStart":{"precision":"week"}},"people":{"koning":"x"},"today":"2026-02-30"})") ==
          std::set<std::string>{
              "json.pattern /organisation", "json.type /reference", "json.enum /kind", "json.unknown /titel",
              "json.required /title", "json.range /ambition", "json.pattern /cpv/0", "json.unique /cpv/2",
              "json.unknown /themes/0/lvl", "json.format.planned-date /planning/award",
              "json.required /planning/contractStart/date", "json.enum /planning/contractStart/precision",
              "json.unknown /people/koning", "json.format.date /today"});
}

TEST_CASE("a fault says what was given and what would be accepted") {
    Value value = json::parse(R"({"format":"xml"})");
    const auto faults = json::check(json::schema("calendar.feed.request"), value);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].words.at("value") == "\"xml\"");
    CHECK(faults[0].words.at("accepted") == "ics, json, csv, html");
}

void check_examples(const Value& schema, int& patterns) {
    if (const Value* pattern = schema.find("pattern"); pattern && pattern->text()) {
        ++patterns;
        INFO(*pattern->text());
        const json::List& examples = schema.list_or_empty("examples");
        CHECK_FALSE(examples.empty());
        for (const Value& each : examples) CHECK(std::regex_search(*each.text(), std::regex(*pattern->text())));
    }
    if (const json::Object* members = schema.object())
        for (const json::Member& member : *members) check_examples(member.value, patterns);
    if (const json::List* items = schema.list())
        for (const Value& item : *items) check_examples(item, patterns);
}

TEST_CASE("what has to fit a pattern is told by examples, which fit it") {
    int patterns = 0;
    for (std::size_t i = 0; i < resources::file_count; ++i)
        if (resources::files[i].name.starts_with("operations/"))
            check_examples(json::parse(resources::files[i].content), patterns);
    CHECK(patterns > 5);
    Value value = json::parse(R"({"organisation":"Voorbeeld Stad","reference":"1","title":"t","kind":"werk"})");
    const auto faults = json::check(json::schema("tender.start.request"), value);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].words.at("accepted") == "gm0344, voorbeeldstad");
}

TEST_CASE("lengths count characters, not bytes") {
    std::string name;
    for (int i = 0; i < 200; ++i) name += "é";
    CHECK(rules_of("tender.start.request",
                   R"({"organisation":"a","reference":"1","title":"t","kind":"werk","actor":")" + name + "\"}")
              .empty());
    CHECK(rules_of("tender.start.request",
                   R"({"organisation":"a","reference":"1","title":"t","kind":"werk","actor":")" + name + "é\"}") ==
          std::set<std::string>{"json.length /actor"});
}

TEST_CASE("texts of people are marked for the journal's seal, codes are not") {
    Value value = json::parse(full_request);
    REQUIRE(json::check(json::schema("tender.start.request"), value).empty());
    for (const char* path : {"/title", "/people/jurist", "/themes/1/explanation/text", "/themes/1/explanation/author",
                             "/themes/0/criteria/0/proof", "/lots/0/title", "/actor"})
        CHECK(json::at(value, path)->is_redactable());
    for (const char* path : {"/organisation", "/reference", "/kind", "/themes/0/theme", "/requestId"})
        CHECK_FALSE(json::at(value, path)->is_redactable());
}

TEST_CASE("every list and map of a request has a size, so that no request is looked at for ever") {
    const auto sized = [](const Value& node, const auto& self) -> bool {
        if (const json::Object* members = node.object()) {
            if (node.text_or("type") == "array" && !node.find("maxItems")) return false;
            for (const json::Member& member : *members)
                if (!self(member.value, self)) return false;
        }
        if (const json::List* items = node.list())
            for (const Value& item : *items)
                if (!self(item, self)) return false;
        return true;
    };
    for (const operations::Operation& operation : operations::operations()) {
        const std::string name = std::string(operation.name) + ".request";
        INFO(name);
        CHECK(sized(json::bundled_schema(name), sized));
    }
}

TEST_CASE("of very many faults a hundred are told, and of the others how many there are") {
    std::string many = R"({"organisation":"o","reference":"L","title":"t","kind":"dienst",)", long_name(50000, 'n');
    for (int i = 0; i < 5000; ++i) many += "\"" + long_name.substr(0, i % 2 ? 5 : 500) + std::to_string(i) + "\":1,";
    many += R"("themes":[)" + std::string("{}");
    for (int i = 0; i < 100000; ++i) many += ",{}";
    Value value = json::parse(many + "]}");
    const auto faults = json::check(json::schema("tender.start.request"), value);
    REQUIRE(faults.size() == 101);
    CHECK(faults.back().rule == "json.more");
    CHECK(std::stoul(faults.back().words.at("count")) >= 4900);
    for (const domain::Fault& fault : faults) CHECK(fault.path.size() < 200);
}

TEST_CASE("booleans put as text become booleans only where one is asked") {
    Value value =
        json::parse(R"({"organisation":"a","reference":"1","title":"true","kind":"werk","provisional":"true"})");
    CHECK(json::check(json::schema("tender.start.request"), value, true).empty());
    CHECK(*json::at(value, "/provisional")->boolean());
    CHECK(*json::at(value, "/title")->text() == "true");
    value = json::parse(R"({"organisation":"a","reference":"1","title":"x","kind":"werk","provisional":"true"})");
    CHECK(json::check(json::schema("tender.start.request"), value).size() == 1);
}

TEST_CASE("digits put as text are that integer where one is asked, to the last one") {
    const auto put = [](const std::string& text) {
        Value value = json::parse(R"({"organisation":"a","reference":"1","title":"12","kind":"werk"})");
        value.add("estimatedValueCents", text);
        std::string rules;
        for (const auto& fault : json::check(json::schema("tender.start.request"), value, true)) rules += fault.rule;
        CHECK(*json::at(value, "/title")->text() == "12");
        const std::int64_t* cents = json::at(value, "/estimatedValueCents")->integer();
        return cents ? std::to_string(*cents) + rules : rules;
    };
    CHECK(put("4300000000") == "4300000000");  // a C int would have kept 5032704
    CHECK(put("9000000000000000") == "9000000000000000");
    CHECK(put("000000125000") == "125000");
    CHECK(put("0") == "0");
    CHECK(put("-1") == "-1json.range");
    CHECK(put("9000000000000001") == "9000000000000001json.range");
    CHECK(put("9223372036854775808") == "json.range");
    CHECK(put("99999999999999999999999999") == "json.range");
    for (const char* text : {"", "-", "12.5", "1e3", "0x10", " 12", "+12", "1.000", "12 345", "twaalf", "١٢"}) {
        INFO(text);
        CHECK(put(text) == "json.type");
    }
    Value written = json::parse(R"({"organisation":"a","reference":"1","title":"x","kind":"werk","ambition":"2"})");
    CHECK(json::check(json::schema("tender.start.request"), written).size() == 1);  // in JSON a text is a text
}

TEST_CASE("a bundled schema needs nothing beside itself") {
    for (const operations::Operation& operation : operations::operations())
        for (const char* part : {".request", ".answer"}) {
            const std::string text = json::write(json::bundled_schema(std::string(operation.name) + part));
            CHECK(text.find("common.json") == std::string::npos);
            CHECK(text.find("\"vocabulary\"") == std::string::npos);
        }
}

TEST_CASE("valijson comes to the same verdict on thousands of changed requests") {
    // valijson knows no format of ours, and stops the process when a format meets a value that is no text: formats are
    // taken out of its schema, and what only a format refuses out of the comparison.
    Value bundled = json::bundled_schema("tender.start.request");
    take_out_formats(bundled);
    Poco::JSON::Parser parser;
    const auto document = parser.parse(json::write(bundled));
    valijson::Schema schema;
    valijson::SchemaParser reader(valijson::SchemaParser::kDraft7);
    reader.populateSchema(valijson::adapters::PocoJsonAdapter(document), schema);
    std::mt19937 random(20261121);
    int valid = 0, invalid = 0;
    for (int round = 0; round < 4000; ++round) {
        Value value = json::parse(full_request);
        for (int i = 0; i < 1 + round % 3; ++i) mutate(value, random);
        const std::string text = json::write(value);
        if (!value.object()) continue;
        bool only_format = false, ours = true;
        for (const domain::Fault& fault : json::check(json::schema("tender.start.request"), value)) {
            only_format = ours && fault.rule.rfind("json.format", 0) == 0;
            ours = false;
        }
        if (only_format) continue;
        Poco::JSON::Parser each;
        const auto target = each.parse(text);
        const bool theirs =
            valijson::Validator().validate(schema, valijson::adapters::PocoJsonAdapter(target), nullptr);
        INFO(text);
        CHECK(ours == theirs);
        ++(ours ? valid : invalid);
    }
    CHECK(valid > 50);
    CHECK(invalid > 1000);
}

}  // namespace schema_test
