// SPDX-License-Identifier: EUPL-1.2
// The procedure is chosen on objective grounds, which are given to an undertaking that asks for them. Source:
// Aanbestedingswet 2012, art. 1.4 lid 1 en 3.
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void procedure_unmotivated(const GateFacts& facts, Findings& findings) {
    const std::string& procedure = facts.tender.procedure;
    if (procedure.empty() || procedure == "onbekend" || is_motivated(facts, "procedurekeuze")) return;
    findings.push_back({"procedure-unmotivated",
                        Severity::Warning,
                        "/motives/procedure",
                        {{"procedure", procedure}},
                        "Aanbestedingswet 2012, art. 1.4 lid 1 en 3"});
}

}  // namespace mvoi::domain::gates
