// SPDX-License-Identifier: EUPL-1.2
// Flags. "Niet van toepassing" is a theme that was explained away; "geheel niet van toepassing" is all of them;
// "onbeslist" is a theme nobody decided on; "onder beleid" is a level, or the ambition, below what policy wants.
#include "domain/decision/decide.hpp"

namespace mvoi::domain {
namespace {

void add(Flag& flag, const Decision& decision) {
    if (flag.themes.empty() || decision.since < flag.since) flag.since = decision.since;
    flag.themes.push_back(decision.theme);
}

}  // namespace

std::vector<Flag> flags_of(const Tender& tender, const Policy* policy) {
    Flag explained{"niet-van-toepassing", {}, tender.started_on};
    Flag undecided{"onbeslist", {}, tender.started_on};
    Flag below{"onder-beleid", {}, tender.started_on};
    for (const Decision& decision : tender.decisions) {
        if (state_of(decision) == State::Explained) add(explained, decision);
        if (state_of(decision) == State::Undecided) add(undecided, decision);
        if (const auto* applied = std::get_if<Applied>(&decision.choice)) {
            auto wanted = policy_level(policy, decision.theme, tender.product_group);
            if (wanted && applied->level < *wanted) add(below, decision);
        }
    }
    const bool ambition_below = policy && policy->ambition && tender.ambition && *tender.ambition < *policy->ambition;

    std::vector<Flag> flags;
    if (!explained.themes.empty()) flags.push_back(explained);
    if (!explained.themes.empty() && explained.themes.size() == tender.decisions.size()) {
        explained.code = "geheel-niet-van-toepassing";
        flags.push_back(explained);
    }
    if (!undecided.themes.empty()) flags.push_back(undecided);
    if (!below.themes.empty() || ambition_below) flags.push_back(below);
    return flags;
}

}  // namespace mvoi::domain
