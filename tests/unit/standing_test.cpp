// SPDX-License-Identifier: EUPL-1.2
// The standings of promises: tests/cases/standings.txt; any split of the same observations comes to the same; every
// sentence is whole in both languages.
#include <random>

#include "domain/promise/due.hpp"
#include "domain/promise/logbook.hpp"
#include "domain/promise/rating.hpp"
#include "domain/promise/standing.hpp"
#include "domain/refusal.hpp"
#include "json/rules/rule_book.hpp"
#include "render/sentences.hpp"
#include "support/amounts.hpp"
#include "support/cases.hpp"
#include "support/days.hpp"

namespace standing_test {

using namespace mvoi;
using namespace mvoi::domain::measure;
using namespace mvoi::domain::promise;
using domain::Date;
using domain::to_text;

namespace {

std::string shown_if(const std::optional<Fraction>& value) {
    return value ? shown(*value) : "-";
}

void check_sentences(const std::vector<Sentence>& steps) {
    REQUIRE_FALSE(steps.empty());
    for (const Sentence& each : steps)
        for (const auto language : {domain::Language::Dutch, domain::Language::English}) {
            INFO(each.rule);
            const std::string text = render::sentence(language, each.rule, each.words);
            CHECK(text.find('{') == std::string::npos);
            CHECK(text.find("  ") == std::string::npos);
        }
}

class StandingCase {
  public:
    void play(const Line& line) {
        if (line[0] == "promise")
            promise(line);
        else if (line[0] == "point")
            promise_.points.push_back({day(line[1]), number(line[2])});
        else if (line[0] == "ceiling")
            promise_.ceiling = Ceiling{number(line[1]), *every_from(line[2])};
        else if (line[0] == "observe")
            observe(line);
        else if (line[0] == "refused")
            refused(line);
        else if (line[0] == "stands")
            stands(line);
        else
            FAIL("no such line in a case: " << line[0]);
    }

  private:
    void promise(const Line& line) {
        promise_.demand = *demand_from(line[1]);
        if (line[2] != "-") promise_.target = number(line[2]);
        promise_.unit = line[3];
        promise_.from = Date(2027, 1, 1);
        promise_.to = Date(2027, 12, 31);
        for (const auto& [name, value] : named(line, 4)) {
            if (name == "shape")
                promise_.shape = shape_from(value).value();
            else if (name == "period")
                promise_.period = every_from(value).value();
            else if (name == "checked")
                promise_.checked = every_from(value).value();
            else if (name == "growth")
                promise_.growth = growth_from(value).value();
            else if (name == "gather")
                promise_.gather = gather_from(value).value();
            else if (name == "by")
                promise_.by = day(value);
            else if (name == "from")
                promise_.from = day(value);
            else if (name == "to")
                promise_.to = day(value);
            else if (name == "tolerance")
                promise_.tolerance_percent = number(value);
            else if (name == "report")
                promise_.report_within_days = std::stoi(value);
            else
                FAIL("no such word of a promise: " << name);
        }
    }

    std::pair<Observation, Date> observation(const Line& line, std::size_t from) const {
        Observation seen;
        seen.from = day(line[from]);
        seen.to = day(line[from + 1]);
        seen.value = number(line[from + 2]);
        seen.unit = promise_.unit;
        seen.source = "bron";
        Date on = seen.to;
        for (const auto& [name, value] : named(line, from + 3)) {
            if (name == "unit") seen.unit = value;
            if (name == "source") seen.source = value;
            if (name == "persons") seen.persons = std::stoi(value);
            if (name == "on") on = day(value);
        }
        return {seen, on};
    }

    Logbook logbook() const {
        Logbook logbook(promise_, json::rule_book().units);
        for (const Observation& each : observations_) logbook.know(each);
        return logbook;
    }

    void observe(const Line& line) {
        const auto [seen, on] = observation(line, 1);
        CHECK_NOTHROW(check_promise(promise_, json::rule_book().units));
        CHECK_NOTHROW(logbook().note(seen, on));
        observations_.push_back(seen);
    }

    void refused(const Line& line) {
        const auto [seen, on] = observation(line, 2);
        try {
            logbook().note(seen, on);
            FAIL("not refused");
        } catch (const domain::Refusal& no) {
            CHECK(no.faults.front().rule == line[1]);
            check_sentences({{no.faults.front().rule, no.faults.front().words}});
        }
    }

