// SPDX-License-Identifier: EUPL-1.2
// A criterion of an applied theme has a kind, a legal form and a proof, and an award criterion has a weight: without
// them it cannot be published (Aanbestedingswet 2012, art. 2.75, 2.80, 2.115 lid 5) nor checked in the contract.
// A theme applied without any criterion is named too.
#include "domain/decision/wording.hpp"
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {
namespace {

constexpr const char* source = "Aanbestedingswet 2012, art. 2.75, 2.80, 2.115";

void missing(const std::string& theme, const Criterion& criterion, const char* what, Findings& findings) {
    findings.push_back({std::string("criterion-without-") + what,
                        Severity::Warning,
                        "/themes",
                        {{"theme", theme}, {"criterion", name_of(criterion)}},
                        source});
}

}  // namespace

void criterion_incomplete(const GateFacts& facts, Findings& findings) {
    for (const Decision& decision : facts.tender.decisions) {
        const auto* applied = std::get_if<Applied>(&decision.choice);
        if (!applied) continue;
        if (applied->criteria.empty())
            findings.push_back(
                {"theme-without-criteria", Severity::Warning, "/themes", {{"theme", decision.theme}}, source});
        for (const Criterion& criterion : applied->criteria) {
            if (criterion.kind.empty()) missing(decision.theme, criterion, "kind", findings);
            if (criterion.legal_form.empty()) missing(decision.theme, criterion, "legal-form", findings);
            // "N.v.t." proves nothing.
            if (!says_something(criterion.proof, facts.book.rules.vocabulary("empty-phrases")))
                missing(decision.theme, criterion, "proof", findings);
            const bool award = criterion.kind == "gunningscriterium" || criterion.legal_form == "gunningscriterium";
            if (award && !criterion.weight_percent) missing(decision.theme, criterion, "weight", findings);
        }
    }
}

}  // namespace mvoi::domain::gates
