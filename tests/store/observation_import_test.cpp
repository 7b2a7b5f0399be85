// SPDX-License-Identifier: EUPL-1.2
// Observations from lists (register.import) and from rows of the purchasing system (promise.count), on a real register.
#include <fstream>
#include <random>

#include "support/register.hpp"

namespace observation_import_test {

namespace {

const std::string of_contract = R"("organisation":"gm0344","reference":"C-1")";

void sign(TestRegister& store, const std::string& reference, const std::string& promises) {
    store.call("contract.sign", signing(promises, {{"/reference", reference}, {"/title", "Vervoer"}}));
}

const std::string tons = R"([{"theme":"klimaat","kpi":"co2-uitstoot","target":"40","clause":"7.1"},)"
                         R"({"theme":"social-return","kpi":"geplaatste-personen","target":"4","clause":"8"}])";

mvoi::json::Value import(TestRegister& store, const std::string& list, const std::string& more = "") {
    return store.call("register.import", request({{"/format", "csv"},
                                                  {"/content", "waarnemingen"},
                                                  {"/organisation", "gm0344"},
                                                  {"/text", list},
                                                  {"/today", "2028-03-01"}},
                                                 more));
}

// "3 eenheid observation.unit" for each refused row: its line and the header of the column.
std::vector<std::string> refused(const mvoi::json::Value& answer) {
    std::vector<std::string> found;
    for (const auto& row : answer.list_or_empty("refusedRows"))
        for (const auto& error : row.list_or_empty("errors"))
            found.push_back(text_at(row, "/line") + " " + error.text_or("member") + " " + error.text_or("rule"));
    return found;
}

std::string value_of(TestRegister& store, const std::string& today, const std::string& reference = "C-1",
                     int place = 0) {
    const auto answer = store.call("contract.get", of_one(reference, today));
    return text_at(answer, "/promises/" + std::to_string(place) + "/standing/about/value");
}

}  // namespace

TEST_CASE("a list of what was measured is put down row by row, and again does nothing", "[observation-import]") {
    TestRegister store;
    sign(store, "C-1", tons);
    sign(store, "C-2", tons);
    const std::string list =
        "Contract;Belofte;Waarde;Eenheid;Periode;Bron;Geraamd;Opmerking\n"
        "C-1;1;1,5;ton-co2e;januari 2027;brandstofpas;;\n"
        "C-2;1;2000;kg-co2e;2027-01;brandstofpas;geraamd;Nog geen factuur\n"
        "C-1;1;1,25;ton-co2e;2027-02;brandstofpas;gemeten;\n"
        "C-1;2;1;;2027-Q1;lijst;nee;\n"
        "C-1;1;;ton-co2e;2027-03;brandstofpas;;niet ingevuld\n";
    const auto first = import(store, list);
    CHECK(counts(first) == "4 0 0 0");
    CHECK(text_at(first, "/rows") == "5");
    CHECK(value_of(store, "2027-05-01") == "2.75");
    CHECK(value_of(store, "2027-05-01", "C-2") == "2");
    CHECK(value_of(store, "2027-05-01", "C-1", 1) == "1");
    const std::string head = store.head();
    CHECK(counts(import(store, list)) == "0 0 4 0");
    CHECK(store.head() == head);
    store.check_sound();
}

TEST_CASE("a row that says something else than before comes in its place", "[observation-import]") {
    TestRegister store;
    sign(store, "C-1", tons);
    const std::string header = "contract;belofte;waarde;van;tot en met;bron\n";
    import(store, header + "C-1;1;3;2027-01-01;2027-01-31;pas\nC-1;1;4;2027-02-01;2027-02-28;pas\n");
    CHECK(counts(import(store, header + "C-1;1;3;2027-01-01;2027-01-31;pas\nC-1;1;5;2027-02-01;2027-02-28;pas\n")) ==
          "0 1 1 0");
    CHECK(value_of(store, "2027-05-01") == "8");
    // Of two rows of one list nobody can tell which is right; the first stays.
    const auto twice = import(store, header + "C-1;1;6;2027-03-01;2027-03-31;pas\nC-1;1;7;2027-03-01;2027-03-31;pas\n");
    CHECK(counts(twice) == "1 0 0 1");
    CHECK(refused(twice) == std::vector<std::string>{"3 van import.observation-twice"});
    CHECK(value_of(store, "2027-05-01") == "14");
    // Once more is the same once more.
    const std::string head = store.head();
    CHECK(counts(import(store, header + "C-1;1;6;2027-03-01;2027-03-31;pas\nC-1;1;7;2027-03-01;2027-03-31;pas\n")) ==
          "0 0 1 1");
    CHECK(store.head() == head);
    // One that does not fit leaves what was there.
    const auto wrong = import(store, header + "C-1;1;9;2027-01-01;2027-02-10;pas\n");
    CHECK(refused(wrong) == std::vector<std::string>{"2 van observation.overlap"});
    CHECK(value_of(store, "2027-05-01") == "14");
    store.check_sound();
}

TEST_CASE("rows that cannot be are refused, each with its line and column, and the others are taken",
          "[observation-import]") {
    TestRegister store;
    sign(store, "C-1", tons);
    const auto answer = import(store,
                               "contract;belofte;waarde;eenheid;van;tot en met;bron;personen;geraamd\n"
                               "C-1;1;1,5;ton-co2e;2027-01-01;2027-01-31;a;;\n"
                               "C-9;1;1,5;ton-co2e;2027-01-01;2027-01-31;a;;\n"
                               "C-1;7;1,5;ton-co2e;2027-01-01;2027-01-31;a;;\n"
                               "C-1;een;1,5;ton-co2e;2027-01-01;2027-01-31;a;;\n"
                               "C-1;1;1,5;kwh;2027-01-01;2027-01-31;b;;\n"
                               "C-1;1;1.234;ton-co2e;2027-01-01;2027-01-31;c;;\n"
                               "C-1;1;veel;ton-co2e;2027-01-01;2027-01-31;d;;\n"
                               "C-1;1;1;ton-co2e;voorjaar;2027-01-31;e;;\n"
                               "C-1;1;1;ton-co2e;2027-02-01;2027-01-31;f;;\n"
                               "C-1;1;1;ton-co2e;2026-12-01;2026-12-31;g;;\n"
                               "C-1;1;1;ton-co2e;2028-02-01;2028-04-30;h;;\n"
                               "C-1;1;1;ton-co2e;2027-12-01;2028-01-31;i;;\n"
                               "C-1;1;-1;ton-co2e;2027-01-01;2027-01-31;j;;\n"
                               "C-1;1;1;ton-co2e;2027-01-01;2027-01-31;k;nul;\n"
                               "C-1;1;1;ton-co2e;2027-01-01;2027-01-31;l;;misschien\n"
                               ";1;1;ton-co2e;2027-01-01;2027-01-31;m;;\n");
    CHECK(refused(answer) ==
          std::vector<std::string>{
              "3 contract contract.not-found", "4 belofte observation.no-promise", "5 belofte import.promise-number",
              "6 eenheid observation.unit", "7 waarde import.number-two-things", "8 waarde import.number-unreadable",
              "9 van import.day-needed", "10 tot en met observation.upside-down", "11 van observation.before-promise",
              "12 tot en met observation.future", "13 tot en met observation.crosses",
              "14 waarde observation.below-zero", "15 personen import.persons", "16 geraamd import.estimated",
              "17 contract import.contract-missing"});
    CHECK(counts(answer) == "1 0 0 15");
    CHECK(value_of(store, "2027-05-01") == "1.5");
    CHECK(counts(import(store, "contract;belofte;waarde;van;tot en met;bron\nC-1;1;1.234;2027-02-01;2027-02-28;c\n",
                        R"(,"decimalMark":",")")) == "1 0 0 0");
    CHECK(value_of(store, "2027-05-01") == "1235.5");
    CHECK(store.refusal("register.import", R"({"format":"csv","content":"waarnemingen","text":"waarde\n1\n"})") ==
          Rules{"import.column-needed"});
    CHECK(store.refusal("register.import", R"({"format":"ted-jsonl","content":"waarnemingen","text":"{}"})") ==
          Rules{"import.contracts-format"});
    store.check_sound();
}

TEST_CASE("a unit may be written as people write it", "[observation-import]") {
    TestRegister store;
    sign(store, "C-1", tons);
    const std::string header = "contract;belofte;waarde;eenheid;van;tot en met;bron\n";
    const auto answer = import(store, header +
                                          "C-1;1;1;ton CO2e;2027-01-01;2027-01-31;a\n"
                                          "C-1;1;1;Ton CO2-equivalent;2027-01-01;2027-01-31;b\n"
                                          "C-1;1;1;TON-CO2E;2027-01-01;2027-01-31;c\n"
                                          "C-1;1;1000;kg CO2;2027-01-01;2027-01-31;d\n"
                                          "C-1;2;1;stuks;2027-01-01;2027-01-31;e\n"
                                          "C-1;1;1;%;2027-01-01;2027-01-31;f\n"
                                          "C-1;1;1;emmers;2027-01-01;2027-01-31;g\n");
    CHECK(refused(answer) == std::vector<std::string>{"7 eenheid observation.unit", "8 eenheid observation.unit"});
    CHECK(value_of(store, "2027-05-01") == "4");
}

TEST_CASE("a list of one contract says nothing about another", "[observation-import]") {
    TestRegister store;
    sign(store, "C-1", tons);
    sign(store, "C-2", tons);
    const auto answer = import(store,
                               "contract;belofte;waarde;van;tot en met;bron\n"
                               "C-1;1;1;2027-01-01;2027-01-31;a\n"
                               "C-2;1;2;2027-01-01;2027-01-31;a\n"
                               ";1;3;2027-02-01;2027-02-28;a\n"
                               "C-1;1;;2027-03-01;2027-03-31;a\n",
                               R"(,"reference":"C-1")");
    CHECK(refused(answer) == std::vector<std::string>{"3 contract import.other-contract"});
    CHECK(counts(answer) == "2 0 0 1");
    CHECK(text_at(answer, "/empty") == "1");
    CHECK(value_of(store, "2027-05-01") == "4");
    CHECK(value_of(store, "2027-05-01", "C-2") == "(nothing)");
    // Without the column every row is about that contract.
    CHECK(counts(import(store, "belofte;waarde;van;tot en met\n1;5;2027-04-01;2027-04-30\n",
                        R"(,"reference":"C-2")")) == "1 0 0 0");
    CHECK(value_of(store, "2027-05-01", "C-2") == "5");
    CHECK(store.refusal("register.import", R"({"format":"csv","text":"titel\nx\n","reference":"C-1"})") ==
          Rules{"import.reference-content"});
}

TEST_CASE("a list comes to the same in whatever order its rows stand", "[observation-import]") {
    std::vector<std::string> rows;
    for (int contract = 1; contract <= 5; ++contract)
        for (int month = 1; month <= 12; ++month)
            rows.push_back("C-" + std::to_string(contract) + ";1;" + std::to_string(contract * month) + ",5;2027-" +
                           (month < 10 ? "0" : "") + std::to_string(month) + ";meter\n");
    std::mt19937 random(1);  // NOLINT: the same order each time
    std::vector<std::string> values[2];
    for (auto& found : values) {
        TestRegister store;
        std::string list = "contract;belofte;waarde;periode;bron\n";
        for (int contract = 1; contract <= 5; ++contract) sign(store, "C-" + std::to_string(contract), tons);
        for (const auto& row : rows) list += row;
        CHECK(counts(import(store, list)) == "60 0 0 0");
        for (int contract = 1; contract <= 5; ++contract)
            found.push_back(value_of(store, "2027-12-31", "C-" + std::to_string(contract)));
        store.check_sound();
        std::shuffle(rows.begin(), rows.end(), random);
    }
    CHECK(values[0] == values[1]);
    CHECK(values[0].front() == "84");
}

// ---- rows of the purchasing system ----------------------------------------------------------------------------------

namespace {

// 0.27 kg CO2 for each kWh of two meters; and kilometres, as they are.
const std::string counted =
    R"([{"theme":"klimaat","kpi":"co2-uitstoot","target":"40","clause":"7.1","rows":{"source":"energienota",)"
    R"("codes":["meter-1","meter-2"],"unit":"kwh","factor":{"factor":"0.27","unit":"kg-co2e","source":"afspraak in bijlage 3"}}},)"
    R"({"theme":"klimaat","kpi":"zero-emissie-kilometers","target":"1000","clause":"7.2",)"
    R"("rows":{"source":"ritten","window":"kwartaal"}}])";

std::string counting(const std::string& rows, const std::string& source, const std::string& from,
                     const std::string& to) {
    return "{" + of_contract + R"(,"source":")" + source + R"(","from":")" + from + R"(","to":")" + to +
           R"(","rows":)" + rows + R"(,"today":"2027-07-15"})";
}

}  // namespace