    void stands(const Line& line) {
        const Standing found = standing_of(promise_, observations_, json::rule_book().units, day(line[1]));
        CHECK(code_of(found.stand) == line[2]);
        check_sentences(found.steps);
        CHECK(found.steps.back().rule == "standing." + line[2]);
        const MarkStanding none, &mark = found.about ? found.marks[*found.about] : none;
        for (const auto& [name, value] : named(line, 3)) {
            INFO(name);
            if (name == "about")
                CHECK(to_text(mark.mark.to) == value);
            else if (name == "value")
                CHECK(shown_if(mark.value) == value);
            else if (name == "required")
                CHECK(shown_if(mark.required) == value);
            else if (name == "forecast")
                CHECK(shown_if(mark.forecast) == value);
            else if (name == "covered")
                CHECK(std::to_string(mark.covered) == value);
            else if (name == "missing")
                CHECK(std::to_string(mark.missing) == value);
            else if (name == "certain")
                CHECK((found.certain ? to_text(*found.certain) : "-") == value);
            else if (name == "tolerance")
                CHECK(mark.in_tolerance == (value == "yes"));
            else if (name == "first-due")
                CHECK((found.first_due ? to_text(*found.first_due) : "-") == value);
            else if (name == "due")
                CHECK(due(day(line[1])) == value);
            else
                FAIL("no such word of a standing");
        }
    }

    std::string due(Date today) const {
        const auto due = next_due(promise_, observations_, json::rule_book().units, today);
        return due ? to_text(*due) : "-";
    }

