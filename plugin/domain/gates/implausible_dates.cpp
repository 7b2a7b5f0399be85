// SPDX-License-Identifier: EUPL-1.2
// A planned date that has passed, one more than twenty years ahead, or one before a date it has to follow, is kept as
// it was given and named: real notices hold 2050-01-01 and dates before their own publication.
#include "domain/calendar/days.hpp"
#include "domain/calendar/publication.hpp"
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {
namespace {

constexpr int far_ahead_days = 20 * 366;

// Each of these comes before the one behind it, as far as both are planned.
constexpr const char* order[] = {"voorbereiding",          "marktconsultatie", "tenderboard",  "publicatie",
                                 "verzoek-tot-deelneming", "uitnodiging",      "inschrijving", "gunningsbeslissing",
                                 "contractstart",          "contracteinde"};

void add(Findings& findings, const GateFacts& facts, const char* rule, const std::string& code,
         const std::string& other) {
    const Term* term = facts.book.rules.find("milestones", code);
    const std::string member = term && !term->member.empty() ? term->member : code;
    findings.push_back({rule,
                        Severity::Warning,
                        "/planning/" + member,
                        {{"milestone", code}, {"date", to_text(facts.tender.planning.at(code))}, {"other", other}},
                        ""});
}

// A tender that is not awarded so long after its start: one of the two days is probably wrong.
void add_far_from_start(const GateFacts& facts, Findings& findings) {
    const Term* row = usual(facts.book.rules, "aanbesteding-duurt-lang", facts.today);
    const int months = row ? row->months : 0;
    if (months == 0 || facts.tender.phase >= Phase::Contract) return;
    const Date started = facts.tender.started_on;
    if (calendar::add_months(started, months) < facts.today)
        findings.push_back({"date-far-from-start",
                            Severity::Warning,
                            "/today",
                            {{"date", to_text(facts.today)}, {"start", to_text(started)}},
                            ""});
}

}  // namespace

void implausible_dates(const GateFacts& facts, Findings& findings) {
    for (const Milestone& milestone : facts.tender.milestones) {
        if (milestone.status != MilestoneStatus::Planned || !milestone.date.first) continue;
        if (!facts.tender.planning.contains(milestone.code)) continue;
        if (*milestone.date.last < facts.today) add(findings, facts, "date-passed", milestone.code, "");
        if ((*milestone.date.first - facts.today).days() > far_ahead_days)
            add(findings, facts, "date-far-ahead", milestone.code, "");
    }
    add_far_from_start(facts, findings);
    const char* earlier = nullptr;
    for (const char* code : order) {
        auto planned = facts.tender.planning.find(code);
        if (planned == facts.tender.planning.end() || !planned->second.first) continue;
        if (earlier && *planned->second.last < *facts.tender.planning.at(earlier).first)
            add(findings, facts, "date-out-of-order", code, earlier);
        earlier = code;
    }
}

}  // namespace mvoi::domain::gates
