// SPDX-License-Identifier: EUPL-1.2
// Before the contract is signed the standstill is over: twenty days after the award decision was sent, and longer where
// somebody asked for interim relief (Aanbestedingswet 2012, art. 2.127, 2.131; concessions 2a.51). A contract that is
// signed before can be annulled (art. 4.15 lid 1 onder b). Nobody is stopped: art. 2.127 lid 4 has exceptions.
#include <algorithm>
#include <utility>

#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {
namespace {

constexpr const char* decision = "gunningsbeslissing";
constexpr const char* standstill = "einde-opschortende-termijn";

// The last day of the standstill, by the dates that are planned: as it was planned, and no earlier than the law has it.
std::optional<Date> standstill_end(const Tender& tender, const RuleBook& book) {
    std::optional<Date> end;
    if (const auto planned = tender.planning.find(standstill); planned != tender.planning.end())
        end = planned->second.last;
    const auto decided = tender.planning.find(decision);
    if (decided == tender.planning.end() || !decided->second.last) return end;
    const calendar::StatutoryPeriod* row = find_period(book.law.periods, "T14");
    const Date lawful = last_day(row->period, *decided->second.last, calendar::WorkCalendar(book.law.equated));
    return end ? std::max(*end, lawful) : lawful;
}

}  // namespace

std::optional<Finding> standstill_on(const Tender& tender, const RuleBook& book, Date day) {
    const planning::Route* route = book.planning.route(tender.procedure);
    const auto is_standstill = [](const planning::RouteLeg& leg) { return leg.to == standstill; };
    if (!route || std::none_of(route->legs.begin(), route->legs.end(), is_standstill)) return std::nullopt;
    const auto end = standstill_end(tender, book);
    if (end && *end < day) return std::nullopt;
    return Finding{end ? "standstill-running" : "standstill-unknown",
                   Severity::Warning,
                   "/planning/award",
                   {{"date", end ? to_text(*end) : ""}},
                   "Aanbestedingswet 2012, art. 2.127, 2.131 en 4.15 lid 1 onder b"};
}

void standstill_running(const GateFacts& facts, Findings& findings) {
    if (facts.tender.phase != Phase::Award) return;
    if (auto finding = standstill_on(facts.tender, facts.book, facts.today)) findings.push_back(std::move(*finding));
}

}  // namespace mvoi::domain::gates
