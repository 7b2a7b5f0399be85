// SPDX-License-Identifier: EUPL-1.2
// The rules of standing.hpp for every promise, day after day, whatever is observed: certain stays certain and is said
// on its first day, met stays met, what is wholly observed ends as missed or met, and leaving observations out never
// makes a promise look better than niet-aangetoond.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "domain/promise/logbook.hpp"
#include "domain/promise/standing.hpp"
#include "json/rules/rule_book.hpp"
#include "support/amounts.hpp"
#include "support/chance.hpp"

namespace standing_sequence_test {

using namespace mvoi;
using namespace mvoi::domain::measure;
using namespace mvoi::domain::promise;
using boost::gregorian::days;
using domain::Date;
using domain::to_text;

namespace {

constexpr int most_a_day = 10;

Promise some_promise(Chance& chance) {
    Promise promise;
    promise.from = Date(2027, 1, 1) + days(chance.below(20));
    promise.to = promise.from + days(60 + chance.below(120));
    promise.demand = chance.one_of({Demand::AtLeast, Demand::AtMost});
    promise.gather = chance.one_of({Gather::Sum, Gather::Sum, Gather::Mean, Gather::Last, Gather::Count});
    promise.shape = chance.one_of({Shape::Once, Shape::PerPeriod, Shape::OnDate, Shape::Growing});
    promise.period = chance.one_of({Every::Month, Every::Quarter});
    promise.checked = chance.one_of({Every::Month, Every::Quarter});
    promise.growth = chance.one_of({Growth::Stepwise, Growth::Linear});
    promise.by = promise.from + days(30 + chance.below(30));
    promise.report_within_days = chance.one_of({0, 0, 10});
    promise.tolerance_percent = whole(chance.one_of({0, 0, 5}));
    const bool share = promise.gather == Gather::Mean || promise.gather == Gather::Last;
    promise.unit = share ? "procent" : promise.gather == Gather::Sum ? "kg" : "aantal";
    promise.target = whole(share ? 20 + chance.below(60) : chance.below(400));
    promise.points = {{promise.from + days(20), whole(5 + chance.below(30))},
                      {promise.from + days(45), whole(40 + chance.below(50))}};
    if (promise.shape != Shape::Growing) promise.points.clear();
    if (promise.gather == Gather::Sum && chance.below(2))
        promise.ceiling = Ceiling{whole(most_a_day * 31), Every::Month};
    return promise;
}

// Every day of the promise once, in random pieces that no mark cuts.
std::vector<Observation> observed_wholly(const Promise& promise, Chance& chance) {
    std::vector<Observation> pieces;
    Logbook logbook(promise, json::rule_book().units);
    for (Date day = promise.from; day <= promise.to;) {
        Observation piece;
        piece.from = day;
        piece.to = std::min(day + days(chance.below(15)), promise.to);
        for (const Mark& mark : marks_of(promise))
            if (piece.from <= mark.to && mark.to < piece.to) piece.to = mark.to;
        const int length = static_cast<int>((piece.to - piece.from).days()) + 1;
        const int most = promise.unit == "procent" ? 100 : promise.unit == "kg" ? most_a_day * length : 2;
        piece.value = whole(chance.below(3) ? chance.below(most + 1) : most);
        piece.unit = promise.unit;
        piece.source = "bron";
        CHECK_NOTHROW(logbook.note(piece, piece.to));
        pieces.push_back(piece);
        day = piece.to + days(1);
    }
    return pieces;
}

std::string shown(const Promise& promise) {
    return std::string(code_of(promise.demand)) + " " + promise.target->text() + " " + promise.unit + " " +
           std::string(code_of(promise.shape)) + " " + std::string(code_of(promise.gather)) + " " +
           std::string(code_of(promise.growth)) + " checked " + std::string(code_of(promise.checked)) + " period " +
           std::string(code_of(promise.period)) + " tolerance " + promise.tolerance_percent.text() + " report " +
           std::to_string(promise.report_within_days) + (promise.ceiling ? " ceiling" : "") + " from " +
           to_text(promise.from) + " to " + to_text(promise.to) + " by " + to_text(*promise.by);
}

}  // namespace

TEST_CASE("certain is said on its first day and stays, and met stays met", "[contract]") {
    Chance chance(20270101);
    std::map<Stand, int> seen;
    for (int round = 0; round < 200; ++round) {
        const Promise promise = some_promise(chance);
        INFO(shown(promise));
        const auto observations = observed_wholly(promise, chance);
        std::optional<Date> certain;
        bool met = false;
        for (Date today = promise.from; today <= promise.to + days(12); today = today + days(1)) {
            INFO(to_text(today));
            const Standing standing = standing_of(promise, observations, json::rule_book().units, today);
            CHECK(standing.certain.has_value() == (standing.stand == Stand::Missed));
            if (certain) REQUIRE(standing.certain == certain);
            if (!certain && standing.certain) REQUIRE(standing.certain == today);
            if (met) REQUIRE(standing.stand == Stand::Met);
            certain = standing.certain;
            met = standing.stand == Stand::Met;
            ++seen[standing.stand];
        }
        CHECK((certain || met));
    }
    for (const Stand stand : {Stand::OnCourse, Stand::AtRisk, Stand::Missed, Stand::NotShown, Stand::Met})
        CHECK(seen[stand] > 200);
}

TEST_CASE("what is left out makes a promise niet-aangetoond at best", "[contract]") {
    Chance chance(20270102);
    int hidden = 0;
    for (int round = 0; round < 200; ++round) {
        Promise promise = some_promise(chance);
        // To be done once is shown by any observation, a state by the last one, and at least may have been reached.
        if (promise.shape == Shape::Once || promise.gather == Gather::Last) continue;
        if (promise.gather != Gather::Mean) promise.demand = Demand::AtMost;
        auto observations = observed_wholly(promise, chance);
        const Date after = promise.to + days(12);
        const bool missed = standing_of(promise, observations, json::rule_book().units, after).certain.has_value();
        const auto gone = observations.begin() + chance.below(static_cast<int>(observations.size()));
        const auto marks = marks_of(promise);
        const bool matters = std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
            return mark.from <= gone->from && gone->to <= mark.to;
        });
        observations.erase(gone);
        if (!matters) continue;
        INFO(shown(promise));
        const Standing standing = standing_of(promise, observations, json::rule_book().units, after);
        CHECK((standing.stand == Stand::NotShown || standing.stand == Stand::Missed));
        if (!missed) CHECK(standing.stand == Stand::NotShown);
        hidden += standing.stand == Stand::NotShown;
    }
    CHECK(hidden > 20);
}

