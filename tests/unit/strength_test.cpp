// SPDX-License-Identifier: EUPL-1.2
// Runs tests/cases/strengths.txt; and every point that has a sentence has a case in which it speaks.
#include <map>
#include <set>

#include "domain/decision/strength.hpp"
#include "json/text.hpp"
#include "json/value.hpp"
#include "render/sentences.hpp"
#include "tender_case.hpp"

namespace strength_test {

using namespace mvoi::domain;

namespace {

class StrengthCase {
  public:
    void play(const Line& line) {
        if (line[0] == "elsewhere")
            elsewhere(line);
        else if (line[0] == "words")
            words_ = std::stoi(line[1]);
        else if (!running_.play(line))
            expectations_.push_back(line);
    }

    std::set<std::string> check() {
        running_.settle();
        REQUIRE_FALSE(expectations_.empty());
        Explained given = *explanation_of(running_.decision(theme_));
        for (int n = 0; n < words_; ++n) given.text += (n ? " woord" : "woord") + std::to_string(n);
        const Review* review = running_.reviewed ? &running_.reviewed->review : nullptr;
        const Strength found = strength_of({running_.tender, theme_, given, precedents_, mvoi::json::rule_book().rules,
                                            running_.applied(), running_.in_force(), review, running_.today});
        std::map<std::string, int> points;
        for (const StrengthPoint& point : found.points) {
            points[point.rule] = point.points;
            const std::string sentence = mvoi::render::sentence(Language::Dutch, "strength." + point.rule, point.words);
            CHECK(sentence.find('{') == std::string::npos);
        }
        CHECK(points.size() == found.points.size());
        CHECK(found.theme == theme_);
        std::set<std::string> spoke;
        for (const Line& line : expectations_) {
            INFO(line[0] << " " << line[1]);
            if (line[0] == "point") {
                REQUIRE(points.contains(line[1]));
                CHECK(points.at(line[1]) == std::stoi(line[2]));
                spoke.insert(line[1]);
            } else if (line[0] == "no-point") {
                CHECK_FALSE(points.contains(line[1]));
            } else if (line[0] == "grade") {
                int sum = 0;
                for (const auto& [rule, each] : points) sum += each;
                CHECK(sum == std::stoi(line[2]));
                CHECK(code_of(found.grade) == line[1]);
            } else {
                FAIL("no such line in a case");
            }
        }
        return spoke;
    }

  private:
    void elsewhere(const Line& line) {
        for (const auto& [name, value] : named_in(line, 1)) {
            const std::int64_t count = std::stoll(value);
            if (name == "applied") precedents_.applied = {{1, count / 2}, {2, count - count / 2}};
            if (name == "explained") precedents_.reasons = {{"budget", count / 2}, {"te-laat", count - count / 2}};
            if (name == "rejected") precedents_.verdicts["afgewezen"] = count;
            if (name == "approved") precedents_.verdicts["akkoord"] = count;
            if (name == "same-text") precedents_.same_text = count;
            if (name == "similar-text") precedents_.similar_text = count;
        }
    }

    TenderCase running_;
    const std::string theme_ = "klimaat";
    Precedents precedents_;
    int words_ = 0;
    std::vector<Line> expectations_;
};

}  // namespace

TEST_CASE("how strong an explanation is: the cases") {
    std::set<std::string> spoke;
    for (const Case& each : read_cases("strengths.txt")) {
        INFO(each.title);
        StrengthCase running;
        for (const Line& line : each.lines) running.play(line);
        spoke.merge(running.check());
    }
    std::ifstream file(std::string(MVOI_SOURCE_DIR) + "/schema/messages/nl.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::set<std::string> known;
    const std::string prefix = "strength.";
    const mvoi::json::Value sentences = mvoi::json::parse(text);
    for (const mvoi::json::Member& each : *sentences.object())
        if (each.name.starts_with(prefix)) known.insert(each.name.substr(prefix.size()));
    CHECK(spoke == known);
}

}  // namespace strength_test
