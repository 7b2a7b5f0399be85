// SPDX-License-Identifier: EUPL-1.2
// The values that a contract asks by instruments, against those that were shown: tests/cases/contract_instruments.txt.
// Every sentence is whole in both languages.
#include <set>

#include "domain/measure/contract_instruments.hpp"
#include "json/rules/rule_book.hpp"
#include "render/sentences.hpp"
#include "support/cases.hpp"
#include "support/days.hpp"
#include "support/sentences.hpp"

namespace contract_instruments_test {

using namespace mvoi;
using namespace mvoi::domain::measure;

namespace {

std::set<std::string> said;  // over all cases

class ContractInstrumentsCase {
  public:
    void play(const Line& line) {
        if (line[0] == "contract") {
            contract_.term.start = day(line[1]);
            if (line[2] != "-") end_ = day(line[2]);
        } else if (line[0] == "suppliers") {
            for (std::size_t i = 1; i < line.size(); ++i) contract_.suppliers.push_back({line[i], ""});
        } else if (line[0] == "asked" || line[0] == "shown") {
            held(line);
        } else if (line[0] == "says") {
            says(line);
        } else if (line[0] == "faults") {
            faults(line);
        } else {
            FAIL("no such line in a case: " << line[0]);
        }
    }

  private:
    void held(const Line& line) {
        ContractInstrument held{
            {line[1], line[2] == "-" ? "" : line[2], line[3]}, line[0] == "shown", "", std::nullopt};
        for (std::size_t i = 4; i < line.size(); ++i) {
            if (line[i].starts_with("of="))
                held.supplier = line[i].substr(3);
            else if (line[i].starts_with("until="))
                held.valid_to = day(line[i].substr(6));
            else
                FAIL("no such word: " << line[i]);
        }
        CHECK_NOTHROW(check_instrument(held.value, json::rule_book().instruments));
        contract_.instruments.push_back(held);
    }

    void says(const Line& line) const {
        Line expected(line.begin() + 2, line.end()), found;
        if (expected == Line{"nothing"}) expected.clear();
        for (const auto& each : instrument_findings(contract_, end_, json::rule_book().instruments, day(line[1]))) {
            found.push_back(each.rule.substr(std::string("instrument-").size()));
            check_sentence("finding." + each.rule, each.words);
            CHECK_FALSE(each.source.empty());
            CHECK(each.member.starts_with("/instruments/"));
            said.insert(found.back());
        }
        CHECK(found == expected);
    }

    void faults(const Line& line) const {
        Line expected(line.begin() + 1, line.end()), found;
        if (expected == Line{"nothing"}) expected.clear();
        for (const auto& each : faults_of(contract_)) {
            found.push_back(each.rule.substr(std::string("instrument.").size()));
            check_sentence(each.rule, each.words);
        }
        CHECK(found == expected);
    }

    domain::Contract contract_;
    std::optional<domain::Date> end_;
};

}  // namespace

TEST_CASE("what is asked by instruments is held against what was shown", "[contract][instrument]") {
    said.clear();
    for (const Case& each : read_cases("contract_instruments.txt")) {
        INFO(each.title);
        ContractInstrumentsCase played;
        for (const Line& line : each.lines) {
            std::string text;
            for (const std::string& word : line) text += word + " ";
            INFO(text);
            played.play(line);
        }
    }
    for (const char* rule :
         {"less", "less-of", "less-together", "other-edition", "not-shown", "not-shown-by", "expired", "expires"})
        CHECK(said.contains(rule));
    for (const char* rule : {"other-edition-of", "expired-of", "expires-of"})
        check_sentence(
            std::string("finding.instrument-") + rule,
            {{"instrument", "a"}, {"asked", "b"}, {"value", "c"}, {"supplier", "d"}, {"date", "e"}, {"end", "f"}});
}

TEST_CASE("an edition is filled in where there is one, and a value is called by its name", "[contract][instrument]") {
    const auto& editions = json::rule_book().instruments;
    CHECK(completed({"mki", "", "5"}, editions).edition.empty());
    CHECK(completed({"co2-prestatieladder", "", "3"}, editions).edition.empty());
    InstrumentEdition only;
    only.instrument = "ladder";
    only.edition = "2027";
    CHECK(completed({"ladder", "", "3"}, {only}).edition == "2027");
    CHECK(completed({"ladder", "2020", "3"}, {only}).edition == "2020");
    CHECK(name_of({"co2-prestatieladder", "3.1", "5"}, editions) == "3.1 niveau 5");
    CHECK(name_of({"r-ladder", "pbl-2017", "R4"}, editions) == "pbl-2017 R4");
    CHECK(name_of({"mki", "", "12500.5"}, editions) == "12500.5");
}

}  // namespace contract_instruments_test