TEST_CASE("failing is certain when the best that can follow does not help, and not a day before", "[contract]") {
    Chance chance(20270103);
    int helped = 0, lost = 0;
    for (int round = 0; round < 400; ++round) {
        const Promise promise = some_promise(chance);
        const auto observations = observed_wholly(promise, chance);
        const Date after = promise.to + days(12);
        const auto certain = standing_of(promise, observations, json::rule_book().units, after).certain;
        if (!certain) continue;
        INFO(shown(promise) << " certain " << to_text(*certain));
        // Each observation that ended later than a day is replaced by the best there is.
        const auto at_best_after = [&](Date day) {
            auto changed = observations;
            for (Observation& each : changed) {
                if (each.to <= day) continue;
                const int length = static_cast<int>((each.to - each.from).days()) + 1;
                each.value = whole(promise.demand == Demand::AtMost ? 0
                                   : promise.unit == "procent"      ? 100
                                                                    : most_a_day * length);
            }
            return standing_of(promise, changed, json::rule_book().units, after).stand;
        };
        CHECK(at_best_after(*certain) == Stand::Missed);
        ++lost;
        const bool exact = promise.shape != Shape::Once && promise.gather != Gather::Last &&
                           (promise.demand == Demand::AtMost || promise.gather == Gather::Mean);
        if (!exact) continue;
        CHECK(at_best_after(*certain - days(1)) == Stand::Met);
        ++helped;
    }
    CHECK(lost > 50);
    CHECK(helped > 30);
}

}  // namespace standing_sequence_test
