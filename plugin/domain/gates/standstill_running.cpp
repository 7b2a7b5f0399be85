// SPDX-License-Identifier: EUPL-1.2
// Before the contract is signed the standstill is over: twenty days after the award decision was sent, and longer where
// somebody asked for interim relief (Aanbestedingswet 2012, art. 2.127, 2.131; concessions 2a.51). A contract that is
// signed before can be annulled (art. 4.15 lid 1 onder b). Nobody is stopped: art. 2.127 lid 4 has exceptions.
#include <algorithm>

#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {
namespace {

constexpr const char* decision = "gunningsbeslissing";
constexpr const char* standstill = "einde-opschortende-termijn";

// The last day of the standstill, by the dates that are planned: as it was planned, and no earlier than the law has it.
std::optional<Date> standstill_end(const GateFacts& facts) {
    std::optional<Date> end;
    const auto& planning = facts.tender.planning;
    if (const auto planned = planning.find(standstill); planned != planning.end()) end = planned->second.last;
    const auto decided = planning.find(decision);
    if (decided == planning.end() || !decided->second.last) return end;
    const calendar::StatutoryPeriod* row = find_period(facts.book.law.periods, "T14");
    const Date lawful = last_day(row->period, *decided->second.last, calendar::WorkCalendar(facts.book.law.equated));
    return end ? std::max(*end, lawful) : lawful;
}

}  // namespace

void standstill_running(const GateFacts& facts, Findings& findings) {
    if (facts.tender.phase != Phase::Award) return;
    const planning::Route* route = facts.book.planning.route(facts.tender.procedure);
    const auto is_standstill = [](const planning::RouteLeg& leg) { return leg.to == standstill; };
    if (!route || std::none_of(route->legs.begin(), route->legs.end(), is_standstill)) return;
    const auto end = standstill_end(facts);
    if (end && *end < facts.today) return;
    findings.push_back({end ? "standstill-running" : "standstill-unknown",
                        Severity::Warning,
                        "/planning/award",
                        {{"date", end ? to_text(*end) : ""}},
                        "Aanbestedingswet 2012, art. 2.127, 2.131 en 4.15 lid 1 onder b"});
}

}  // namespace mvoi::domain::gates
