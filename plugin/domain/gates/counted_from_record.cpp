// SPDX-License-Identifier: EUPL-1.2
// A day that follows from what is on record took the place of a planned one: the end of the standstill and the award
// notice follow from the recorded decision and the signed contract (Aanbestedingswet 2012, art. 2.127, 2.134), and the
// contract begins on its own day. That the planned day is gone is said as long as the new one is to come; of a day that
// is uncertain, as the decision is not on record, the standstill has its own rule.
#include "domain/gates/rules.hpp"
#include "domain/planning/records.hpp"

namespace mvoi::domain::gates {

void counted_from_record(const GateFacts& facts, Findings& findings) {
    const auto counted = planning::counted_from_records(facts.tender, facts.book.circumstances(facts.policy));
    for (const Milestone& each : facts.tender.milestones) {
        const auto planned = facts.tender.planning.find(each.code);
        if (each.status != MilestoneStatus::Planned || each.date.certainty == Certainty::Uncertain ||
            !counted.contains(each.code) || planned == facts.tender.planning.end() || !planned->second.first ||
            planned->second.first == each.date.first)
            continue;
        const Term* term = facts.book.rules.find("milestones", each.code);
        findings.push_back(
            {"counted-from-record",
             Severity::Information,
             "/planning/" + (term ? term->member : each.code),
             {{"milestone", each.code}, {"date", to_text(each.date)}, {"planned", to_text(planned->second)}},
             ""});
    }
}

}  // namespace mvoi::domain::gates
