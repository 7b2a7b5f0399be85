// SPDX-License-Identifier: EUPL-1.2
#include "domain/decision/explain.hpp"

#include <algorithm>

#include "domain/decision/decide.hpp"
#include "domain/phase.hpp"

namespace mvoi::domain {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& code) {
    return std::find(list.begin(), list.end(), code) != list.end();
}

// The estimate at its highest, in cents; nothing when it is unknown.
std::optional<std::int64_t> estimate(const Tender& tender) {
    return tender.value.high_cents ? tender.value.high_cents : tender.value.low_cents;
}

std::optional<std::int64_t> next_threshold(const Tender& tender, const Policy* policy) {
    std::optional<std::int64_t> next;
    if (!policy) return next;
    for (const OwnAmounts& amounts : {policy->thresholds.several, policy->thresholds.national}) {
        const auto cents = amounts.of(tender.kind);
        if (!cents || (estimate(tender) && *estimate(tender) > *cents)) continue;
        if (!next || *cents < *next) next = cents;
    }
    return next;
}

void keep_first(std::optional<Lapse>& first, Lapse other) {
    if (!first || other.on < first->on) first = std::move(other);
}

void lapse_by_moment(const Explained& explained, const Tender& tender, std::optional<Lapse>& first) {
    for (const Milestone& milestone : tender.milestones) {
        const bool decides =
            milestone.code == "optie" || milestone.code == "opzegging" || milestone.code == "contracteinde";
        if (!decides || milestone.status == MilestoneStatus::Cancelled || !milestone.date.first) continue;
        if (*milestone.date.first > explained.date) keep_first(first, {"optie-of-verlenging", *milestone.date.first});
    }
}

}  // namespace

ReasonTerms terms_of(const Rules& rules, const Policy* policy, const std::string& reason) {
    ReasonTerms terms;
    if (const Term* row = rules.find("reasons", reason)) {
        terms.signers = row->signers;
        terms.agreement = row->agreement;
        terms.months = row->months;
        terms.endings = row->endings;
    }
    if (!policy) return terms;
    for (const ReasonRule& own : policy->reasons) {
        if (own.reason != reason) continue;
        if (own.signers) terms.signers = *own.signers;
        if (own.agreement) terms.agreement = *own.agreement;
        if (own.ends_after_months) terms.months = *own.ends_after_months;
        if (own.endings) terms.endings = *own.endings;
    }
    return terms;
}

bool may_sign(const ReasonTerms& terms, const std::string& role) {
    return contains(terms.signers, role);
}

std::vector<Ending> endings_of(const Explained& explained, const ReasonTerms& terms, const Tender& tender,
                               const Policy* policy) {
    std::vector<Ending> endings;
    const auto end = [&](const std::string& event, std::optional<Date> on) {
        if (on) endings.push_back({event, on, {}, {}});
    };
    const auto after_term = [&] {
        if (terms.months > 0) end("termijn", months_after(explained.date, terms.months));
    };
    for (const std::string& event : terms.endings) {
        if (event == "termijn") {
            after_term();
        } else if (event == "einde-raamovereenkomst") {
            // The day after its last one; an end that nobody gave is replaced by the term.
            if (explained.until)
                end(event, day_after(*explained.until));
            else if (!contains(terms.endings, "termijn"))
                after_term();
        } else if (event == "raming-boven-drempel") {
            if (auto threshold = next_threshold(tender, policy)) endings.push_back({event, {}, threshold, {}});
        } else if (event == "nieuwe-cataloguseditie") {
            if (tender.product_group.empty()) continue;
            Ending ending{event, {}, {}, {}};
            if (policy)
                if (auto edition = policy->catalogue_editions.find(tender.product_group);
                    edition != policy->catalogue_editions.end())
                    ending.edition = edition->second;
            endings.push_back(std::move(ending));
        } else {
            endings.push_back({event, {}, {}, {}});
        }
    }
    return endings;
}

std::optional<Lapse> lapse_of(const Explained& explained, const Tender& tender, const Policy* policy, Date today) {
    std::optional<Lapse> first;
    for (const Ending& ending : explained.endings) {
        if (ending.on) keep_first(first, {ending.event, *ending.on});
        if (ending.above_cents && estimate(tender) && *estimate(tender) > *ending.above_cents)
            keep_first(first, {ending.event, today});
        if (ending.event == "optie-of-verlenging") lapse_by_moment(explained, tender, first);
        if (ending.event == "nieuwe-cataloguseditie" && policy) {
            auto edition = policy->catalogue_editions.find(tender.product_group);
            if (edition != policy->catalogue_editions.end() && edition->second > ending.edition &&
                policy->valid_from > explained.date)
                keep_first(first, {ending.event, policy->valid_from});
        }
    }
    return first;
}

const Explained* explanation_of(const Decision& decision) {
    if (const auto* applied = std::get_if<Applied>(&decision.choice))
        return applied->deviation ? &*applied->deviation : nullptr;
    return std::get_if<Explained>(&decision.choice);
}

bool reopen_lapsed(Tender& tender, const Policy* applied, const Policy* in_force, Date today) {
    if (!is_before_publication(tender.phase)) return false;
    bool any = false;
    for (Decision& decision : tender.decisions) {
        const Explained* explained = explanation_of(decision);
        if (!explained) continue;
        const auto lapse = lapse_of(*explained, tender, in_force, today);
        if (!lapse || lapse->on > today) continue;
        auto level = policy_level(applied, decision.theme, tender.product_group);
        const std::string reason = explained->reason;
        decision.choice = Undecided{level ? level : tender.ambition, Reopened{lapse->event, reason, lapse->on}};
        decision.since = lapse->on;
        any = true;
    }
    return any;
}

}  // namespace mvoi::domain
