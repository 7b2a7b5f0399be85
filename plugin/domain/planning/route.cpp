// SPDX-License-Identifier: EUPL-1.2
#include "domain/planning/route.hpp"

#include <stdexcept>

namespace mvoi::domain::planning {
namespace {

// The number of properties of the work that a lead time names; nothing: it is about other work.
std::optional<int> fit(const LeadTime& lead, const Work& work) {
    int named = 0;
    const auto fits = [&](bool says, bool alike) {
        named += says;
        return !says || alike;
    };
    const bool all = fits(!lead.procedure.empty(), lead.procedure == work.procedure) &&
                     fits(!lead.kind.empty(), lead.kind == work.kind) &&
                     fits(lead.level.has_value(), lead.level == work.level);
    return all ? std::optional(named) : std::nullopt;
}

}  // namespace

const Route* PlanningRules::route(std::string_view procedure) const {
    for (const Route& each : routes)
        if (each.procedure == procedure) return &each;
    return nullptr;
}

Lead lead_for(const std::string& code, const Work& work, const Policy* policy, const PlanningRules& rules) {
    const LeadTime* best = nullptr;
    int most = -1;
    if (policy)
        for (const LeadTime& each : policy->planning.lead_times)
            if (const auto named = each.part == code ? fit(each, work) : std::nullopt; named && *named >= most) {
                best = &each;
                most = *named;
            }
    if (best) return {best->days, false};
    for (const AssumedLead& each : rules.leads) {
        if (each.code != code) continue;
        const auto at_level = each.days_at_level.find(work.level);
        return {at_level == each.days_at_level.end() ? each.days : at_level->second, true};
    }
    throw std::logic_error("schema/rules/lead-times.json: no row " + code);
}

}  // namespace mvoi::domain::planning