TEST_CASE("rows of the purchasing system are counted by the rule of the promise", "[rows]") {
    TestRegister store;
    sign(store, "C-1", counted);
    const std::string rows = R"([{"on":"2027-01-05","code":"meter-1","quantity":"1000"},)"
                             R"({"on":"2027-01-20","code":"meter-2","quantity":"2.5","unit":"mwh"},)"
                             R"({"on":"2027-03-30","code":"meter-1","quantity":"150"},)"
                             R"({"on":"2027-03-31","code":"meter-1","quantity":"-50"},)"
                             R"({"on":"2027-02-01","code":"meter-9","quantity":"7"}])";
    const auto answer = store.call("promise.count", counting(rows, "energienota", "2027-01-01", "2027-03-31"));
    // January 3500 kWh x 0.27 = 945 kg, February nothing, March 100 kWh = 27 kg: 0.972 ton; a month each.
    CHECK(text_at(answer, "/noted") == "3");
    CHECK(text_at(answer, "/rowsLeft") == "1");
    CHECK(text_at(answer, "/promises/0/number") == "1");
    CHECK(text_at(answer, "/promises/0/standing/about/value") == "0.972");
    CHECK(text_at(answer, "/promises/0/standing/about/coveredDays") == "90");
    // Kilometres by the quarter, as far as the days given.
    const auto trips = store.call(
        "promise.count", counting(R"([{"on":"2027-01-01","quantity":"12.5"},{"on":"2027-05-31","quantity":"100"}])",
                                  "ritten", "2027-01-01", "2027-05-31"));
    CHECK(text_at(trips, "/noted") == "2");
    CHECK(text_at(trips, "/promises/0/standing/about/value") == "112.5");
    store.check_sound();
}

