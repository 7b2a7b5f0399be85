// SPDX-License-Identifier: EUPL-1.2
// Drift: a board decides on the case as it was laid before it. What changed since is named, change by change; what
// makes the case weaker, or other than what was approved, puts it on the agenda again. A text that was blacked out
// cannot be compared: blacking out is no change of the case.
#include <algorithm>
#include <cstdlib>

#include "domain/decision/decide.hpp"
#include "domain/decision/explain.hpp"
#include "domain/decision/wording.hpp"
#include "domain/review/review.hpp"
#include "domain/words.hpp"

namespace mvoi::domain {
namespace {

bool alike(const std::string& before, const std::string& after) {
    return before == after || is_blacked_out(before) || is_blacked_out(after);
}

bool alike(Criterion before, const Criterion& after) {
    if (!alike(before.title, after.title) || !alike(before.proof, after.proof)) return false;
    before.title = after.title;
    before.proof = after.proof;
    return before == after;
}

// Whoever gives another explanation dates it anew, also where its words can no longer be read.
bool alike(const Explained& before, const Explained& after) {
    if (before.reason != after.reason) return false;
    return before.text == after.text || (before.date == after.date && alike(before.text, after.text));
}

bool alike(const std::vector<Lot>& before, const std::vector<Lot>& after) {
    return std::equal(before.begin(), before.end(), after.begin(), after.end(), [](Lot one, const Lot& other) {
        if (!alike(one.title, other.title)) return false;
        one.title = other.title;
        return one == other;
    });
}

bool alike(const std::map<std::string, std::string>& before, const std::map<std::string, std::string>& after) {
    return std::equal(before.begin(), before.end(), after.begin(), after.end(), [](const auto& one, const auto& other) {
        return one.first == other.first && alike(one.second, other.second);
    });
}

class Comparison {
  public:
    explicit Comparison(const DriftRule& rule) : rule_(rule) {}

    void add(std::string kind, std::string theme, std::string before, std::string after) {
        const bool on_agenda = std::find(rule_.kinds.begin(), rule_.kinds.end(), kind) != rule_.kinds.end();
        drifts_.push_back({std::move(kind), std::move(theme), std::move(before), std::move(after), on_agenda});
    }

    void decision(const Decision& before, const Decision& after) {
        const State was = state_of(before), is = state_of(after);
        if (was != is) {
            const char* kind = is == State::Undecided   ? "thema-heropend"
                               : is == State::Explained ? "thema-uitgelegd"
                                                        : "thema-toegepast";
            add(kind, after.theme, std::string(code_of(was)), std::string(code_of(is)));
            return;
        }
        if (is == State::Applied)
            applied(after.theme, std::get<Applied>(before.choice), std::get<Applied>(after.choice));
        explanations(after.theme, explanation_of(before), explanation_of(after));
    }

    void estimate(const Value& before, const Value& after) {
        if (before == after) return;
        const auto show = [](const Value& value) {
            return value.high_cents ? std::to_string(*value.high_cents) : std::string("onbekend");
        };
        // A move within the margin is named, and leaves the agenda alone.
        add("raming", {}, show(before), show(after));
        if (before.high_cents && after.high_cents) {
            const std::int64_t moved = std::abs(*after.high_cents - *before.high_cents);
            if (moved * 100 <= *before.high_cents * rule_.estimate_percent) drifts_.back().on_agenda = false;
        }
    }

    std::vector<Drift> take() { return std::move(drifts_); }

  private:
    void applied(const std::string& theme, const Applied& before, const Applied& after) {
        if (before.level != after.level)
            add(after.level < before.level ? "niveau-verlaagd" : "niveau-verhoogd", theme, std::to_string(before.level),
                std::to_string(after.level));
        criteria(theme, before.criteria, after.criteria);
    }

    // Own criteria may share a name: those that are alike altogether belong together, then those of one name.
    void criteria(const std::string& theme, const std::vector<Criterion>& before, std::vector<Criterion> added) {
        std::vector<Criterion> gone;
        for (const Criterion& criterion : before) {
            const auto same =
                std::find_if(added.begin(), added.end(), [&](const Criterion& each) { return alike(each, criterion); });
            if (same == added.end())
                gone.push_back(criterion);
            else
                added.erase(same);
        }
        for (const Criterion& criterion : gone) {
            const auto same = std::find_if(added.begin(), added.end(),
                                           [&](const Criterion& each) { return name_of(each) == name_of(criterion); });
            if (same == added.end()) {
                add("criterium-ingetrokken", theme, name_of(criterion), {});
            } else {
                add("criterium-gewijzigd", theme, name_of(criterion), name_of(*same));
                added.erase(same);
            }
        }
        for (const Criterion& criterion : added) add("criterium-toegevoegd", theme, {}, name_of(criterion));
    }

    void explanations(const std::string& theme, const Explained* before, const Explained* after) {
        const std::string was = before ? before->reason : "", is = after ? after->reason : "";
        const bool same = before && after ? alike(*before, *after) : before == after;
        if (!same) add("uitleg-gewijzigd", theme, was, is);
    }

    const DriftRule& rule_;
    std::vector<Drift> drifts_;
};

std::string dates_of(const Tender& tender) {
    return joined(tender.planning, [](const auto& each) { return each.first + " " + to_text(each.second); });
}

}  // namespace

DriftRule drift_rule_of(const Policy* policy) {
    if (policy && policy->drift) return *policy->drift;
    return {{"thema-heropend", "thema-uitgelegd", "niveau-verlaagd", "criterium-ingetrokken", "criterium-gewijzigd",
             "uitleg-gewijzigd", "raming", "procedure", "gunningsgrondslag", "percelen", "ambitie"},
            10};
}

std::vector<Drift> drift_since(const Tender& frozen, const Tender& now, const DriftRule& rule) {
    Comparison comparison(rule);
    for (const Decision& after : now.decisions) {
        auto before = std::find_if(frozen.decisions.begin(), frozen.decisions.end(),
                                   [&](const Decision& each) { return each.theme == after.theme; });
        if (before != frozen.decisions.end()) comparison.decision(*before, after);
    }
    comparison.estimate(frozen.value, now.value);
    const auto changed = [&](const char* kind, const std::string& before, const std::string& after) {
        if (before != after) comparison.add(kind, {}, before, after);
    };
    const auto level = [](const std::optional<int>& ambition) { return ambition ? std::to_string(*ambition) : ""; };
    changed("ambitie", level(frozen.ambition), level(now.ambition));
    changed("procedure", frozen.procedure, now.procedure);
    changed("gunningsgrondslag", frozen.award_basis, now.award_basis);
    if (!alike(frozen.lots, now.lots))
        comparison.add("percelen", {}, std::to_string(frozen.lots.size()), std::to_string(now.lots.size()));
    changed("planning", dates_of(frozen), dates_of(now));
    const bool described_alike = alike(frozen.title, now.title) && frozen.kind == now.kind && frozen.cpv == now.cpv &&
                                 frozen.product_group == now.product_group && alike(frozen.motives, now.motives) &&
                                 frozen.joins_contracts == now.joins_contracts;
    if (!described_alike) comparison.add("omschrijving", {}, {}, {});
    return comparison.take();
}

bool any_on_agenda(const std::vector<Drift>& drifts) {
    return std::any_of(drifts.begin(), drifts.end(), [](const Drift& drift) { return drift.on_agenda; });
}

}  // namespace mvoi::domain
