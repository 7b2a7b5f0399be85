// SPDX-License-Identifier: EUPL-1.2
// From the European threshold of the day of dispatch on, a contract is put out by a procedure of the law
// (Aanbestedingswet 2012, art. 2.1-2.3, 2.6a and 2.15 lid 1). A lighter one is lawful for what the law leaves out
// (art. 2.18 lid 3, 2.23- 2.24) only, and the choice is motivated. The lots together are worth no more than the
// estimate, of which they are the base (art. 2.18 lid 1, 2.19 lid 1).
#include "domain/gates/rules.hpp"
#include "domain/planning/tender_plan.hpp"

namespace mvoi::domain::gates {
namespace {

bool is_national(const std::string& procedure) {
    return procedure == "enkelvoudig-onderhands" || procedure == "meervoudig-onderhands" ||
           procedure == "nationaal-openbaar" || procedure == "nationaal-niet-openbaar";
}

// As far as it is planned; else the day of the question.
Date dispatched(const GateFacts& facts) {
    for (const char* code : {"publicatie", "uitnodiging"})
        if (const auto planned = facts.tender.planning.find(code);
            planned != facts.tender.planning.end() && planned->second.first)
            return *planned->second.first;
    return facts.today;
}

}  // namespace

void procedure_below_law(const GateFacts& facts, Findings& findings) {
    const Tender& tender = facts.tender;
    if (tender.kind.empty() || !is_national(tender.procedure)) return;
    const auto placed = planning::placed_of(tender, {}, facts.book.circumstances(facts.policy), dispatched(facts));
    if (placed.position != calendar::Position::Above) return;
    const bool motivated = is_motivated(facts, "procedurekeuze");
    findings.push_back({motivated ? "procedure-below-law-motivated" : "procedure-below-law",
                        Severity::Warning,
                        "/procedure",
                        {{"procedure", tender.procedure},
                         {"value", calendar::euros(*planning::value_of(tender))},
                         {"threshold", calendar::euros(placed.threshold->amount_cents)},
                         {"date", to_text(dispatched(facts))}},
                        placed.threshold->source});
}

void lots_above_estimate(const GateFacts& facts, Findings& findings) {
    const auto value = planning::value_of(facts.tender);
    if (!facts.tender.value.high_cents || *value <= *facts.tender.value.high_cents) return;
    findings.push_back(
        {"lots-above-estimate",
         Severity::Warning,
         "/lots",
         {{"value", calendar::euros(*value)}, {"threshold", calendar::euros(*facts.tender.value.high_cents)}},
         facts.tender.kind == "levering" ? "Aanbestedingswet 2012, art. 2.19 lid 1"
                                         : "Aanbestedingswet 2012, art. 2.18 lid 1"});
}

}  // namespace mvoi::domain::gates
