// SPDX-License-Identifier: EUPL-1.2
// Runs tests/cases/findings.txt; and every rule has its sentence, in both languages, with all its words filled in.
#include <algorithm>

#include "cases.hpp"
#include "domain/calendar/milestones.hpp"
#include "domain/gates/rules.hpp"
#include "json/rules_json.hpp"
#include "render/sentences.hpp"

using namespace mvoi::domain;

namespace {

class FindingsCase {
  public:
    FindingsCase() {
        tender_.organisation = "gm0344";
        tender_.started_on = today_;
        tender_.policy = "gm0344:2026-01-01:1";
    }

    void play(const std::vector<std::string>& line) {
        const std::string& word = line[0];
        if (word == "policy") {
            has_policy_ = line[1] != "none";
            for (std::size_t i = 1; has_policy_ && i < line.size(); ++i) {
                const std::size_t equals = line[i].find('=');
                policy_.default_levels.push_back(
                    {line[i].substr(0, equals), "", std::stoi(line[i].substr(equals + 1))});
            }
        } else if (word == "policy-ambition") {
            policy_.ambition = std::stoi(line[1]);
        } else if (word == "ambition") {
            tender_.ambition = std::stoi(line[1]);
        } else if (word == "value") {
            tender_.value = {std::stoll(line[1]), std::stoll(line[1])};
        } else if (word == "procedure") {
            tender_.procedure = line[1];
        } else if (word == "theme") {
            theme(line);
        } else if (word == "criterion") {
            criterion(line);
        } else if (word == "plan") {
            tender_.planning[line[1]] = *parse_planned_date(line[2]);
        } else if (word == "today") {
            today_ = *parse_date(line[1]);
        } else {
            expectations_.push_back(line);
        }
    }

    void check() {
        const Rules& rules = mvoi::json::rules();
        tender_.milestones = revise_milestones({}, tender_, rules);
        const auto findings = gates::findings_of({tender_, has_policy_ ? &policy_ : nullptr, rules, today_});
        for (const auto& line : expectations_) {
            INFO(line[0] << " " << line[1]);
            CHECK(std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return fits(f, line); }) ==
                  (line[0] == "finding"));
        }
        for (const Finding& finding : findings)
            for (const Language language : {Language::Dutch, Language::English}) {
                const std::string sentence = mvoi::render::sentence(language, "finding." + finding.rule, finding.words);
                CHECK(sentence.find('{') == std::string::npos);
                CHECK(sentence.size() > 10);
            }
    }

  private:
    void theme(const std::vector<std::string>& line) {
        Decision decision{line[1], Date(2026, 11, 21), Undecided{}};
        if (line[2] == "applied") decision.choice = Applied{std::stoi(line[3]), LevelSource::Request, {}, {}};
        if (line[2] == "explained") decision.choice = Explained{};
        tender_.decisions.push_back(decision);
    }

    void criterion(const std::vector<std::string>& line) {
        Criterion criterion;
        for (std::size_t i = 2; i < line.size(); ++i) {
            const std::size_t equals = line[i].find('=');
            const std::string name = line[i].substr(0, equals), value = line[i].substr(equals + 1);
            if (name == "number") criterion.number = value;
            if (name == "title") criterion.title = value;
            if (name == "kind") criterion.kind = value;
            if (name == "form") criterion.legal_form = value;
            if (name == "proof") criterion.proof = value;
            if (name == "weight") criterion.weight_percent = std::stoi(value);
        }
        for (Decision& decision : tender_.decisions)
            if (decision.theme == line[1]) std::get<Applied>(decision.choice).criteria.push_back(criterion);
    }

    static bool fits(const Finding& finding, const std::vector<std::string>& line) {
        if (finding.rule != line[1]) return false;
        for (std::size_t i = 2; i < line.size(); ++i) {
            const std::size_t equals = line[i].find('=');
            auto word = finding.words.find(line[i].substr(0, equals));
            if (word == finding.words.end() || word->second != line[i].substr(equals + 1)) return false;
        }
        return true;
    }

    Policy policy_;
    bool has_policy_ = true;
    Tender tender_;
    Date today_{2026, 11, 21};
    std::vector<std::vector<std::string>> expectations_;
};

}  // namespace

TEST_CASE("what is said about a tender: the cases") {
    for (const Case& each : read_cases("findings.txt")) {
        INFO(each.title);
        FindingsCase running;
        for (const auto& line : each.lines) running.play(line);
        running.check();
    }
}
