// SPDX-License-Identifier: EUPL-1.2
#include "domain/measure/kpi.hpp"

#include <algorithm>

namespace mvoi::domain::measure {

const Kpi* find_kpi(const Kpis& kpis, std::string_view code) {
    const auto found = std::find_if(kpis.begin(), kpis.end(), [&](const Kpi& each) { return each.code == code; });
    return found == kpis.end() ? nullptr : &*found;
}

std::vector<Finding> kpi_findings(const promise::Promise& promise, const Kpis& kpis, const UnitsOfMeasure& units) {
    std::vector<Finding> findings;
    if (promise.kpi.empty()) return findings;
    const Kpi* kpi = find_kpi(kpis, promise.kpi);
    const auto say = [&](const char* rule, const char* member, std::string value, std::string accepted) {
        findings.push_back({rule,
                            Severity::Warning,
                            member,
                            {{"kpi", promise.kpi}, {"value", std::move(value)}, {"accepted", std::move(accepted)}},
                            kpi ? kpi->source : "schema/rules/kpis.json"});
    };
    if (!kpi) {
        say("kpi-unknown", "/kpi", promise.kpi, "");
        return findings;
    }
    if (promise.from < kpi->valid_from || (kpi->valid_to && *kpi->valid_to < promise.from))
        say("kpi-not-in-force", "/kpi", to_text(promise.from), "");
    if (promise.theme != kpi->theme) say("kpi-other-theme", "/theme", promise.theme, kpi->theme);
    const UnitOfMeasure *given = find_unit(units, promise.unit), *usual = find_unit(units, kpi->unit);
    if (!promise.unit.empty() && (!given || !usual || given->base != usual->base))
        say("kpi-other-unit", "/unit", promise.unit, kpi->unit);
    if (promise::is_measurable(promise) && promise.demand != kpi->demand)
        say("kpi-other-direction", "/demand", std::string(code_of(promise.demand)), std::string(code_of(kpi->demand)));
    return findings;
}

}  // namespace mvoi::domain::measure
