// SPDX-License-Identifier: EUPL-1.2
// Value and procedure may be unknown at the start; that is said, so that it is not forgotten. The value decides which
// procedure the law allows (Aanbestedingswet 2012, art. 2.1-2.3, 1.4).
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void not_known_yet(const GateFacts& facts, Findings& findings) {
    const Tender& tender = facts.tender;
    if (!tender.value.low_cents && !tender.value.high_cents)
        findings.push_back({"value-unknown",
                            Severity::Information,
                            "/estimatedValueCents",
                            {},
                            "Aanbestedingswet 2012, art. 2.1-2.3"});
    if (tender.procedure.empty() || tender.procedure == "onbekend")
        findings.push_back(
            {"procedure-unknown", Severity::Information, "/procedure", {}, "Aanbestedingswet 2012, art. 1.4"});
    if (tender.planning.empty()) findings.push_back({"planning-empty", Severity::Information, "/planning", {}, ""});
}

}  // namespace mvoi::domain::gates
