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

void add(Findings& findings, const GateFacts& facts, const char* rule, const Milestone& milestone,
         const std::string& other) {
    const std::string& code = milestone.code;
    const Term* term = facts.book.rules.find("milestones", code);
    const std::string member = term && !term->member.empty() ? term->member : code;
    findings.push_back({rule,
                        Severity::Warning,
                        "/planning/" + member,
                        {{"milestone", code}, {"date", to_text(milestone.date)}, {"other", other}},
                        ""});
}

int months_of(const GateFacts& facts, const char* term) {
    const Term* row = usual(facts.book.rules, term, facts.today);
    return row ? row->months : 0;
}

// A tender that is not awarded so long after its start: one of the two days is probably wrong.
bool is_far_from_start(const GateFacts& facts, Findings& findings) {
    const int months = months_of(facts, "aanbesteding-duurt-lang");
    const Date started = facts.tender.started_on;
    if (months == 0 || facts.today <= calendar::add_months(started, months)) return false;
    findings.push_back({"date-far-from-start",
                        Severity::Warning,
                        "/today",
                        {{"date", to_text(facts.today)}, {"start", to_text(started)}},
                        ""});
    return true;
}

// A day long after everything that was planned, or after publication long before it.
void add_far_from_plan(const GateFacts& facts, Findings& findings) {
    const int months = months_of(facts, "dag-ver-van-planning");
    const PlannedDate *first = nullptr, *last = nullptr;
    for (const auto& [code, date] : facts.tender.planning) {
        if (!date.first) continue;
        if (!first || *date.first < *first->first) first = &date;
        if (!last || *date.last > *last->last) last = &date;
    }
    if (months == 0 || !first) return;
    const bool after = calendar::add_months(*last->last, months) < facts.today;
    const bool before =
        facts.tender.phase >= Phase::Publication && facts.today < calendar::add_months(*first->first, -months);
    if (after || before)
        findings.push_back({after ? "date-far-after-plan" : "date-far-before-plan",
                            Severity::Warning,
                            "/today",
                            {{"date", to_text(facts.today)}, {"planned", to_text(after ? *last : *first)}},
                            ""});
}

// The end of the standstill comes by itself, and what is to be said of it has a rule of its own.
bool has_own_rule(const GateFacts& facts, const Milestone& milestone) {
    return facts.tender.phase >= Phase::Award && milestone.code == "einde-opschortende-termijn";
}

const Milestone* dated(const Tender& tender, const std::string& code) {
    for (const Milestone& each : tender.milestones) {
        const bool is_a_day = each.status == MilestoneStatus::Planned || each.status == MilestoneStatus::Done;
        if (each.code == code && is_a_day && each.date.first) return &each;
    }
    return nullptr;
}

}  // namespace

void implausible_dates(const GateFacts& facts, Findings& findings) {
    for (const Milestone& milestone : facts.tender.milestones) {
        if (milestone.status != MilestoneStatus::Planned || !milestone.date.first) continue;
        if (!facts.tender.planning.contains(milestone.code)) continue;
        if (*milestone.date.last < facts.today && !has_own_rule(facts, milestone))
            add(findings, facts, "date-passed", milestone, "");
        if ((*milestone.date.first - facts.today).days() > far_ahead_days)
            add(findings, facts, "date-far-ahead", milestone, "");
    }
    if (facts.tender.phase < Phase::Contract && !is_far_from_start(facts, findings)) add_far_from_plan(facts, findings);
    const Milestone* earlier = nullptr;
    for (const char* code : order) {
        const Milestone* planned = dated(facts.tender, code);
        if (!planned || !facts.tender.planning.contains(code)) continue;
        if (earlier && *planned->date.last < *earlier->date.first)
            add(findings, facts, "date-out-of-order", *planned, earlier->code);
        earlier = planned;
    }
}

}  // namespace mvoi::domain::gates
