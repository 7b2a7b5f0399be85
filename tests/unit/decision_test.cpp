// SPDX-License-Identifier: EUPL-1.2
// Runs tests/cases/decisions.txt.
#include <algorithm>
#include <set>

#include "support/days.hpp"
#include "tender_case.hpp"

namespace decision_test {

using namespace mvoi::domain;

namespace {

class DecisionCase {
  public:
    void play(const Line& line) {
        const std::string& word = line[0];
        if (word == "own") {
            running_.policy.themes.push_back({line[1], line[1], ""});
        } else if (word == "started") {
            running_.today = day(line[1]);
        } else if (word == "role") {
            role_ = line[1];
        } else if (word == "before") {
            before(line);
        } else if (word == "ask") {
            ask(line);
        } else if (!running_.play(line)) {
            expectations_.push_back(line);
        }
    }

    void check() {
        Tender& tender = running_.tender;
        tender.started_on = running_.today;
        const Policy* policy = running_.in_force();
        const Rules& rules = mvoi::json::rule_book().rules;
        const DecisionContext context{rules,          policy,   tender, themes_of(rules, policy, running_.today),
                                      running_.today, "tester", role_};
        std::vector<Fault> faults;
        tender.decisions = decide(tender.decisions, requests_, context, faults);
        running_.settle();
        std::multiset<std::string> refused, wanted;
        for (const Fault& fault : faults) refused.insert(fault.rule + " " + fault.path);
        for (const Line& line : expectations_) {
            INFO(line[0] << " " << line[1]);
            if (line[0] == "refused")
                wanted.insert(line[1] + " " + line[2]);
            else
                expect(line);
        }
        CHECK(refused == wanted);
    }

  private:
    void before(const Line& line) {
        Decision decision{line[1], Date(2026, 1, 5), Undecided{}};
        if (line[2] == "applied") decision.choice = Applied{std::stoi(line[3]), LevelSource::Request, {}, {}};
        running_.tender.decisions.push_back(decision);
    }

    void ask(const Line& line) {
        DecisionRequest request;
        request.path = "/themes/" + std::to_string(requests_.size());
        request.theme = line[1];
        request.state = line[2] == "applied"     ? State::Applied
                        : line[2] == "explained" ? State::Explained
                                                 : State::Undecided;
        std::size_t from = 3;
        if (line.size() > from && line[from].find('=') == std::string::npos) request.level = std::stoi(line[from++]);
        const auto named = named_in(line, from);
        if (named.contains("criteria"))
            for (int n = 0; n < std::stoi(named.at("criteria")); ++n)
                request.criteria.push_back({"", "", "own", "", "", "", {}, {}});
        if (named.contains("reason")) {
            Explained& given = request.explanation.emplace();
            given.reason = named.at("reason");
            if (named.contains("text")) given.text = with_blanks(named.at("text"));
            if (named.contains("as")) given.role = named.at("as");
            if (named.contains("until")) given.until = day(named.at("until"));
            request.has_date = named.contains("date");
            if (request.has_date) given.date = day(named.at("date"));
        }
        requests_.push_back(std::move(request));
    }

    const Decision& decision(const std::string& theme) { return running_.decision(theme); }

    const Explained& explanation(const std::string& theme) {
        const Explained* given = explanation_of(decision(theme));
        INFO("no explanation of " << theme);
        REQUIRE(given);
        return *given;
    }

    static std::string or_none(const std::string& text) { return text.empty() ? "-" : text; }

    // "termijn=2027-11-21", "raming-boven-drempel=221000.00", "nieuwe-cataloguseditie=2020-12-10" or the event alone.
    static std::string written(const Ending& ending) {
        if (ending.on) return ending.event + "=" + to_text(*ending.on);
        if (ending.above_cents) return ending.event + "=" + std::to_string(*ending.above_cents / 100);
        return ending.edition.empty() ? ending.event : ending.event + "=" + ending.edition;
    }

    const Flag* flag(const std::string& code) const {
        const auto& flags = running_.tender.flags;
        auto found = std::find_if(flags.begin(), flags.end(), [&](const Flag& f) { return f.code == code; });
        return found == flags.end() ? nullptr : &*found;
    }

    void expect(const Line& line) {
        if (line[0] == "expect") {
            const Decision& found = decision(line[1]);
            CHECK(code_of(state_of(found)) == line[2]);
            if (line[2] == "applied") {
                CHECK(std::get<Applied>(found.choice).level == std::stoi(line[3]));
                CHECK(code_of(std::get<Applied>(found.choice).source) == line[4]);
            } else if (line[2] == "explained") {
                CHECK(std::get<Explained>(found.choice).reason == line[3]);
                CHECK(std::get<Explained>(found.choice).author == "tester");
            }
        } else if (line[0] == "deviates") {
            CHECK((std::get<Applied>(decision(line[1]).choice).deviation.has_value() == (line[2] == "yes")));
        } else if (line[0] == "signed") {
            CHECK(or_none(explanation(line[1]).role) == line[2]);
        } else if (line[0] == "agreement") {
            CHECK(or_none(explanation(line[1]).agreement) == line[2]);
        } else if (line[0] == "endings") {
            std::vector<std::string> endings;
            for (const Ending& ending : explanation(line[1]).endings) endings.push_back(written(ending));
            CHECK(endings == Line(line.begin() + 2, line.end()));
        } else if (line[0] == "since") {
            CHECK(to_text(decision(line[1]).since) == line[2]);
        } else if (line[0] == "proposed") {
            CHECK(std::get<Undecided>(decision(line[1]).choice).proposed_level == std::stoi(line[2]));
        } else if (line[0] == "flag") {
            REQUIRE(flag(line[1]));
            std::vector<std::string> themes(line.begin() + 2, line.end());
            if (themes == std::vector<std::string>{"-"}) themes.clear();
            CHECK(flag(line[1])->themes == themes);
        } else if (line[0] == "no-flag") {
            CHECK_FALSE(flag(line[1]));
        } else {
            FAIL("no such line in a case: " << line[0]);
        }
    }

    TenderCase running_;
    std::string role_;
    std::vector<DecisionRequest> requests_;
    std::vector<Line> expectations_;
};

}  // namespace

TEST_CASE("deciding on themes: the cases") {
    for (const Case& each : read_cases("decisions.txt")) {
        INFO(each.title);
        DecisionCase running;
        for (const Line& line : each.lines) running.play(line);
        running.check();
    }
}

TEST_CASE("a level that came from the ambition follows it, one that was chosen does not") {
    const auto& rules = mvoi::json::rule_book().rules;
    std::vector<Decision> decisions = {{"klimaat", Date(2026, 1, 1), Applied{1, LevelSource::Ambition, {}, {}}},
                                       {"milieu", Date(2026, 1, 1), Applied{1, LevelSource::Request, {}, {}}},
                                       {"circulair", Date(2026, 1, 1), Undecided{1, {}}}};
    Tender tender;
    tender.ambition = 3;
    follow_ambition(decisions, {rules, nullptr, tender, {}, Date(2026, 2, 1), "x", ""});
    CHECK(std::get<Applied>(decisions[0].choice).level == 3);
    CHECK(std::get<Applied>(decisions[1].choice).level == 1);
    CHECK(std::get<Undecided>(decisions[2].choice).proposed_level == 3);
    CHECK(decisions[0].since == Date(2026, 1, 1));
}

}  // namespace decision_test
