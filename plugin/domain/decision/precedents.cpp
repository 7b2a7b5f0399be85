// SPDX-License-Identifier: EUPL-1.2
#include "domain/decision/precedents.hpp"

namespace mvoi::domain {

std::int64_t times_applied(const Precedents& precedents) {
    std::int64_t sum = 0;
    for (const auto& [level, tenders] : precedents.applied) sum += tenders;
    return sum;
}

std::int64_t times_explained(const Precedents& precedents) {
    std::int64_t sum = 0;
    for (const auto& [reason, tenders] : precedents.reasons) sum += tenders;
    return sum;
}

std::vector<std::string> scopes_of(const Tender& tender) {
    std::vector<std::string> scopes;
    if (!tender.product_group.empty()) scopes.push_back("productgroep:" + tender.product_group);
    if (!tender.cpv.empty() && tender.cpv.front().size() >= 2)
        scopes.push_back("cpv:" + tender.cpv.front().substr(0, 2));
    return scopes;
}

bool is_precedent(const Tender& tender) {
    return tender.registration == Registration::Confirmed && tender.phase != Phase::Cancelled;
}

std::vector<Precedent> precedents_in(const Tender& tender) {
    std::vector<Precedent> all;
    if (!is_precedent(tender)) return all;
    for (const std::string& scope : scopes_of(tender))
        for (const Decision& decision : tender.decisions) {
            if (const auto* explained = std::get_if<Explained>(&decision.choice))
                all.push_back({scope, decision.theme, "explained", explained->reason});
            const auto* applied = std::get_if<Applied>(&decision.choice);
            if (!applied) continue;
            all.push_back({scope, decision.theme, "applied", std::to_string(applied->level)});
            for (const Criterion& criterion : applied->criteria)
                if (!criterion.number.empty()) all.push_back({scope, decision.theme, "criterion", criterion.number});
        }
    return all;
}

std::vector<Precedent> precedents_in(const Tender& frozen, std::string_view verdict) {
    std::vector<Precedent> all;
    for (const std::string& scope : scopes_of(frozen))
        for (const Decision& decision : frozen.decisions)
            if (std::holds_alternative<Explained>(decision.choice))
                all.push_back({scope, decision.theme, "verdict", std::string(verdict)});
    return all;
}

}  // namespace mvoi::domain
