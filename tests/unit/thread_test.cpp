// SPDX-License-Identifier: EUPL-1.2
// The golden thread: tests/cases/threads.txt, and every sentence whole in both languages.
#include "domain/contract/thread.hpp"
#include "json/rules/rule_book.hpp"
#include "render/sentences.hpp"
#include "support/cases.hpp"
#include "support/days.hpp"
#include "support/sentences.hpp"

namespace thread_test {

using namespace mvoi;
using namespace mvoi::domain::contract;
using namespace mvoi::domain::measure;
using namespace mvoi::domain::promise;

namespace {

class ThreadCase {
  public:
    void play(const Line& line) {
        if (line[0] == "chosen") {
            applied(line[1]).criteria.push_back({});
            applied(line[1]).criteria.back().title = line[2];
            applied(line[1]).criteria.back().kind = line[3];
        } else if (line[0] == "owed") {
            social_return_ = true;
        } else if (line[0] == "applied") {
            applied(line[1]);
        } else if (line[0] == "explained") {
            decisions_.push_back({line[1], domain::Date(2027, 1, 1), domain::Explained{}});
        } else if (line[0] == "offered") {
            offered_.push_back(read(line));
        } else if (line[0] == "signed") {
            contracted_.push_back(read(line).promise);
        } else if (line[0] == "point") {
            Promise& last = line[1] == "offered" ? offered_.back().promise : contracted_.back();
            last.points.push_back({day(line[2]), parse_decimal(line[3]).value()});
        } else if (line[0] == "row") {
            expected_.push_back(line);
        } else {
            FAIL("no such line in a case: " << line[0]);
        }
    }

    void check() const {
        const auto rows = thread_of(
            {decisions_, offered_, contracted_, json::rule_book().units, json::rule_book().rules, social_return_});
        REQUIRE(rows.size() == expected_.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Line& line = expected_[i];
            INFO(line[1] << " " << line[2]);
            CHECK(rows[i].theme == line[1]);
            CHECK((rows[i].criterion.empty() ? "-" : rows[i].criterion) == line[2]);
            CHECK(code_of(rows[i].outcome) == line[3]);
            REQUIRE(rows[i].findings.size() == line.size() - 4);
            for (std::size_t j = 4; j < line.size(); ++j) check(rows[i].findings[j - 4], line[j]);
        }
    }

  private:
    static void check(const domain::Finding& finding, const std::string& expected) {
        const auto parts = parts_of(expected, ':');
        CHECK(finding.rule == "thread-" + parts[0]);
        check_sentence(finding);
        if (parts.size() < 2) return;
        for (const std::string& each : parts_of(parts[1], ',')) {
            const auto word = parts_of(each, '=');
            INFO(each);
            REQUIRE(finding.words.contains(word[0]));
            CHECK(finding.words.at(word[0]) == word[1]);
        }
    }

    domain::Applied& applied(const std::string& theme) {
        for (domain::Decision& each : decisions_)
            if (each.theme == theme) return std::get<domain::Applied>(each.choice);
        decisions_.push_back({theme, domain::Date(2027, 1, 1), domain::Applied{}});
        return std::get<domain::Applied>(decisions_.back().choice);
    }

    static Offered read(const Line& line) {
        Offered offered;
        Promise& promise = offered.promise;
        promise.theme = line[1];
        promise.criterion = line[2] == "-" ? "" : line[2];
        std::size_t words = 4;
        if (line[3] != "in-woorden") {
            promise.demand = demand_from(line[3]).value();
            promise.target = parse_decimal(line[4]);
            promise.unit = line[5];
            words = 6;
        }
        for (; words < line.size(); ++words) {
            const auto word = parts_of(line[words], '=');
            if (word[0] == "points")
                offered.points = std::stoi(word[1]);
            else if (word[0] == "kpi")
                promise.kpi = word[1];
            else if (word[0] == "text")
                promise.text = word[1];
            else if (word[0] == "tolerance")
                promise.tolerance_percent = parse_decimal(word[1]).value();
            else if (word[0] == "shape")
                promise.shape = shape_from(word[1]).value();
            else if (word[0] == "gather")
                promise.gather = gather_from(word[1]).value();
            else if (word[0] == "period")
                promise.period = every_from(word[1]).value();
            else if (word[0] == "by")
                promise.by = day(word[1]);
            else
                FAIL("no such word of a promise: " << word[0]);
        }
        return offered;
    }

    bool social_return_ = false;
    std::vector<domain::Decision> decisions_;
    std::vector<Offered> offered_;
    std::vector<Promise> contracted_;
    std::vector<Line> expected_;
};

}  // namespace

TEST_CASE("the thread breaks where tests/cases/threads.txt says", "[contract][thread]") {
    for (const Case& each : read_cases("threads.txt")) {
        INFO(each.title);
        ThreadCase playing;
        for (const Line& line : each.lines) playing.play(line);
        playing.check();
    }
}

}  // namespace thread_test
