// SPDX-License-Identifier: EUPL-1.2
// Runs tests/cases/drifts.txt and reviews.txt; and every row of vocabulary "drifts" has a case in which it is found.
#include <set>

#include "tender_case.hpp"

namespace review_test {

using namespace mvoi::domain;

namespace {

class DriftCase {
  public:
    void play(const Line& line) {
        if (!running_.play(line)) expectations_.push_back(line);
    }

    // The kinds that were expected and found.
    std::set<std::string> check() {
        REQUIRE(running_.reviewed);
        REQUIRE_FALSE(expectations_.empty());
        const Review& review = running_.reviewed->review;
        const auto drifts = drift_since(running_.reviewed->frozen, running_.tender, review.drift);
        std::set<std::string> kinds;
        std::multiset<std::string> found, wanted;
        bool on_agenda = false;
        for (const Line& line : expectations_) {
            if (line[0] == "unchanged") continue;
            REQUIRE((line[0] == "agenda" || line[0] == "named"));
            std::string sentence;
            for (const std::string& word : line) sentence += (sentence.empty() ? "" : " ") + word;
            wanted.insert(sentence);
            on_agenda = on_agenda || line[0] == "agenda";
            kinds.insert(line[1]);
        }
        for (const Drift& drift : drifts) found.insert(written(drift));
        CHECK(found == wanted);
        CHECK(any_on_agenda(drifts) == on_agenda);
        // A case that was only just asked has not changed since.
        CHECK(drift_since(running_.tender, running_.tender, review.drift).empty());
        return kinds;
    }

  private:
    static std::string written(const Drift& drift) {
        std::string text = drift.on_agenda ? "agenda " : "named ";
        text += drift.kind;
        if (!drift.theme.empty()) text += " " + drift.theme;
        if (drift.before.empty() && drift.after.empty()) return text;
        return text + " " + (drift.before.empty() ? "-" : drift.before) + " > " +
               (drift.after.empty() ? "-" : drift.after);
    }

    TenderCase running_;
    std::vector<Line> expectations_;
};

void expect(const TenderCase& running, const Line& line) {
    INFO(line[0] << " " << line[1]);
    if (line[0] == "needed") {
        const auto roles = reviewers_needed(running.tender, running.in_force(), running.today);
        CHECK((roles.empty() ? Line{"-"} : roles) == Line(line.begin() + 1, line.end()));
        return;
    }
    if (line[0] == "meeting") {
        const auto day = next_meeting(running.in_force(), running.today);
        CHECK((day ? to_text(*day) : "-") == line[1]);
        return;
    }
    REQUIRE(running.reviewed);
    const Review& review = running.reviewed->review;
    if (line[0] == "state") {
        CHECK(code_of(state_of(review)) == line[1]);
        CHECK(is_approved(review) == line[1].starts_with("akkoord"));
    } else if (line[0] == "turn") {
        const std::string role = next_reviewer(review);
        CHECK((role.empty() ? "-" : role) == line[1]);
    } else if (line[0] == "open-conditions") {
        CHECK(has_open_conditions(review) == (line[1] == "yes"));
    } else {
        FAIL("no such line in a case");
    }
}

}  // namespace

TEST_CASE("what changed since a case was laid before the board: the cases") {
    std::set<std::string> found;
    for (const Case& each : read_cases("drifts.txt")) {
        INFO(each.title);
        DriftCase running;
        for (const Line& line : each.lines) running.play(line);
        found.merge(running.check());
    }
    std::set<std::string> known;
    for (const Term& row : mvoi::json::rule_book().rules.vocabulary("drifts")) known.insert(row.code);
    CHECK(found == known);
}

TEST_CASE("who reviews, when, and what was said: the cases") {
    for (const Case& each : read_cases("reviews.txt")) {
        INFO(each.title);
        TenderCase running;
        std::vector<Line> expectations;
        for (const Line& line : each.lines)
            if (!running.play(line)) expectations.push_back(line);
        running.settle();
        REQUIRE_FALSE(expectations.empty());
        for (const Line& line : expectations) expect(running, line);
    }
}

}  // namespace review_test