TEST_CASE("counting the same days again is counting again", "[rows]") {
    TestRegister store;
    sign(store, "C-1", counted);
    const auto count = [&](const std::string& rows, const std::string& to = "2027-03-31") {
        return store.call("promise.count", counting(rows, "energienota", "2027-01-01", to));
    };
    CHECK(text_at(count(R"([{"on":"2027-01-05","code":"meter-1","quantity":"1000"}])"), "/noted") == "3");
    const auto same = count(R"([{"on":"2027-01-05","code":"meter-1","quantity":"1000"}])");
    CHECK(text_at(same, "/noted") + text_at(same, "/takenBack") == "00");
    const auto other = count(R"([{"on":"2027-02-05","code":"meter-1","quantity":"1000"}])");
    CHECK(text_at(other, "/noted") == "2");
    CHECK(text_at(other, "/takenBack") == "2");
    CHECK(text_at(other, "/promises/0/standing/about/value") == "0.27");
    // A month that was half over is counted whole when it is.
    const auto half = count("[]", "2027-04-15");
    CHECK(text_at(half, "/promises/0/standing/about/coveredDays") == "105");
    const auto whole = count("[]", "2027-04-30");
    CHECK(text_at(whole, "/promises/0/standing/about/coveredDays") == "120");
    CHECK(text_at(whole, "/promises/0/standing/about/value") == "0");
    store.check_sound();
}

