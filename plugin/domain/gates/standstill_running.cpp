// SPDX-License-Identifier: EUPL-1.2
// Before the contract is signed the standstill is over: twenty days after the award decision was sent, and longer where
// somebody asked for interim relief (Aanbestedingswet 2012, art. 2.127, 2.131; concessions 2a.51). A contract that is
// signed before can be annulled (art. 4.15 lid 1 onder b). Nobody is stopped: art. 2.127 lid 4 has exceptions. The day
// counts on which the decision was sent, as it was recorded; a planned day is none.
#include <utility>

#include "domain/gates/rules.hpp"
#include "domain/planning/records.hpp"

namespace mvoi::domain::gates {

std::optional<Finding> standstill_on(const Tender& tender, const RuleBook& book, Date day) {
    const auto standstill = planning::standstill_of(tender, book.circumstances(nullptr));
    if (!standstill || (standstill->end && *standstill->end < day)) return std::nullopt;
    Finding finding{standstill->end ? "standstill-running" : "standstill-unknown",
                    Severity::Warning,
                    "/planning/award",
                    {{"date", standstill->end ? to_text(*standstill->end) : ""}},
                    "Aanbestedingswet 2012, art. 2.127, 2.131 en 4.15 lid 1 onder b"};
    if (standstill->entered) {
        finding.rule = "standstill-unknown-since";
        finding.words = {{"entered", to_text(*standstill->entered)}, {"date", to_text(*standstill->if_then)}};
    }
    return finding;
}

void standstill_running(const GateFacts& facts, Findings& findings) {
    if (facts.tender.phase != Phase::Award) return;
    if (auto finding = standstill_on(facts.tender, facts.book, facts.today)) findings.push_back(std::move(*finding));
}

}  // namespace mvoi::domain::gates