    Promise promise_;
    std::vector<Observation> observations_;
};

// The days of a year in random pieces, each with what its days brought.
std::vector<Observation> split(const std::vector<Decimal>& brought, std::mt19937& random) {
    std::vector<Observation> pieces;
    for (std::size_t next = 0; next < brought.size();) {
        const std::size_t until = std::min(brought.size(), next + 1 + random() % 60);
        Observation piece;
        piece.unit = "kg";
        piece.source = "bron";
        piece.from = Date(2027, 1, 1) + boost::gregorian::days(static_cast<long>(next));
        piece.to = Date(2027, 1, 1) + boost::gregorian::days(static_cast<long>(until) - 1);
        for (; next < until; ++next) piece.value.millionths += brought[next].millionths;
        pieces.push_back(piece);
    }
    std::shuffle(pieces.begin(), pieces.end(), random);
    return pieces;
}

}  // namespace

TEST_CASE("promises stand as tests/cases/standings.txt says", "[contract]") {
    for (const Case& each : read_cases("standings.txt")) {
        INFO(each.title);
        StandingCase playing;
        for (const Line& line : each.lines) {
            INFO(line[0] << " " << line[1] << " " << line[2]);
            playing.play(line);
        }
    }
}

TEST_CASE("any split of the same observations comes to the same, exactly", "[contract]") {
    std::mt19937 random(20270101);
    for (int round = 0; round < 200; ++round) {
        std::vector<Decimal> brought(365);
        Decimal total;
        for (Decimal& each : brought) {
            each.millionths = static_cast<std::int64_t>(random() % 10'000'000);
            total.millionths += each.millionths;
        }
        Promise promise;
        promise.unit = "kg";
        promise.target = Decimal{total.millionths + static_cast<std::int64_t>(random() % 3) - 1};
        promise.from = Date(2027, 1, 1);
        promise.to = Date(2027, 12, 31);
        for (const Demand demand : {Demand::AtLeast, Demand::AtMost}) {
            promise.demand = demand;
            const bool fails = demand == Demand::AtLeast ? total < *promise.target : total > *promise.target;
            for (int again = 0; again < 3; ++again) {
                const Standing found =
                    standing_of(promise, split(brought, random), json::rule_book().units, promise.to);
                REQUIRE(found.marks.size() == 1);
                CHECK(*found.marks[0].value == Fraction(total));
                CHECK(found.stand == (fails ? Stand::Missed : Stand::Met));
                CHECK(found.marks[0].covered == 365);
            }
        }
    }
}

TEST_CASE("a promise that contradicts itself is refused with a sentence", "[contract]") {
    Promise good;
    good.unit = "procent";
    good.target = whole(95);
    good.from = Date(2027, 1, 1);
    good.to = Date(2027, 12, 31);
    const auto refused = [](const Promise& promise) -> std::string {
        try {
            check_promise(promise, json::rule_book().units);
            return "";
        } catch (const domain::Refusal& no) {
            check_sentences({{no.faults.front().rule, no.faults.front().words}});
            return no.faults.front().rule;
        }
    };
    CHECK(refused(good).empty());
    const auto with = [&](auto change) {
        Promise other = good;
        change(other);
        return refused(other);
    };
    CHECK(with([](Promise& p) { p.to = Date(2026, 12, 31); }) == "promise.term");
    CHECK(with([](Promise& p) { p.target = whole(101); }) == "promise.share");
    CHECK(with([](Promise& p) { p.target = whole(-1); }) == "promise.below-zero");
    CHECK(with([](Promise& p) { p.unit = "vadem"; }) == "promise.unknown-unit");
    CHECK(with([](Promise& p) { p.unit = ""; }) == "promise.no-unit");
    CHECK(with([](Promise& p) { p.unit = "", p.target.reset(); }) == "promise.says-nothing");
    CHECK(with([](Promise& p) { p.unit = "", p.target.reset(), p.text = "Er komt een plan"; }).empty());
    CHECK(with([](Promise& p) { p.tolerance_percent = whole(101); }) == "promise.tolerance");
    CHECK(with([](Promise& p) { p.shape = Shape::Once; }) == "promise.no-date");
    CHECK(with([](Promise& p) { p.shape = Shape::OnDate, p.by = Date(2028, 1, 1); }) == "promise.outside-term");
    CHECK(with([](Promise& p) {
              p.points = {{Date(2027, 6, 1), whole(1)}, {Date(2027, 6, 1), whole(2)}};
          }) == "promise.points-order");
}

TEST_CASE("what cannot be measured is told, and is not shown", "[contract]") {
    Promise promise;
    promise.text = "Er komt een plan";
    const Standing found = standing_of(promise, {}, json::rule_book().units, Date(2027, 1, 1));
    CHECK(found.stand == Stand::NotShown);
    check_sentences(found.steps);
    CHECK(found.steps.front().rule == "standing.not-measurable");
}

TEST_CASE("a rating is one of five, given by then", "[contract]") {
    const Date today(2027, 6, 1);
    const auto refused = [&](Rating rating) -> std::string {
        try {
            check_rating(rating, Date(2027, 1, 1), json::rule_book().rules, today);
            return "";
        } catch (const domain::Refusal& no) {
            check_sentences({{no.faults.front().rule, no.faults.front().words}});
            return no.faults.front().rule;
        }
    };
    for (const char* code : {"goed", "nadert-doel", "verbetering-nodig", "onvoldoende"})
        CHECK(refused({today, "jansen", code, ""}).empty());
    CHECK(refused({today, "jansen", "anders", ""}) == "rating.other");
    CHECK(refused({today, "jansen", "anders", "Overgedragen"}).empty());
    CHECK(refused({today, "jansen", "matig", ""}) == "rating.unknown");
    CHECK(refused({Date(2027, 6, 2), "jansen", "goed", ""}) == "rating.future");
    CHECK(refused({Date(2026, 12, 31), "jansen", "goed", ""}) == "rating.before-promise");
    CHECK(refused({Date(2027, 1, 1), "jansen", "goed", ""}).empty());
    const std::vector<Rating> ratings = {{Date(2027, 3, 1), "a", "goed", ""}, {Date(2027, 5, 1), "b", "anders", "x"}};
    CHECK(rating_on(ratings, Date(2027, 2, 28)) == nullptr);
    CHECK(rating_on(ratings, Date(2027, 4, 30))->by == "a");
    CHECK(rating_on(ratings, Date(2027, 5, 1))->by == "b");
}

TEST_CASE("decimals are exact, and say what they were given", "[contract]") {
    for (const char* text : {"0", "1", "-1", "95.5", "0.000001", "-0.25", "1000000000000", "123.456789"})
        CHECK(number(text).text() == text);
    CHECK(number("1.500000").text() == "1.5");
    for (const char* text : {"", "-", ".5", "5.", "1,5", "1e3", "+1", " 1", "1 ", "0.0000001", "1000000000000.000001",
                             "99999999999999999999", "1.2.3", "0x1"})
        CHECK_FALSE(parse_decimal(text));
    CHECK(Fraction(number("0.1")) + Fraction(number("0.2")) == Fraction(number("0.3")));
    CHECK(Fraction::of(1, 3) + Fraction::of(1, 3) + Fraction::of(1, 3) == Fraction(1));
    CHECK(Fraction::of(1, 2).rounded(0) == whole(1));
    CHECK(Fraction::of(-1, 2).rounded(0) == whole(-1));
    CHECK(Fraction::of(499, 1000).rounded(0) == whole(0));
    CHECK(Fraction::of(2, 3).rounded(2).text() == "0.67");
    CHECK_THROWS_AS(Fraction(1) / Fraction(0), std::domain_error);
    Fraction huge(INT64_MAX);
    CHECK_THROWS_AS(huge * huge * huge, std::overflow_error);
}

TEST_CASE("units of one kind are converted exactly, others only by a factor with a source", "[contract]") {
    const auto& units = json::rule_book().units;
    const auto unit = [&](const char* code) -> const UnitOfMeasure& { return *find_unit(units, code); };
    CHECK(convert(Fraction(number("1.5")), unit("ton"), unit("kg")) == Fraction(1500));
    CHECK(convert(Fraction(1), unit("kg"), unit("ton")) == Fraction::of(1, 1000));
    CHECK_FALSE(convert(Fraction(1), unit("kwh"), unit("kg-co2e")));
    CHECK_FALSE(convert(Fraction(1), unit("kg"), unit("kg-co2e")));
    CHECK_FALSE(convert(Fraction(1), unit("euro"), unit("mki-euro")));
    const DeclaredFactor declared{"kwh", "kg-co2e", number("0.27"), "opgave van de leverancier, 2027"};
    CHECK(convert(Fraction(2), unit("mwh"), unit("ton-co2e"), declared, units) == Fraction::of(54, 100));
    CHECK_FALSE(convert(Fraction(2), unit("mwh"), unit("ton-co2e"), {"kwh", "kg-co2e", number("0.27"), ""}, units));
    CHECK_FALSE(convert(Fraction(2), unit("km"), unit("ton-co2e"), declared, units));
    for (const UnitOfMeasure& each : units) {
        INFO(each.code);
        REQUIRE(find_unit(units, each.base));
        CHECK(find_unit(units, each.base)->in_base == whole(1));
        CHECK(each.in_base > whole(0));
        CHECK_FALSE(each.source.empty());
    }
}

namespace {

std::string told(const Promise& promise, const std::vector<Observation>& seen, Date today) {
    std::string text;
    for (const Sentence& each : standing_of(promise, seen, json::rule_book().units, today).steps)
        text += render::sentence(domain::Language::Dutch, each.rule, each.words) + "\n";
    return text;
}

Observation persons(const std::string& value, const std::string& source = "lijst") {
    Observation seen;
    seen.value = number(value);
    seen.unit = "aantal";
    seen.from = Date(2026, 7, 1);
    seen.to = Date(2026, 12, 31);
    seen.source = source;
    return seen;
}

// Six a year, under a contract that begins on 1 July: 6 x 184 / 365 = 3.02... in the first half year.
Promise six_a_year() {
    Promise promise;
    promise.unit = "aantal";
    promise.target = number("6");
    promise.from = Date(2026, 7, 1);
    promise.to = Date(2027, 12, 31);
    return promise;
}

}  // namespace

TEST_CASE("no sentence rounds a number past the verdict", "[contract]") {
    const std::string missed = told(six_a_year(), {persons("3")}, Date(2027, 1, 15));
    INFO(missed);
    CHECK(missed.find("ten minste 3,02 van") != std::string::npos);
    CHECK(missed.find("Gemeten is 3, over") != std::string::npos);
    CHECK(missed.find("gemist") != std::string::npos);
    // A value is shown as it was put down.
    CHECK(told(six_a_year(), {persons("3.5")}, Date(2027, 1, 15)).find("Gemeten is 3,5, over") != std::string::npos);
    // Closer than people are usually shown: as many decimals as it takes.
    CHECK(told(six_a_year(), {persons("3.024657")}, Date(2027, 1, 15)).find("ten minste 3,024658 van") !=
          std::string::npos);
}

TEST_CASE("that two sources were added up over the same days is said", "[contract]") {
    const std::string together = "neem er dan een terug";
    CHECK(told(six_a_year(), {persons("3", "a"), persons("3", "b")}, Date(2027, 1, 15)).find(together) !=
          std::string::npos);
    CHECK(told(six_a_year(), {persons("3", "a")}, Date(2027, 1, 15)).find(together) == std::string::npos);
}

}  // namespace standing_test
