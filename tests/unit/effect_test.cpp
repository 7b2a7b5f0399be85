// SPDX-License-Identifier: EUPL-1.2
// Effects: tests/cases/effects.txt; every row of the list is whole; whatever is observed, the sums are those of a
// reckoning day by day that is written apart, and no way of adding up makes another sum.
#include <algorithm>
#include <array>
#include <random>
#include <set>

#include "domain/effect/effect.hpp"
#include "domain/promise/logbook.hpp"
#include "json/rules/rule_book.hpp"
#include "support/amounts.hpp"
#include "support/cases.hpp"
#include "support/chance.hpp"
#include "support/days.hpp"

namespace effect_test {

using namespace mvoi;
using namespace mvoi::domain::effect;
using namespace mvoi::domain::measure;
using namespace mvoi::domain::promise;
using boost::gregorian::days;
using domain::Date;

namespace {

struct Seen {
    std::vector<Promise> promises;
    std::map<int, std::vector<Observation>> observed;
    std::optional<Date> end;
    std::vector<EffectContribution> contributions;

    std::vector<EffectByYear> told(Date today) const {
        return effects_of({promises, observed, end, contributions}, json::rule_book().effects, json::rule_book().units,
                          today);
    }
};

class EffectCase {
  public:
    void play(const Line& line) {
        if (line[0] == "contract")
            contract(line);
        else if (line[0] == "promise")
            promise(line);
        else if (line[0] == "observe")
            observe(line);
        else if (line[0] == "contributed")
            contributed(line);
        else if (line[0] == "sums")
            sums(line);
        else if (line[0] == "nothing")
            CHECK_FALSE(sum(line, false, ""));
        else
            FAIL("no such line in a case: " << line[0]);
    }

  private:
    void contract(const Line& line) {
        if (!contracts_.back().promises.empty()) contracts_.emplace_back();
        for (const auto& [name, value] : named(line, 1))
            if (name == "end") contracts_.back().end = day(value);
    }

    void promise(const Line& line) {
        Promise promise;
        promise.number = static_cast<int>(contracts_.back().promises.size()) + 1;
        promise.kpi = line[1] == "-" ? "" : line[1];
        promise.unit = line[2];
        promise.theme = "klimaat";
        promise.from = Date(2027, 1, 1);
        promise.to = Date(2027, 12, 31);
        promise.target = whole(1);
        for (const auto& [name, value] : named(line, 3)) {
            if (name == "theme")
                promise.theme = value;
            else if (name == "gather")
                promise.gather = gather_from(value).value();
            else if (name == "shape")
                promise.shape = shape_from(value).value();
            else if (name == "by")
                promise.by = day(value);
            else if (name == "from")
                promise.from = day(value);
            else if (name == "to")
                promise.to = day(value);
            else
                FAIL("no such word of a promise: " << name);
        }
        contracts_.back().promises.push_back(promise);
    }

    void observe(const Line& line) {
        const Promise& of = contracts_.back().promises.back();
        Observation seen;
        seen.from = day(line[1]);
        seen.to = day(line[2]);
        seen.value = number(line[3]);
        seen.unit = of.unit;
        seen.source = "bron";
        for (const auto& [name, value] : named(line, 4)) {
            if (name == "unit") seen.unit = value;
            if (name == "source") seen.source = value;
            if (name == "estimated") seen.estimated = value == "yes";
        }
        auto& before = contracts_.back().observed[of.number];
        Logbook logbook(of, json::rule_book().units);
        for (const Observation& each : before) logbook.know(each);
        CHECK_NOTHROW(logbook.note(seen, seen.to));
        before.push_back(seen);
    }

    void contributed(const Line& line) {
        EffectContribution given{line[1], "social-return", day(line[2]), day(line[3]), number(line[4]), false, "bron"};
        for (const auto& [name, value] : named(line, 5)) {
            if (name == "source") given.source = value;
            if (name == "estimated") given.estimated = value == "yes";
        }
        contracts_.back().contributions.push_back(given);
    }

    std::optional<EffectSum> sum(const Line& line, bool per_theme, const std::string& theme) const {
        REQUIRE(line.size() >= 4);
        const bool year = line[3] != "-";
        EffectSums sums({per_theme, year}, 1900, 2100);
        for (const Seen& each : contracts_) sums.add(each.told(day(line[1])));
        for (const EffectSum& each : sums.sums())
            if (each.effect == line[2] && each.theme == theme && (!year || std::to_string(each.year) == line[3]))
                return each;
        return std::nullopt;
    }

