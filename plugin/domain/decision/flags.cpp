// SPDX-License-Identifier: EUPL-1.2
// Flags. "Niet van toepassing" is a theme that was explained away; "geheel niet van toepassing" is all of them;
// "onbeslist" is a theme nobody decided on; "onder beleid" is a level, or the ambition, below what policy wants;
// "uitleg loopt af" is an explanation that lapses soon, or before the notice date of the contract; "uitleg vervallen"
// is one that has lapsed.
#include <algorithm>

#include "domain/decision/decide.hpp"
#include "domain/decision/explain.hpp"

namespace mvoi::domain {
namespace {

constexpr int warning_days_without_policy = 90;

void add(Flag& flag, const Decision& decision) {
    if (flag.themes.empty() || decision.since < flag.since) flag.since = decision.since;
    flag.themes.push_back(decision.theme);
}

// The day by which a contract has to be given notice; nothing when none is planned.
std::optional<Date> notice_date(const Tender& tender) {
    for (const Milestone& milestone : tender.milestones)
        if (milestone.code == "opzegging" && milestone.status == MilestoneStatus::Planned) return milestone.date.first;
    return std::nullopt;
}

void flag_lapse(const Tender& tender, const Decision& decision, const Lapse& lapse, int warning_days,
                std::vector<Flag>& flags) {
    Date from = lapse.on;
    // A notice that has to be given before the explanation lapses brings the decision forward to that day.
    if (const auto notice = notice_date(tender); notice && *notice > decision.since && *notice < from) from = *notice;
    from = std::max(from - boost::gregorian::days(warning_days), decision.since);
    flags.push_back({"uitleg-loopt-af", {decision.theme}, from});
    flags.push_back({"uitleg-vervallen", {decision.theme}, lapse.on});
}

// Flags with the same code that begin on the same day become one.
void join_equal(std::vector<Flag>& flags) {
    std::stable_sort(flags.begin(), flags.end(), [](const Flag& a, const Flag& b) {
        return a.code != b.code ? a.code < b.code : a.since < b.since;
    });
    std::vector<Flag> joined;
    for (Flag& flag : flags) {
        if (!joined.empty() && joined.back().code == flag.code && joined.back().since == flag.since)
            joined.back().themes.insert(joined.back().themes.end(), flag.themes.begin(), flag.themes.end());
        else
            joined.push_back(std::move(flag));
    }
    flags = std::move(joined);
}

}  // namespace

std::vector<Flag> flags_of(const Tender& tender, const Policy* applied_policy, const Policy* in_force, Date today) {
    Flag explained{"niet-van-toepassing", {}, tender.started_on};
    Flag undecided{"onbeslist", {}, tender.started_on};
    Flag below{"onder-beleid", {}, tender.started_on};
    std::vector<Flag> lapses;
    const int warning_days = in_force ? in_force->warning_days : warning_days_without_policy;
    for (const Decision& decision : tender.decisions) {
        if (state_of(decision) == State::Explained) add(explained, decision);
        if (state_of(decision) == State::Undecided) add(undecided, decision);
        if (const auto* applied = std::get_if<Applied>(&decision.choice)) {
            auto wanted = policy_level(applied_policy, decision.theme, tender.product_group);
            if (wanted && applied->level < *wanted) add(below, decision);
        }
        if (const Explained* given = explanation_of(decision))
            if (const auto lapse = lapse_of(*given, tender, in_force, today))
                flag_lapse(tender, decision, *lapse, warning_days, lapses);
    }
    const bool ambition_below =
        applied_policy && applied_policy->ambition && tender.ambition && *tender.ambition < *applied_policy->ambition;

    std::vector<Flag> flags;
    if (!explained.themes.empty()) flags.push_back(explained);
    if (!explained.themes.empty() && explained.themes.size() == tender.decisions.size()) {
        explained.code = "geheel-niet-van-toepassing";
        flags.push_back(explained);
    }
    if (!undecided.themes.empty()) flags.push_back(undecided);
    if (!below.themes.empty() || ambition_below) flags.push_back(below);
    join_equal(lapses);
    flags.insert(flags.end(), lapses.begin(), lapses.end());
    return flags;
}

std::vector<Flag> open_flags(const Tender& tender) {
    const bool over = tender.phase == Phase::Cancelled || tender.registration == Registration::Withdrawn;
    return over ? std::vector<Flag>() : tender.flags;
}

bool begins_by_itself(const Flag& flag) {
    return flag.code.starts_with("uitleg-");
}

std::vector<Flag> flags_on(const std::vector<Flag>& flags, Date today) {
    std::vector<std::string> lapsed;
    for (const Flag& flag : flags)
        if (flag.code == "uitleg-vervallen" && flag.since <= today)
            lapsed.insert(lapsed.end(), flag.themes.begin(), flag.themes.end());
    std::vector<Flag> standing;
    for (Flag flag : flags) {
        if (flag.since > today && begins_by_itself(flag)) continue;
        if (flag.code == "uitleg-loopt-af")  // an explanation that has lapsed is not about to
            std::erase_if(flag.themes, [&](const std::string& theme) {
                return std::find(lapsed.begin(), lapsed.end(), theme) != lapsed.end();
            });
        if (flag.themes.empty() && flag.code == "uitleg-loopt-af") continue;
        standing.push_back(std::move(flag));
    }
    return standing;
}

}  // namespace mvoi::domain
