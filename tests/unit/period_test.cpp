// SPDX-License-Identifier: EUPL-1.2
// Counting days: tests/cases/periods.txt, every statutory period on both sides of its border, the holidays of the years
// for which they were listed, and 10,000 periods counted again by a walker that shares nothing with the library.
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>

#include "domain/calendar/days.hpp"
#include "json/rules/rule_book.hpp"
#include "render/sentences.hpp"
#include "support/asked.hpp"
#include "support/cases.hpp"

namespace period_test {

using namespace mvoi;
using namespace mvoi::domain::calendar;
using domain::Date;

namespace {

json::Value number_or_text(const std::string& word) {
    std::int64_t number = 0;
    const auto end = std::from_chars(word.data(), word.data() + word.size(), number).ptr;
    return end == word.data() + word.size() ? json::Value(number) : json::Value(word);
}

// ---- cases ----------------------------------------------------------------------------------------------------------

class PeriodCase {
  public:
    void play(const Line& line) {
        if (line[0] == "with")
            conditions_.add(line[1], line.size() < 3      ? json::Value(true)
                                     : line[2] == "false" ? json::Value(false)
                                                          : number_or_text(line[2]));
        else if (const auto member = members.find(line[0]); member != members.end())
            request_.add(member->second, number_or_text(line[1]));
        else
            expect(line);
    }

    // Codes of statutory periods that were seen to be long enough, and too short.
    static inline std::set<std::string> enough, short_of;

  private:
    static inline const std::map<std::string, std::string> members = {
        {"rule", "rule"},           {"days", "days"},           {"weeks", "weeks"},
        {"months", "months"},       {"direction", "direction"}, {"counting", "countingRule"},
        {"closing", "closingTime"}, {"procedure", "procedure"}, {"today", "today"}};

    json::Value request_on(const std::string& day, const std::string& chosen = {}) const {
        json::Value request = request_.is_null() ? json::Value(json::Object{}) : request_;
        request.add("dayZero", day);
        if (!conditions_.is_null()) request.add("conditions", conditions_);
        if (!chosen.empty()) request.add("chosenDay", chosen);
        return request;
    }

    void expect(const Line& line) {
        INFO(line[0] << " " << (line.size() > 1 ? line[1] : ""));
        if (line[0] == "on")
            ends(line);
        else if (line[0] == "enough" || line[0] == "short" || line[0] == "late" || line[0] == "unsettled")
            chosen(line);
        else if (line[0] == "says" || line[0] == "silent")
            for (std::size_t i = 1; i < line.size(); ++i)
                CHECK(asked_.findings().contains("period-" + line[i]) == (line[0] == "says"));
        else if (line[0] == "next")
            CHECK(asked_.answer.text_or("earliestNext") == line[1]);
        else if (line[0] == "vervaltermijn")
            CHECK(asked_.answer.text_or("vervaltermijn") == line[1]);
        else if (line[0] == "left")
            CHECK(asked_.answer.integer_or("daysLeft", -1) == std::stoi(line[1]));
        else if (line[0] == "applied")
            CHECK(asked_.answer.text_or("applied") == line[1]);
        else if (line[0] == "steps")
            CHECK(std::to_string(asked_.answer.list_or_empty("steps").size()) == line[1]);
        else if (line[0] == "refused")
            refused(line);
        else
            FAIL("no such line in a case: " << line[0]);
    }

    void ends(const Line& line) {
        day_ = line[1];
        asked_ = ask("period.compute", request_on(day_));
        for (const auto& fault : asked_.no) FAIL_CHECK("refused: " << fault.rule << " " << fault.path);
        CHECK(asked_.answer.text_or("rawLastDay") == line[2]);
        CHECK(asked_.answer.text_or("lastDay") == line[3]);
        adds_up();
        const Asked english = ask("period.compute", request_on(day_), domain::Language::English);
        CHECK(english.answer.text_or("lastDay") == line[3]);
    }

