// SPDX-License-Identifier: EUPL-1.2
// By when a promise is to be rated: tests/cases/ratings.txt.
#include "domain/promise/rating_due.hpp"
#include "json/rules/rule_book.hpp"
#include "render/sentences.hpp"
#include "support/cases.hpp"
#include "support/days.hpp"

namespace rating_test {

using namespace mvoi;
using namespace mvoi::domain::promise;

namespace {

class RatingCase {
  public:
    void play(const Line& line) {
        if (line[0] == "promise") {
            promise_.from = day(line[1]);
            promise_.to = day(line[2]);
        } else if (line[0] == "ended") {
            ended_ = day(line[1]);
        } else if (line[0] == "rated") {
            for (std::size_t i = 1; i < line.size(); ++i) ratings_.push_back({day(line[i]), "jansen", "goed", ""});
        } else if (line[0] == "due") {
            due(line);
        } else {
            FAIL("no such line in a case: " << line[0]);
        }
    }

  private:
    void due(const Line& line) const {
        const domain::Date today = day(line[1]);
        INFO("on " << line[1]);
        const int after_end = days_after_end(json::rule_book().rules, today);
        const auto term = rated_term(promise_, ended_);
        const auto found = rating_due(term, ratings_, after_end, today);
        CHECK((found ? domain::to_text(*found) : "-") == line[2]);
        // In whatever order they were given.
        CHECK(rating_due(term, {ratings_.rbegin(), ratings_.rend()}, after_end, today) == found);
    }

    Promise promise_;
    std::optional<domain::Date> ended_;
    std::vector<Rating> ratings_;
};

}  // namespace

TEST_CASE("by when a rating is due is as tests/cases/ratings.txt says", "[contract][rating]") {
    for (const Case& each : read_cases("ratings.txt")) {
        INFO(each.title);
        RatingCase playing;
        for (const Line& line : each.lines) playing.play(line);
    }
}

TEST_CASE("a rating that is due is said from that day on", "[contract][rating]") {
    Promise promise;
    promise.number = 3;
    CHECK_FALSE(rating_finding(promise, day("2028-01-01"), day("2027-12-31")));
    CHECK_FALSE(rating_finding(promise, std::nullopt, day("2027-12-31")));
    const auto found = rating_finding(promise, day("2028-01-01"), day("2028-01-01"));
    REQUIRE(found);
    for (const auto language : {domain::Language::Dutch, domain::Language::English}) {
        const std::string text = render::sentence(language, "finding." + found->rule, found->words);
        CHECK(text.find('{') == std::string::npos);
        CHECK(text.find(language == domain::Language::Dutch ? "1 januari 2028" : "1 January 2028") !=
              std::string::npos);
    }
}

}  // namespace rating_test
