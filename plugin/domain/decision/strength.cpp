// SPDX-License-Identifier: EUPL-1.2
#include "domain/decision/strength.hpp"

#include <algorithm>
#include <set>

#include "domain/decision/explain.hpp"
#include "domain/decision/wording.hpp"
#include "domain/review/review.hpp"

namespace mvoi::domain {
namespace {

constexpr int strong_from = 3, fair_from = 0;
constexpr std::int64_t enough_precedents = 5;
constexpr std::size_t few_words = 8, many_words = 20;

class Scale {
  public:
    Scale(const StrengthFacts& facts, Strength& strength) : facts_(facts), strength_(strength) {}

    void signature() {
        if (may_sign(terms_of(facts_.rules, facts_.policy, facts_.explained.reason), facts_.explained.role))
            add("signed", 1, {{"role", facts_.explained.role}});
        else
            add("unsigned", -2);
    }

    void agreement() {
        const std::string& role = facts_.explained.agreement;
        if (role.empty()) return;
        const bool agreed = facts_.review && has_agreed(*facts_.review, role);
        add(agreed ? "agreed" : "not-agreed", agreed ? 2 : -1, {{"role", role}});
    }

    // Some reasons can be shown, or not.
    void ground() {
        const std::string& reason = facts_.explained.reason;
        if (reason == "geen-aanbod") add(was_consulted() ? "consulted" : "not-consulted", was_consulted() ? 2 : -2);
        if (reason == "raamovereenkomst") {
            const bool known = facts_.explained.until.has_value();
            add(known ? "framework-end" : "framework-end-unknown", known ? 1 : -1);
        }
        if (reason == "budget" && !facts_.tender.value.high_cents) add("estimate-unknown", -1);
        if (reason == "te-laat" || reason == "capaciteit") add("own-organisation", -1);
        if (reason == "anders") add("no-known-reason", -1);
    }

    void text() {
        const auto words = words_of(facts_.explained.text);
        const std::size_t different = std::set<std::string>(words.begin(), words.end()).size();
        const std::string count = std::to_string(different);
        if (different < few_words) add("few-words", -1, {{"count", count}});
        if (different >= many_words) add("many-words", 1, {{"count", count}});
        const Precedents& before = facts_.precedents;
        if (before.same_text > 0)
            add("same-text", -2, {{"count", std::to_string(before.same_text)}});
        else if (before.similar_text > 0)
            add("similar-text", -1, {{"count", std::to_string(before.similar_text)}});
        else
            add("own-text", 1);
    }

    void precedents() {
        const std::int64_t applied = times_applied(facts_.precedents), explained = times_explained(facts_.precedents);
        const std::int64_t all = applied + explained;
        const std::map<std::string, std::string> words{{"count", std::to_string(applied)},
                                                       {"total", std::to_string(all)}};
        if (all >= enough_precedents && applied * 2 >= all) add("others-applied", -2, words);
        if (all >= enough_precedents && applied * 10 <= all) add("others-did-not", 1, words);
        std::int64_t verdicts = 0, rejected = 0;
        for (const auto& [verdict, count] : facts_.precedents.verdicts) {
            verdicts += count;
            if (verdict == "afgewezen") rejected += count;
        }
        if (rejected * 2 > verdicts)
            add("often-rejected", -1, {{"count", std::to_string(rejected)}, {"total", std::to_string(verdicts)}});
    }

    void lapse() {
        const auto lapse = lapse_of(facts_.explained, facts_.tender, facts_.in_force, facts_.today);
        if (lapse && lapse->on <= facts_.today) add("lapsed", -2, {{"ending", lapse->event}});
    }

  private:
    void add(const char* rule, int points, std::map<std::string, std::string> words = {}) {
        strength_.points.push_back({rule, points, std::move(words)});
    }

    bool was_consulted() const {
        if (facts_.tender.phase == Phase::Consultation) return true;
        return std::any_of(
            facts_.tender.milestones.begin(), facts_.tender.milestones.end(), [&](const Milestone& each) {
                return each.code == "marktconsultatie" &&
                       (each.status == MilestoneStatus::Planned || each.status == MilestoneStatus::Done) &&
                       each.date.last && *each.date.last <= facts_.today;
            });
    }

    const StrengthFacts& facts_;
    Strength& strength_;
};

}  // namespace

std::string_view code_of(Grade grade) {
    switch (grade) {
        case Grade::Weak:
            return "zwak";
        case Grade::Fair:
            return "redelijk";
        case Grade::Strong:
            return "sterk";
    }
    return "zwak";
}

Strength strength_of(const StrengthFacts& facts) {
    Strength strength{facts.theme, Grade::Weak, {}};
    Scale scale(facts, strength);
    scale.signature();
    scale.agreement();
    scale.ground();
    scale.text();
    scale.precedents();
    scale.lapse();
    int sum = 0;
    for (const StrengthPoint& point : strength.points) sum += point.points;
    if (sum >= fair_from) strength.grade = Grade::Fair;
    if (sum >= strong_from) strength.grade = Grade::Strong;
    return strength;
}

}  // namespace mvoi::domain
