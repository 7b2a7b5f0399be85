// SPDX-License-Identifier: EUPL-1.2
// Instruments: tests/cases/instruments.txt. KPIs: every row of the list is whole, and a promise is held against it.
#include "domain/refusal.hpp"
#include "json/rules/rule_book.hpp"
#include "render/sentences.hpp"
#include "support/cases.hpp"
#include "support/sentences.hpp"

namespace instrument_test {

using namespace mvoi;
using namespace mvoi::domain::measure;
using namespace mvoi::domain::promise;

namespace {

InstrumentValue value(const Line& line, std::size_t from) {
    REQUIRE(line.size() >= from + 3);
    return {line[from], line[from + 1] == "-" ? "" : line[from + 1], line[from + 2]};
}

std::string refusal_of(const InstrumentValue& value) {
    try {
        check_instrument(value, json::rule_book().instruments);
        return "";
    } catch (const domain::Refusal& no) {
        check_sentence(no.faults.front().rule, no.faults.front().words);
        return no.faults.front().rule;
    }
}

void play(const Line& line) {
    const auto& editions = json::rule_book().instruments;
    if (line[0] == "is") {
        CHECK(refusal_of(value(line, 1)).empty());
    } else if (line[0] == "refused") {
        CHECK(refusal_of(value(line, 2)) == line[1]);
    } else if (line[0] == "better") {
        const auto one = value(line, 1), other = value(line, 4);
        REQUIRE(compare(one, other, editions));
        CHECK(std::is_gt(*compare(one, other, editions)));
        CHECK(std::is_lt(*compare(other, one, editions)));
    } else if (line[0] == "same") {
        const auto order = compare(value(line, 1), value(line, 4), editions);
        REQUIRE(order);
        CHECK(std::is_eq(*order));
    } else if (line[0] == "apart") {
        CHECK_FALSE(compare(value(line, 1), value(line, 4), editions));
        CHECK_FALSE(lowest({value(line, 1), value(line, 4)}, editions));
    } else if (line[0] == "lowest") {
        const auto found = lowest({value(line, 4), value(line, 7)}, editions);
        REQUIRE(found);
        CHECK((*found == value(line, 1)));
    } else if (line[0] == "asked") {
        const auto findings = asking_findings(value(line, 2), editions, domain::parse_date(line[1]).value());
        REQUIRE(findings.size() == (line[5] == "superseded" ? 1 : 0));
        if (!findings.empty()) check_sentence("finding." + findings[0].rule, findings[0].words);
    } else {
        FAIL("no such line in a case: " << line[0]);
    }
}

}  // namespace

TEST_CASE("instruments say what tests/cases/instruments.txt says", "[contract][instrument]") {
    for (const Case& each : read_cases("instruments.txt")) {
        INFO(each.title);
        for (const Line& line : each.lines) {
            INFO(line[0] << " " << line[1] << " " << line[2] << " " << line[3]);
            play(line);
        }
    }
    CHECK_FALSE(lowest({}, json::rule_book().instruments));
    for (const InstrumentEdition& each : json::rule_book().instruments) {
        CHECK(json::rule_book().rules.find("instruments", each.instrument));
        CHECK_FALSE(each.source.empty());
        CHECK((each.steps.empty() ? find_unit(json::rule_book().units, each.unit) != nullptr : each.unit.empty()));
    }
}

TEST_CASE("every KPI has a theme, a unit and a source, and says whose it is", "[contract][kpi]") {
    REQUIRE_FALSE(json::rule_book().kpis.empty());
    for (const Kpi& each : json::rule_book().kpis) {
        INFO(each.code);
        CHECK(find_kpi(json::rule_book().kpis, each.code) == &each);
        CHECK(json::rule_book().rules.find("themes", each.theme));
        CHECK(find_unit(json::rule_book().units, each.unit));
        CHECK((each.level == "contract" || each.level == "organisation"));
        CHECK(each.own == each.source.starts_with("starter list of libmvoi"));
        CHECK((each.decimals >= 0 && each.decimals <= 6));
        CHECK_FALSE(each.nl.empty());
        CHECK_FALSE(each.en.empty());
    }
}

TEST_CASE("a promise is held against its KPI", "[contract][kpi]") {
    Promise promise;
    promise.kpi = "co2-uitstoot";
    promise.theme = "klimaat";
    promise.unit = "kg-co2e";
    promise.demand = Demand::AtMost;
    promise.target = whole(100);
    promise.from = domain::Date(2027, 1, 1);
    const auto rules = [](const Promise& each) {
        std::vector<std::string> found;
        for (const domain::Finding& finding : kpi_findings(each, json::rule_book().kpis, json::rule_book().units)) {
            check_sentence("finding." + finding.rule, finding.words);
            found.push_back(finding.rule);
        }
        return found;
    };
    const auto with = [&](auto change) {
        Promise other = promise;
        change(other);
        return rules(other);
    };
    using Found = std::vector<std::string>;
    CHECK(rules(promise).empty());
    CHECK(with([](Promise& p) { p.kpi = ""; }).empty());
    CHECK(with([](Promise& p) { p.kpi = "zomaar"; }) == Found{"kpi-unknown"});
    CHECK(with([](Promise& p) { p.theme = "milieu"; }) == Found{"kpi-other-theme"});
    CHECK(with([](Promise& p) { p.unit = "kwh"; }) == Found{"kpi-other-unit"});
    CHECK(with([](Promise& p) { p.demand = Demand::AtLeast; }) == Found{"kpi-other-direction"});
    CHECK(with([](Promise& p) { p.from = domain::Date(2015, 12, 31); }) == Found{"kpi-not-in-force"});
}

}  // namespace instrument_test