    // The steps go from day 0 to the last day, and from where the count falls on they are a day apart.
    void adds_up() const {
        const json::List& steps = asked_.answer.list_or_empty("steps");
        REQUIRE(steps.size() >= 2);
        CHECK(steps.back().text_or("date") == asked_.answer.text_or("lastDay"));
        for (const json::Value& step : steps) CHECK(step.text_or("text").find("{") == std::string::npos);
        const std::string raw = asked_.answer.text_or("rawLastDay");
        std::size_t at = steps.size() - 1;
        for (; at > 0 && steps[at].text_or("date") != raw; --at) {
            const auto before = domain::parse_date(steps[at - 1].text_or("date"));
            CHECK(add_days(*before, 1) == *domain::parse_date(steps[at].text_or("date")));
        }
        CHECK(at > 0);
    }

    void chosen(const Line& line) const {
        const auto said = ask("period.compute", request_on(day_, line[1])).findings();
        CHECK(said.contains("period-chosen-too-early") == (line[0] == "short"));
        CHECK(said.contains("period-chosen-too-late") == (line[0] == "late"));
        CHECK(said.contains("period-chosen-unsettled") == (line[0] == "unsettled"));
        (line[0] == "enough" ? enough : short_of).insert(asked_.answer.text_or("applied"));
    }

    void refused(const Line& line) const {
        const Asked asked = ask("period.compute", request_on(line[3]));
        REQUIRE_FALSE(asked.no.empty());
        CHECK(asked.no.front().rule == line[1]);
        CHECK(asked.no.front().path == line[2]);
        for (const domain::Language language : {domain::Language::Dutch, domain::Language::English})
            CHECK(render::sentence(language, asked.no.front().rule, asked.no.front().words).find("{}") ==
                  std::string::npos);
    }

    json::Value request_, conditions_;
    std::string day_;
    Asked asked_;
};

// ---- the walker -----------------------------------------------------------------------------------------------------

// Counts as one does with a wall calendar: a day at a time, with its own days, weekdays and Easter.
struct Walked {
    int year, month, day;

