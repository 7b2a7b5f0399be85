// SPDX-License-Identifier: EUPL-1.2
// Promises must be checked: as soon as there are criteria, the finding states the hours that checking them would take
// in a year of the contract, by assumption; and that they are more than policy has time for, where they are. It is
// given as long as no contract is recorded and the tender was not called off: from then on its promises say it
// themselves. Source: follow-up fails for lack of people (Konkurrensverket 2023).
#include "domain/checkability/checkability.hpp"
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void checking_effort(const GateFacts& facts, Findings& findings) {
    if (facts.promised || facts.tender.phase >= Phase::Contract) return;
    const auto checkings =
        checkability::checkings_of(facts.tender, facts.book.rules, facts.book.check_efforts, facts.today);
    if (checkings.empty()) return;
    std::map<std::string, std::int64_t> minutes_of_role;
    std::int64_t minutes = 0;
    std::size_t counted = 0;
    for (const checkability::Checking& each : checkings) {
        if (!each.minutes) continue;
        ++counted;
        minutes += *each.minutes;
        minutes_of_role[each.role] += *each.minutes;
    }
    Finding finding{"check-hours", Severity::Information, "/themes", {}, {}};
    for (const auto& [role, available] : checkability::checking_time(facts.in_force).of_role) {
        const auto asked = minutes_of_role.find(role);
        if (asked == minutes_of_role.end() || asked->second <= available) continue;
        finding.rule = "check-hours-over";
        finding.severity = Severity::Warning;
        finding.words = {{"role", role}, {"available", checkability::hours_text(available)}};
        minutes = asked->second;
    }
    finding.words["hours"] = checkability::hours_text(minutes);
    finding.words["number"] = std::to_string(counted);
    finding.words["of"] = std::to_string(checkings.size());
    findings.push_back(std::move(finding));
}

}  // namespace mvoi::domain::gates
