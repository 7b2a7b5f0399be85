// SPDX-License-Identifier: EUPL-1.2
#include "operations/tender/memory.hpp"

#include <algorithm>
#include <set>

#include "domain/decision/explain.hpp"
#include "domain/decision/wording.hpp"
#include "operations/current/review.hpp"
#include "store/tables/reviews.hpp"
#include "store/tables/tenders.hpp"

namespace mvoi::operations {
namespace {

constexpr std::size_t criteria_shown = 5;
constexpr std::int64_t candidates_a_band = 100;  // of texts; each is then compared for what it says

void count(domain::Precedents& precedents, const std::string& outcome, const std::string& detail,
           std::int64_t tenders) {
    if (outcome == "applied") precedents.applied[std::stoi(detail)] = tenders;
    if (outcome == "explained") precedents.reasons[detail] = tenders;
    if (outcome == "criterion") precedents.criteria.emplace_back(detail, tenders);
    if (outcome == "verdict") precedents.verdicts[detail] = tenders;
}

domain::Precedents in_scope(store::Connection& connection, const std::string& organisation, const std::string& scope,
                            const std::string& theme, const std::vector<domain::Precedent>& own) {
    domain::Precedents precedents;
    precedents.theme = theme;
    precedents.scope = scope;
    for (const auto& counted : store::precedents_counted(connection, organisation, scope, theme)) {
        const domain::Precedent each{scope, theme, counted.outcome, counted.detail};
        const std::int64_t others = counted.tenders - std::count(own.begin(), own.end(), each);
        if (others > 0) count(precedents, each.outcome, each.detail, others);
    }
    std::stable_sort(precedents.criteria.begin(), precedents.criteria.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (precedents.criteria.size() > criteria_shown) precedents.criteria.resize(criteria_shown);
    return precedents;
}

void count_texts(store::Connection& connection, const std::string& organisation, const domain::Explained& explained,
                 const std::multiset<std::int64_t>& own, domain::Precedents& precedents) {
    const auto others = [&](std::int64_t hash, std::int64_t uses) {
        return std::max<std::int64_t>(0, uses - static_cast<std::int64_t>(own.count(hash)));
    };
    const std::string words = domain::normalised(explained.text);
    const std::int64_t hash = domain::hash_of_normalised(words);
    if (const auto same = store::wording(connection, organisation, hash))
        precedents.same_text = others(hash, same->uses);
    std::set<std::int64_t> candidates;
    for (const std::int64_t band : domain::bands_of(words)) {
        const auto near = store::wordings_near(connection, organisation, band, hash, candidates_a_band);
        candidates.insert(near.begin(), near.end());
    }
    for (const std::int64_t candidate : candidates) {
        const auto found = store::wording(connection, organisation, candidate);
        if (found && domain::similarity_percent(words, found->text) >= domain::similar_from_percent)
            precedents.similar_text += others(candidate, found->uses);
    }
}

}  // namespace

OwnPart own_part(store::Connection& connection, const domain::Tender& kept) {
    OwnPart own;
    own.precedents = domain::precedents_in(kept);
    if (domain::is_precedent(kept))
        for (const domain::Decision& each : kept.decisions)
            if (const domain::Explained* explained = domain::explanation_of(each))
                own.texts.insert(domain::wording_hash(explained->text));
    for (store::PlacedReview& each : store::reviews_of(connection, kept.id)) {
        const auto reviewed = review_from(std::move(each)).reviewed;
        const domain::ReviewState state = domain::state_of(reviewed.review);
        if (state == domain::ReviewState::Open) continue;
        const auto verdicts = domain::precedents_in(reviewed.frozen, domain::code_of(state));
        own.precedents.insert(own.precedents.end(), verdicts.begin(), verdicts.end());
    }
    return own;
}

domain::Precedents precedents_for(store::Connection& connection, const domain::Tender& tender,
                                  const domain::Decision& decision, const OwnPart& own) {
    domain::Precedents precedents;
    precedents.theme = decision.theme;
    // The narrowest group in which anything was decided.
    for (const std::string& scope : domain::scopes_of(tender)) {
        auto found = in_scope(connection, tender.organisation, scope, decision.theme, own.precedents);
        const bool any = times_applied(found) + times_explained(found) > 0;
        if (any || precedents.scope.empty()) precedents = std::move(found);
        if (any) break;
    }
    if (const domain::Explained* explained = domain::explanation_of(decision))
        count_texts(connection, tender.organisation, *explained, own.texts, precedents);
    return precedents;
}

}  // namespace mvoi::operations
