// SPDX-License-Identifier: EUPL-1.2
// Runs tests/cases/lapses.txt and lapses_flags.txt; every row of vocabulary "endings" ends an explanation in a case.
#include <set>

#include "tender_case.hpp"

namespace lapse_test {

using namespace mvoi::domain;

namespace {

class LapseCase {
  public:
    void play(const Line& line) {
        if (!running_.play(line)) expectations_.push_back(line);
    }

    void check() {
        running_.settle();
        REQUIRE_FALSE(expectations_.empty());
        for (const Line& line : expectations_) {
            INFO(line[0] << " " << line[1]);
            if (line[0] == "lapses")
                lapses(line);
            else if (line[0] == "reopened")
                reopened(line);
            else if (line[0] == "stays")
                stays(line[1]);
            else if (line[0] == "flag")
                CHECK(flagged(line[1]) == Line(line.begin() + 2, line.end()));
            else if (line[0] == "no-flag")
                CHECK(flagged(line[1]).empty());
            else
                FAIL("no such line in a case");
        }
    }

    std::set<std::string> endings() const {
        std::set<std::string> events;
        for (const Line& line : expectations_)
            if (line.size() > 3 && (line[0] == "lapses" || line[0] == "reopened")) events.insert(line[2]);
        return events;
    }

  private:
    void lapses(const Line& line) {
        const Explained* given = explanation_of(running_.decision(line[1]));
        REQUIRE(given);
        const auto lapse = lapse_of(*given, running_.tender, running_.in_force(), running_.today);
        CHECK((lapse ? lapse->event + " " + to_text(lapse->on) : "never") ==
              (line.size() > 3 ? line[2] + " " + line[3] : line[2]));
    }

    // The tender as it is once what lapsed was reopened.
    bool reopen(TenderCase& copy) const {
        return reopen_lapsed(copy.tender, copy.applied(), copy.in_force(), copy.today);
    }

    void reopened(const Line& line) {
        TenderCase copy = running_;
        const std::string reason = explanation_of(copy.decision(line[1]))->reason;
        CHECK(reopen(copy));
        const Decision& decision = copy.decision(line[1]);
        const auto* open = std::get_if<Undecided>(&decision.choice);
        REQUIRE(open);
        REQUIRE(open->reopened);
        CHECK(open->reopened->event == line[2]);
        CHECK(to_text(open->reopened->on) == line[3]);
        CHECK(open->reopened->reason == reason);
        CHECK(decision.since == open->reopened->on);
        CHECK(open->proposed_level == (line.size() > 4 ? std::optional(std::stoi(line[4])) : std::nullopt));
        CHECK_FALSE(reopen(copy));
    }

    void stays(const std::string& theme) {
        TenderCase copy = running_;
        reopen(copy);
        CHECK(copy.decision(theme) == running_.decision(theme));
    }

    Line flagged(const std::string& code) const {
        Line themes;
        for (const Flag& flag : flags_on(running_.tender.flags, running_.today))
            if (flag.code == code) themes.insert(themes.end(), flag.themes.begin(), flag.themes.end());
        return themes;
    }

    TenderCase running_;
    std::vector<Line> expectations_;
};

}  // namespace

TEST_CASE("when an explanation lapses: the cases") {
    std::set<std::string> ended;
    for (const char* file : {"lapses.txt", "lapses_flags.txt"})
        for (const Case& each : read_cases(file)) {
            INFO(each.title);
            LapseCase running;
            for (const Line& line : each.lines) running.play(line);
            running.check();
            ended.merge(running.endings());
        }
    std::set<std::string> known;
    for (const Term& row : mvoi::json::rule_book().rules.vocabulary("endings")) known.insert(row.code);
    CHECK(ended == known);
}

}  // namespace lapse_test