    void sums(const Line& line) const {
        auto expected = named(line, 4);
        const std::string theme = expected["theme"];
        expected.erase("theme");
        const auto found = sum(line, !theme.empty(), theme);
        REQUIRE(found);
        const EffectPart& part = found->part;
        std::map<std::string, std::string> is = {
            {"total", shown(found->total())},
            {"measured", shown(part.measured)},
            {"estimated", shown(part.estimated)},
            {"days", std::to_string(part.days.measured) + "/" + std::to_string(part.days.estimated) + "/" +
                         std::to_string(part.days.unknown)},
            {"promises", std::to_string(found->promises)},
            {"unknown", std::to_string(found->with_unknown)},
            {"not-added", std::to_string(found->not_added)},
            {"divided", std::to_string(part.divided)},
            {"contracts", std::to_string(found->contracts)},
            {"complete", found->is_complete() ? "yes" : "no"}};
        for (const auto& [source, value] : part.sources) is[source + ":"] = shown(value);
        for (const auto& [name, value] : expected) {
            INFO(name);
            REQUIRE(is.contains(name));
            CHECK(is[name] == value);
        }
    }

    std::vector<Seen> contracts_{1};
};

Promise some_promise(Chance& chance, int number) {
    Promise promise;
    promise.number = number;
    promise.kpi = chance.one_of({"nox", "secundair-materiaal", "primair-materiaal", "mci", ""});
    promise.theme = chance.one_of({"milieu", "circulair"});
    promise.unit = chance.one_of({"kg", "kg", "ton", "kwh"});
    promise.gather = chance.one_of({Gather::Sum, Gather::Sum, Gather::Sum, Gather::Mean});
    promise.from = Date(2026, 1, 1) + days(chance.below(700));
    promise.to = promise.from + days(30 + chance.below(900));
    promise.shape = chance.one_of({Shape::OnDate, Shape::OnDate, Shape::Once, Shape::PerPeriod});
    promise.by = promise.from + days(20 + chance.below(10 + static_cast<int>((promise.to - promise.from).days()) - 30));
    promise.target = whole(10);
    return promise;
}

// Of each source no two speak about one day; they cross years as they like.
std::vector<Observation> some_observations(const Promise& promise, Chance& chance) {
    std::vector<Observation> seen;
    for (const char* source : {"facturen", "raming"}) {
        for (Date from = promise.from + days(chance.below(40)); from <= promise.to;) {
            Observation each;
            each.from = from;
            each.to = std::min(from + days(chance.one_of({0, 6, 29, 200, 400})), promise.to);
            each.value = Decimal{static_cast<std::int64_t>(chance.below(2'000'000'000))};
            each.unit = promise.unit == "kwh" ? "kwh" : chance.one_of({"kg", "ton"});
            each.source = source;
            each.estimated = chance.below(3) == 0;
            seen.push_back(each);
            from = each.to + days(1 + chance.below(60));
        }
    }
    std::shuffle(seen.begin(), seen.end(), std::mt19937(static_cast<unsigned>(chance.below(1000))));
    return seen;
}

Seen some_contract(Chance& chance) {
    Seen seen;
    for (int number = 1 + chance.below(4); number > 0; --number) {
        seen.promises.push_back(some_promise(chance, number));
        seen.observed[number] = some_observations(seen.promises.back(), chance);
    }
    if (chance.below(3) == 0) seen.end = Date(2026, 6, 1) + days(chance.below(700));
    return seen;
}

// ---- the reckoning day by day: nothing of effect.cpp, in millionths of a gram ---------------------------------------

struct ByDay {
    std::map<std::pair<std::string, int>, std::array<std::int64_t, 2>> sums;  // (effect, year): measured, estimated
    std::map<std::pair<std::string, int>, std::array<int, 3>> days;
};

// The part of a value, in millionths, that had come by the end of day `day` of `all`; halves go away from zero.
std::int64_t come_by(std::int64_t millionths, int day, int all) {
    const std::int64_t twice = millionths * day * 2 + all;
    return twice / (2 * all);
}

void reckon(const Seen& contract, Date today, ByDay& into) {
    static const std::map<std::string, std::string> feeds = {
        {"nox", "nox"}, {"secundair-materiaal", "secundair-materiaal"}, {"primair-materiaal", "primair-materiaal"}};
    for (const Promise& promise : contract.promises) {
        if (!feeds.contains(promise.kpi)) continue;
        const std::string& effect = feeds.at(promise.kpi);
        const bool adds = promise.gather == Gather::Sum && promise.unit != "kwh";
        std::map<Date, bool> known;  // day → somebody estimated it
        bool any = false, any_estimated = false;
        for (const Observation& each : contract.observed.at(promise.number)) {
            if (!adds || each.to > today) continue;
            const int all = static_cast<int>((each.to - each.from).days()) + 1;
            for (int i = 1; i <= all; ++i) {
                const Date on = each.from + days(i - 1);
                const std::int64_t part =
                    come_by(each.value.millionths, i, all) - come_by(each.value.millionths, i - 1, all);
                into.sums[{effect, on.year()}][each.estimated ? 1 : 0] += part * (each.unit == "ton" ? 1000 : 1);
                known[on] = known[on] || each.estimated;
            }
            any = true;
            any_estimated = any_estimated || each.estimated;
        }
        Date until = promise.shape == Shape::PerPeriod ? promise.to : *promise.by;
        if (contract.end) until = std::min(until, *contract.end);
        until = std::min(until, today);
        for (Date on = promise.from; on <= until; on = on + days(1)) {
            if (promise.shape == Shape::Once && any)
                known[on] = known[on] || any_estimated;
            else if (!known.contains(on))
                ++into.days[{effect, on.year()}][2];
        }
        for (const auto& [on, estimated] : known) ++into.days[{effect, on.year()}][estimated ? 1 : 0];
    }
}

Fraction exact(std::int64_t millionths) {
    return Fraction(Decimal{millionths});
}

std::vector<EffectSum> sums_of(const std::vector<Seen>& contracts, EffectGrouping grouping, Date today) {
    EffectSums sums(grouping, 1900, 2100);
    for (const Seen& each : contracts) sums.add(each.told(today));
    return sums.sums();
}

}  // namespace

TEST_CASE("effects add up as tests/cases/effects.txt says", "[contract][effect]") {
    for (const Case& each : read_cases("effects.txt")) {
        INFO(each.title);
        EffectCase played;
        for (const Line& line : each.lines) {
            std::string text;
            for (const std::string& word : line) text += word + " ";
            INFO(text);
            played.play(line);
        }
    }
}

TEST_CASE("every effect has a theme, a unit and a source, and only adds up what can be", "[contract][effect]") {
    REQUIRE_FALSE(json::rule_book().effects.empty());
    std::set<std::string> counted;
    for (const Effect& each : json::rule_book().effects) {
        INFO(each.code);
        CHECK(find_effect(json::rule_book().effects, each.code) == &each);
        CHECK(json::rule_book().rules.find("effects", each.code));
        CHECK(json::rule_book().rules.find("themes", each.theme));
        const UnitOfMeasure* unit = find_unit(json::rule_book().units, each.unit);
        REQUIRE(unit);
        CHECK_FALSE(unit->share);
        CHECK((each.decimals >= 0 && each.decimals <= 6));
        CHECK_FALSE(each.nl.empty());
        CHECK_FALSE(each.en.empty());
        CHECK_FALSE(each.source.empty());
        int feeding = 0;
        for (const EffectKpi& row : each.kpis) {
            INFO(row.kpi);
            const Kpi* kpi = find_kpi(json::rule_book().kpis, row.kpi);
            REQUIRE(kpi);
            CHECK(row.counts == row.why.empty());
            if (!row.counts) continue;
            ++feeding;
            CHECK(kpi->gather == Gather::Sum);
            CHECK(find_unit(json::rule_book().units, kpi->unit)->base == unit->base);
            CHECK(counted.insert(row.kpi).second);
            CHECK(effect_of(json::rule_book().effects, row.kpi) == &each);
        }
        CHECK(feeding > 0);
    }
    CHECK_FALSE(effect_of(json::rule_book().effects, "mci"));
    CHECK_FALSE(effect_of(json::rule_book().effects, ""));
}

TEST_CASE("the sums are those of a reckoning day by day", "[contract][effect]") {
    Chance chance(20270201);
    int compared = 0;
    for (int round = 0; round < 250; ++round) {
        INFO(round);
        std::vector<Seen> contracts;
        for (int i = 1 + chance.below(3); i > 0; --i) contracts.push_back(some_contract(chance));
        const Date today = Date(2026, 6, 1) + days(chance.below(1000));
        ByDay by_day;
        for (const Seen& each : contracts) reckon(each, today, by_day);
        for (const EffectSum& each : sums_of(contracts, {false, true}, today)) {
            INFO(each.effect << " " << each.year);
            const auto& expected = by_day.sums[{each.effect, each.year}];
            CHECK(each.part.measured == exact(expected[0]));
            CHECK(each.part.estimated == exact(expected[1]));
            const auto& expected_days = by_day.days[{each.effect, each.year}];
            CHECK(each.part.days == EffectDays{expected_days[0], expected_days[1], expected_days[2]});
            CHECK(each.is_complete() == (each.with_unknown == 0));
            Fraction of_sources;
            for (const auto& [source, value] : each.part.sources) of_sources += value;
            CHECK(of_sources == each.total());
            by_day.days.erase({each.effect, each.year});
            ++compared;
        }
        CHECK(by_day.days.empty());  // nothing is left out
    }
    CHECK(compared > 400);
}

TEST_CASE("no way of adding up makes another sum", "[contract][effect]") {
    Chance chance(20270202);
    for (int round = 0; round < 150; ++round) {
        INFO(round);
        std::vector<Seen> contracts;
        for (int i = 1 + chance.below(4); i > 0; --i) contracts.push_back(some_contract(chance));
        const Date today = Date(2026, 6, 1) + days(chance.below(1000));
        const auto by_year = sums_of(contracts, {false, true}, today);

        // The years add up to all years together, and the themes to all themes together.
        std::map<std::string, EffectPart> years, themes;
        for (const EffectSum& each : by_year) years[each.effect] += each.part;
        for (const EffectSum& each : sums_of(contracts, {true, false}, today)) themes[each.effect] += each.part;
        for (const EffectSum& each : sums_of(contracts, {false, false}, today)) {
            CHECK(years[each.effect] == each.part);
            CHECK(themes[each.effect] == each.part);
        }

        // The sums of each contract apart add up to those of all contracts, in whatever order.
        std::map<std::pair<std::string, int>, EffectPart> apart;
        std::map<std::pair<std::string, int>, int> promises;
        for (const Seen& contract : contracts)
            for (const EffectSum& each : sums_of({contract}, {false, true}, today)) {
                apart[{each.effect, each.year}] += each.part;
                promises[{each.effect, each.year}] += each.promises;
            }
        for (const EffectSum& each : by_year) {
            CHECK(apart[{each.effect, each.year}] == each.part);
            CHECK(promises[{each.effect, each.year}] == each.promises);
        }
        auto reversed = contracts;
        std::reverse(reversed.begin(), reversed.end());
        CHECK(sums_of(reversed, {false, true}, today) == by_year);

        // The same observations, split over two promises in any way, come to the same value.
        auto split = contracts;
        for (Seen& contract : split) {
            const std::size_t many = contract.promises.size();
            for (std::size_t i = 0; i < many; ++i) {
                Promise twin = contract.promises[i];
                twin.number += static_cast<int>(many);
                auto& own = contract.observed[contract.promises[i].number];
                const auto middle =
                    std::partition(own.begin(), own.end(), [&](const Observation&) { return chance.below(2) == 0; });
                contract.observed[twin.number].assign(middle, own.end());
                own.erase(middle, own.end());
                contract.promises.push_back(twin);
            }
        }
        const auto after = sums_of(split, {false, true}, today);
        REQUIRE(after.size() == by_year.size());
        for (std::size_t i = 0; i < after.size(); ++i) {
            CHECK(after[i].part.measured == by_year[i].part.measured);
            CHECK(after[i].part.estimated == by_year[i].part.estimated);
            CHECK(after[i].part.sources == by_year[i].part.sources);
            CHECK(after[i].promises >= by_year[i].promises);
            CHECK(after[i].promises <= 2 * by_year[i].promises);
        }
    }
}

TEST_CASE("only the years that are asked count", "[contract][effect]") {
    Chance chance(20270203);
    const Seen contract = some_contract(chance);
    const Date today(2030, 1, 1);
    std::vector<EffectSum> inside;
    for (const EffectSum& each : sums_of({contract}, {false, true}, today))
        if (each.year == 2027) inside.push_back(each);
    EffectSums sums({false, true}, 2027, 2027);
    sums.add(contract.told(today));
    CHECK(sums.sums() == inside);
    CHECK_FALSE(inside.empty());
}

}  // namespace effect_test