    bool leap() const { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }
    int month_days() const {
        if (month == 2) return leap() ? 29 : 28;
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
    void forward() {
        if (++day <= month_days()) return;
        day = 1;
        if (++month > 12) month = 1, ++year;
    }
    void back() {
        if (--day >= 1) return;
        if (--month < 1) month = 12, --year;
        day = month_days();
    }
    void step(bool ahead) { ahead ? forward() : back(); }
    int weekday() const {  // Sakamoto; 0 is Sunday
        static const int offsets[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
        const int y = month < 3 ? year - 1 : year;
        return (y + y / 4 - y / 100 + y / 400 + offsets[month - 1] + day) % 7;
    }
    bool operator==(const Walked&) const = default;
};

// Gauss, with his two exceptions, for 1900 to 2199.
Walked gauss_easter(int year) {
    const int a = year % 19, b = year % 4, c = year % 7;
    const int m = 24, n = year < 2100 ? 5 : 6;
    const int d = (19 * a + m) % 30, e = (2 * b + 4 * c + 6 * d + n) % 7;
    int day = 22 + d + e;
    if (day <= 31) return {year, 3, day};
    day -= 31;
    if (day == 26) day = 19;
    if (day == 25 && d == 28 && e == 6 && a > 10) day = 18;
    return {year, 4, day};
}

class Walker {
  public:
    // As the data has them, written out again.
    static bool equated(const Walked& day) {
        static const Walked days[] = {{2023, 4, 28}, {2023, 5, 19}, {2024, 5, 10}, {2024, 12, 27}, {2025, 5, 30},
                                      {2026, 1, 2},  {2026, 5, 15}, {2027, 5, 7},  {2028, 4, 28},  {2028, 5, 26}};
        for (const Walked& each : days)
            if (each == day) return true;
        return false;
    }
    static bool rests(const Walked& day) {
        if (day.weekday() == 0 || day.weekday() == 6 || equated(day)) return true;
        const int number = day.month * 100 + day.day;
        if (number == 101 || number == 505 || number == 1225 || number == 1226) return true;
        if (number == 427 || (number == 426 && Walked{day.year, 4, 27}.weekday() == 0)) return true;
        Walked easter = gauss_easter(day.year);
        easter.back(), easter.back();
        for (int distance = -2; distance <= 50; ++distance, easter.forward())
            if (easter == day) return distance == -2 || distance == 1 || distance == 39 || distance == 50;
        return false;
    }
    static Walked last_day(Walked day, int count, Unit unit, bool ahead, CountingRule rule) {
        const Walked zero = day;
        if (unit == Unit::Months) {
            for (int i = 0; i < count; ++i) {
                day.month += ahead ? 1 : -1;
                if (day.month == 13) day.month = 1, ++day.year;
                if (day.month == 0) day.month = 12, --day.year;
            }
            if (day.day > day.month_days()) day.day = day.month_days();
        } else {
            for (int i = 0; i < count * (unit == Unit::Weeks ? 7 : 1); ++i) day.step(ahead);
        }
        if (!ahead || rule == CountingRule::None) return day;
        const bool atw = rule == CountingRule::Atw;
        const int most = unit == Unit::Days ? 90 : unit == Unit::Weeks ? 12 : 3;
        if (atw && count > most) return day;
        while (rests(day)) day.forward();
        if (unit == Unit::Days && count < (atw ? 3 : 2)) return day;
        while (true) {
            int working = 0;
            for (Walked each = zero; !(each == day);) {
                each.forward();
                working += !rests(each);
            }
            if (working >= 2) return day;
            day.forward();
        }
    }
};

Walked walked(Date day) {
    return {day.year(), day.month(), day.day()};
}

// ---- the shared vectors ---------------------------------------------------------------------------------------------

std::vector<Line> shared_rows(const std::string& name) {
    const char* named = std::getenv("MVOI_SHARED");
    const std::filesystem::path folder =
        named ? std::filesystem::path(named) : std::filesystem::path(MVOI_SOURCE_DIR) / ".." / "shared";
    std::ifstream file(folder / "data" / "law" / name);
    std::vector<Line> rows;
    for (std::string line; std::getline(file, line);) {
        std::istringstream cells(line);
        Line row;
        for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
        rows.push_back(std::move(row));
    }
    if (rows.empty()) std::cout << "skipped: no " << name << " (MVOI_SHARED names the folder)\n";
    return rows;
}

}  // namespace

TEST_CASE("periods are counted as tests/cases/periods.txt says", "[period]") {
    for (const Case& each : read_cases("periods.txt")) {
        INFO(each.title);
        PeriodCase playing;
        for (const Line& line : each.lines) playing.play(line);
    }
    for (const StatutoryPeriod& row : json::rule_book().law.periods) {
        INFO(row.code);
        if (row.effect == Effect::Adds || row.effect == Effect::States) continue;
        CHECK(PeriodCase::enough.contains(row.code));
        CHECK(PeriodCase::short_of.contains(row.code));
    }
}

TEST_CASE("10,000 periods end where a walker with a wall calendar ends", "[period]") {
    std::mt19937 dice(20201102);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(dice); };
    const EquatedDays& equated = json::rule_book().law.equated;
    const WorkCalendar calendar(equated);
    int differences = 0, longer = 0;
    for (int i = 0; i < 10000; ++i) {
        const Date zero = add_days(Date(2014, 1, 1), pick(0, i % 2 ? 31700 : 5500));
        Period period;
        period.unit = std::array{Unit::Days, Unit::Weeks,
                                 Unit::Months}[static_cast<std::size_t>(pick(0, 9) / 8 + pick(0, 9) / 9)];
        period.count = period.unit == Unit::Days ? pick(1, i % 3 ? 12 : 120) : pick(1, 16);
        period.direction = pick(0, 4) ? Direction::Forward : Direction::Backward;
        period.rule = std::array{CountingRule::Atw, CountingRule::Regulation1182,
                                 CountingRule::None}[static_cast<std::size_t>(pick(0, 2))];
        const Counted counted = count(period, zero, calendar);
        const Walked expected = Walker::last_day(walked(zero), period.count, period.unit,
                                                 period.direction == Direction::Forward, period.rule);
        if (!(walked(counted.last) == expected)) {
            ++differences;
            UNSCOPED_INFO(domain::to_text(zero) << " " << period.count << " " << code_of(period.unit) << " "
                                                << code_of(period.rule) << ": " << domain::to_text(counted.last));
        }
        Period by_regulation = period, by_atw = period;
        by_regulation.rule = CountingRule::Regulation1182;
        by_atw.rule = CountingRule::Atw;
        longer += count(by_regulation, zero, calendar).last < count(by_atw, zero, calendar).last;
    }
    CHECK(differences == 0);
    CHECK(longer == 0);  // so the Verordening alone is enough where both could apply
}

TEST_CASE("every working day of 2014 to 2100 is one to the walker too", "[period]") {
    const WorkCalendar calendar(json::rule_book().law.equated);
    int differences = 0;
    for (Date day(2014, 1, 1); day <= Date(2100, 12, 31); day = add_days(day, 1))
        differences += calendar.works(day) == Walker::rests(walked(day));
    CHECK(differences == 0);
}

TEST_CASE("the King's birthday is celebrated on a Saturday where 27 April is a Sunday", "[period]") {
    std::set<int> earlier;
    for (int year = 2014; year <= 2042; ++year) {
        CHECK(kings_day(year).month() == 4);
        if (kings_day(year).day() == 26) earlier.insert(year);
    }
    CHECK(earlier == std::set<int>{2014, 2025, 2031, 2036, 2042});
}

TEST_CASE("the rows of the law hang together", "[period]") {
    const CalendarLaw& law = json::rule_book().law;
    for (const StatutoryPeriod& row : law.periods) {
        INFO(row.code);
        for (const RowCondition& each : row.conditions) {
            CHECK((each.row.empty() || find_period(law.periods, each.row)));
            CHECK_FALSE((each.row.empty() && each.finding.empty()));
        }
        for (const domain::Language language : {domain::Language::Dutch, domain::Language::English}) {
            for (const std::string& finding : row.findings) CHECK(render::has_sentence(language, "finding." + finding));
            for (const RowCondition& each : row.conditions)
                CHECK((each.finding.empty() || render::has_sentence(language, "finding." + each.finding)));
        }
    }
    CHECK(law.equated.known_from == Date(2023, 1, 1));
    CHECK(law.equated.known_to == Date(2028, 12, 31));
}

TEST_CASE("the shared vectors of periods", "[period]") {
    const auto rows = shared_rows("deadline_vectors.csv");
    const EquatedDays& equated = json::rule_book().law.equated;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        INFO(rows[i][0] << " " << rows[i][2]);
        const Date zero = *domain::parse_date(rows[i][2]);
        for (const CountingRule rule : {CountingRule::Atw, CountingRule::Regulation1182}) {
            Period period;
            period.count = std::stoi(rows[i][3]);
            period.rule = rule;
            const Counted whole = count(period, zero, WorkCalendar(equated));
            CHECK(domain::to_text(whole.raw) == rows[i][4]);
            CHECK(domain::to_text(whole.last) == rows[i][6]);
            const WorkCalendar without(equated, WorkCalendar::View::WithoutDecrees);
            CHECK(domain::to_text(count(period, zero, without).last) == rows[i][7]);
        }
    }
}

TEST_CASE("the shared list of holidays", "[period]") {
    const auto rows = shared_rows("nl_atw_holidays_2024_2030.csv");
    if (rows.empty()) return;
    std::set<std::string> listed;
    for (std::size_t i = 1; i < rows.size(); ++i) listed.insert(rows[i][0]);
    const WorkCalendar calendar(json::rule_book().law.equated);
    for (Date day(2024, 1, 1); day <= Date(2030, 12, 31); day = add_days(day, 1)) {
        INFO(domain::to_text(day));
        const auto weekday = walked(day).weekday();
        const bool weekend = weekday == 0 || weekday == 6;
        CHECK(calendar.works(day) == (!weekend && !listed.contains(domain::to_text(day))));
    }
}

}  // namespace period_test
