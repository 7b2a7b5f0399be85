// SPDX-License-Identifier: EUPL-1.2
// Between the dates that are planned the law wants its periods (Aanbestedingswet 2012, art. 2.71-2.74b, 2.127), and the
// work its time. Counted under the usual conditions: electronic, not urgent, without a prior information notice; who is
// under others knows it, so nobody is stopped here.
#include "domain/gates/rules.hpp"
#include "domain/planning/dates.hpp"
#include "domain/planning/tender_plan.hpp"

namespace mvoi::domain::gates {

void planning_below_minimum(const GateFacts& facts, Findings& findings) {
    using namespace planning;
    if (facts.tender.phase >= Phase::Award) return;
    const Route* route = facts.book.planning.route(facts.tender.procedure);
    if (!route) return;
    const Circumstances around = facts.book.circumstances(facts.policy);
    const Wish wish = wish_of(facts.tender, {}, around.policy, facts.today);
    const Chain chain = chain_of(*route, wish.chain, around, nullptr);
    const calendar::WorkCalendar days(around.law.equated);
    for (Finding& finding : too_short(chain, anchors_of(chain, wish.given), Agenda(days, around.policy))) {
        finding.severity = Severity::Warning;
        const Term* milestone = facts.book.rules.find("milestones", finding.member);
        finding.member = "/planning/" + (milestone ? milestone->member : finding.member);
        findings.push_back(std::move(finding));
    }
}

}  // namespace mvoi::domain::gates
