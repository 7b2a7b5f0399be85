// SPDX-License-Identifier: EUPL-1.2
// Runs tests/cases/decisions.txt.
#include <algorithm>
#include <map>
#include <set>

#include "cases.hpp"
#include "domain/decision/decide.hpp"
#include "domain/phase.hpp"
#include "json/rules_json.hpp"

using namespace mvoi::domain;

namespace {

class DecisionCase {
  public:
    void play(const std::vector<std::string>& line) {
        const std::string& word = line[0];
        if (word == "policy") {
            read_policy(line);
        } else if (word == "policy-ambition") {
            policy_.ambition = std::stoi(line[1]);
        } else if (word == "own") {
            policy_.themes.push_back({line[1], line[1], ""});
        } else if (word == "ambition") {
            tender_.ambition = std::stoi(line[1]);
        } else if (word == "group") {
            tender_.product_group = line[1];
        } else if (word == "started") {
            today_ = *parse_date(line[1]);
        } else if (word == "before") {
            before(line);
        } else if (word == "ask") {
            ask(line);
        } else {
            expectations_.push_back(line);
        }
    }

    void check() {
        tender_.started_on = today_;
        const Policy* policy = has_policy_ ? &policy_ : nullptr;
        const Rules& rules = mvoi::json::rules();
        const DecisionContext context{rules,  policy,   tender_, themes_of(rules, policy, today_),
                                      today_, "tester", role_};
        std::vector<Fault> faults;
        tender_.decisions = decide(tender_.decisions, requests_, context, faults);
        tender_.flags = flags_of(tender_, policy, policy, today_);
        std::multiset<std::string> refused, wanted;
        for (const Fault& fault : faults) refused.insert(fault.rule + " " + fault.path);
        for (const auto& line : expectations_) {
            if (line[0] == "refused")
                wanted.insert(line[1] + " " + line[2]);
            else
                expect(line);
        }
        CHECK(refused == wanted);
    }

  private:
    void read_policy(const std::vector<std::string>& line) {
        has_policy_ = line[1] != "none";
        for (std::size_t i = 1; has_policy_ && i < line.size(); ++i) {
            const std::size_t equals = line[i].find('='), at = line[i].find('@');
            const std::string theme = line[i].substr(0, std::min(at, equals));
            const std::string group = at == std::string::npos ? "" : line[i].substr(at + 1, equals - at - 1);
            policy_.default_levels.push_back({theme, group, std::stoi(line[i].substr(equals + 1))});
        }
    }

    void before(const std::vector<std::string>& line) {
        Decision decision{line[1], Date(2026, 1, 5), Undecided{}};
        if (line[2] == "applied") decision.choice = Applied{std::stoi(line[3]), LevelSource::Request, {}, {}};
        tender_.decisions.push_back(decision);
    }

    void ask(const std::vector<std::string>& line) {
        DecisionRequest request;
        request.path = "/themes/" + std::to_string(requests_.size());
        request.theme = line[1];
        request.state = line[2] == "applied"     ? State::Applied
                        : line[2] == "explained" ? State::Explained
                                                 : State::Undecided;
        for (std::size_t i = 3; i < line.size(); ++i) {
            const std::size_t equals = line[i].find('=');
            const std::string name = line[i].substr(0, equals);
            const std::string value = equals == std::string::npos ? "" : line[i].substr(equals + 1);
            if (equals == std::string::npos) request.level = std::stoi(line[i]);
            if (name == "criteria")
                for (int n = 0; n < std::stoi(value); ++n)
                    request.criteria.push_back({"", "", "own", "", "", "", {}, {}});
            if (name == "reason") {
                request.explanation = Explained{};
                request.explanation->reason = value;
            } else if (name == "text") {
                request.explanation->text = value;
                std::replace(request.explanation->text.begin(), request.explanation->text.end(), '_', ' ');
            } else if (name == "date") {
                request.explanation->date = *parse_date(value);
                request.has_date = true;
            }
        }
        requests_.push_back(std::move(request));
    }

    const Decision& decision(const std::string& theme) const {
        auto found = std::find_if(tender_.decisions.begin(), tender_.decisions.end(),
                                  [&](const Decision& d) { return d.theme == theme; });
        REQUIRE(found != tender_.decisions.end());
        return *found;
    }

    const Flag* flag(const std::string& code) const {
        auto found =
            std::find_if(tender_.flags.begin(), tender_.flags.end(), [&](const Flag& f) { return f.code == code; });
        return found == tender_.flags.end() ? nullptr : &*found;
    }

    void expect(const std::vector<std::string>& line) const {
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

    Policy policy_;
    bool has_policy_ = true;
    Tender tender_;
    Date today_{2026, 11, 21};
    std::string role_;
    std::vector<DecisionRequest> requests_;
    std::vector<std::vector<std::string>> expectations_;
};

}  // namespace

TEST_CASE("deciding on themes: the cases") {
    for (const Case& each : read_cases("decisions.txt")) {
        INFO(each.title);
        DecisionCase running;
        for (const auto& line : each.lines) running.play(line);
        running.check();
    }
}

TEST_CASE("a level that came from the ambition follows it, one that was chosen does not") {
    const auto& rules = mvoi::json::rules();
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
