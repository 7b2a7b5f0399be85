// SPDX-License-Identifier: EUPL-1.2
// A criterion of an applied theme has a kind, a legal form and a proof, and an award criterion has a weight: without
// them it cannot be published (Aanbestedingswet 2012, art. 2.75, 2.80, 2.115 lid 4) nor checked in the contract. Where
// for objective reasons no weight is possible, the criteria have an order (lid 5; of a concession always, 2a.50 lid 5).
// A theme applied without any criterion is named too.
#include "domain/decision/wording.hpp"
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {
namespace {

constexpr const char* source = "Aanbestedingswet 2012, art. 2.75, 2.80, 2.115";

void missing(const std::string& theme, const Criterion& criterion, const char* what, Findings& findings,
             const char* article = source) {
    findings.push_back({std::string("criterion-without-") + what,
                        Severity::Warning,
                        "/themes",
                        {{"theme", theme}, {"criterion", name_of(criterion)}},
                        article});
}

void weigh(const std::string& theme, const Criterion& criterion, const std::string& procedure, Findings& findings) {
    const bool concession = procedure == "concessie";
    if (!criterion.weight_percent && !criterion.rank)
        missing(
            theme, criterion, "weight", findings,
            concession ? "Aanbestedingswet 2012, art. 2a.50 lid 5" : "Aanbestedingswet 2012, art. 2.115 lid 4 en 5");
    else if (!criterion.weight_percent && !concession)
        findings.push_back({"criterion-ranked",
                            Severity::Information,
                            "/themes",
                            {{"theme", theme}, {"criterion", name_of(criterion)}},
                            "Aanbestedingswet 2012, art. 2.115 lid 5"});
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
            if (award) weigh(decision.theme, criterion, facts.tender.procedure, findings);
        }
    }
}

}  // namespace mvoi::domain::gates