TEST_CASE("rows come to the same in whatever order and however they are split", "[rows]") {
    TestRegister store;
    sign(store, "C-1", counted);
    sign(store, "C-2", counted);
    const std::string one = R"({"on":"2027-01-05","code":"meter-1","quantity":"0.333333"})",
                      two = R"({"on":"2027-01-06","code":"meter-2","quantity":"0.666667"})",
                      both = R"({"on":"2027-01-07","code":"meter-1","quantity":"1"})";
    const auto split =
        store.call("promise.count", counting("[" + two + "," + one + "]", "energienota", "2027-01-01", "2027-01-31"));
    std::string of_other = counting("[" + both + "]", "energienota", "2027-01-01", "2027-01-31");
    of_other.replace(of_other.find("C-1"), 3, "C-2");
    CHECK(text_at(split, "/promises/0/standing/about/value") ==
          text_at(store.call("promise.count", of_other), "/promises/0/standing/about/value"));
}

TEST_CASE("rows that cannot be counted are refused and nothing changes", "[rows]") {
    TestRegister store;
    sign(store, "C-1", counted);
    const auto no = [&](const std::string& rows, const std::string& source = "energienota",
                        const std::string& from = "2027-01-01", const std::string& to = "2027-03-31") {
        return store.refusal("promise.count", counting(rows, source, from, to));
    };
    CHECK(no("[]", "facturen") == Rules{"rows.nobody-counts"});
    CHECK(no(R"([{"on":"2027-04-01","code":"meter-1","quantity":"1"}])") == Rules{"rows.outside"});
    CHECK(no(R"([{"on":"2027-02-01","code":"meter-1","quantity":"1","unit":"liter"}])") == Rules{"rows.unit"});
    CHECK(no(R"([{"on":"2027-02-01","code":"meter-1","quantity":"1.2345678"}])") == Rules{"promise.number"});
    CHECK(no(R"([{"on":"2027-02-01","code":"meter-1","quantity":"-1"}])") == Rules{"rows.below-zero"});
    CHECK(no("[]", "energienota", "2027-03-31", "2027-01-01") == Rules{"observation.upside-down"});
    CHECK(no("[]", "energienota", "2027-03-31", "2027-08-01") == Rules{"observation.future"});
    const auto signing = [&](const std::string& rows, const std::string& more = "") {
        return store.refusal("contract.sign",
                             R"({"organisation":"gm0344","reference":"C-3","title":"x","kind":"dienst",)"
                             R"("term":{"start":"2027-01-01","months":24},"promises":[{"theme":"klimaat",)"
                             R"("kpi":"co2-uitstoot","target":"40",)" +
                                 more + R"("rows":)" + rows + R"(}],"today":"2026-11-21"})");
    };
    CHECK(signing(R"({"source":"nota","unit":"kwh"})") == Rules{"rows.factor-needed"});
    CHECK(signing(R"({"source":"nota","unit":"stoelen"})") == Rules{"promise.unknown-unit"});
    CHECK(signing(R"({"source":"nota","unit":"kg-co2e","factor":{"factor":"2","source":"x"}})") ==
          Rules{"rows.factor-not-needed"});
    CHECK(signing(R"({"source":"nota","unit":"kwh","factor":{"factor":"0","source":"x"}})") ==
          Rules{"rows.factor-zero"});
    CHECK(signing(R"({"source":"nota","unit":"kwh","factor":{"factor":"2","unit":"liter","source":"x"}})") ==
          Rules{"rows.factor-elsewhere"});
    CHECK(signing(R"({"source":"nota"})", R"("gather":"laatste",)") == Rules{"rows.gather"});
    CHECK(signing(R"({"source":"nota","unit":"kwh","factor":{"factor":"2"}})") == Rules{"json.required"});
}

}  // namespace observation_import_test
