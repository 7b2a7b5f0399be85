// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/milestones.hpp"

#include <algorithm>
#include <utility>

#include "domain/calendar/publication.hpp"

namespace mvoi::domain {
namespace {

// A milestone lies behind a tender once it has reached this phase.
constexpr std::pair<const char*, Phase> done_from[] = {
    {"voorbereiding", Phase::Consultation},
    {"marktconsultatie", Phase::Review},
    {"tenderboard", Phase::Publication},
    {"publicatie", Phase::Publication},
    {"verzoek-tot-deelneming", Phase::Evaluation},
    {"uitnodiging", Phase::Evaluation},
    {"inlichtingen", Phase::Evaluation},
    {"inschrijving", Phase::Evaluation},
    {"beoordeling", Phase::Award},
    {"gunningsbeslissing", Phase::Award},
    {"einde-opschortende-termijn", Phase::Contract},
    {"aankondiging-gunning", Phase::Closed},
    {"contractstart", Phase::Execution},
    {"contracteinde", Phase::Closed},
    {"opzegging", Phase::Closed},
    {"optie", Phase::Closed},
    {"verlenging", Phase::Closed},
    {"evaluatie", Phase::Closed},
};

MilestoneStatus status_in(const Tender& tender, const std::string& code) {
    if (tender.phase == Phase::Cancelled || tender.registration == Registration::Withdrawn)
        return MilestoneStatus::Cancelled;
    for (const auto& [milestone, phase] : done_from)
        if (code == milestone && tender.phase >= phase) return MilestoneStatus::Done;
    return MilestoneStatus::Planned;
}

Milestone revised(const Milestone* before, const std::string& code, const PlannedDate& date, MilestoneStatus status,
                  Date today) {
    if (!before) return {code, date, status, 0, today};
    Milestone now = *before;
    if (before->date == date && before->status == status) return now;
    // A milestone that was reached and then called off with its tender was reached all the same.
    if (before->status == MilestoneStatus::Done && status == MilestoneStatus::Cancelled) return now;
    if (before->date.first || date.first) now.changed_on = today;
    if (date.first)
        now.was.reset();
    else if (before->date.first)
        now.was = before->date;
    now.date = date;
    now.status = status;
    ++now.sequence;
    return now;
}

std::vector<std::string> themes_applied_in(const Tender& tender) {
    std::vector<std::string> themes;
    for (const Decision& decision : tender.decisions)
        if (std::holds_alternative<Applied>(decision.choice)) themes.push_back(decision.theme);
    return themes;
}

std::vector<std::string> flags_in(const Tender& tender) {
    std::vector<std::string> flags;
    for (const Flag& flag : tender.flags) flags.push_back(flag.code);
    return flags;
}

// True when the two are equal in everything that a calendar may show of a tender beside its milestones. Audience and
// policy decide how much of it is shown.
bool shows_the_same(const Tender& a, const Tender& b) {
    return a.title == b.title && a.kind == b.kind && a.procedure == b.procedure && a.value == b.value &&
           a.ambition == b.ambition && flags_in(a) == flags_in(b) && themes_applied_in(a) == themes_applied_in(b);
}

}  // namespace

std::vector<Milestone> revise_milestones(const std::vector<Milestone>& before, const Tender& tender, const Rules& rules,
                                         Date today) {
    std::vector<Milestone> now;
    for (const Term& term : rules.vocabulary("milestones")) {
        auto old = std::find_if(before.begin(), before.end(), [&](const Milestone& m) { return m.code == term.code; });
        const Milestone* known = old == before.end() ? nullptr : &*old;
        auto planned = tender.planning.find(term.code);
        if (planned != tender.planning.end())
            now.push_back(revised(known, term.code, planned->second, status_in(tender, term.code), today));
        else if (known)
            now.push_back(revised(known, term.code, known->date, MilestoneStatus::Cancelled, today));
    }
    return now;
}

void note_shown_changes(const Tender* before, Tender& tender) {
    const bool same_tender = before && shows_the_same(*before, tender);
    for (Milestone& milestone : tender.milestones) {
        const bool same = same_tender && std::find(before->milestones.begin(), before->milestones.end(), milestone) !=
                                             before->milestones.end();
        if (!same) milestone.revision = tender.revision;
    }
}

Date cancelled_shown_from(const Rules& rules, Date today) {
    const Term* shown = usual(rules, "vervallen-getoond", today);
    return shown ? today - boost::gregorian::days(shown->days.value_or(0)) : Date(1900, 1, 1);
}

Milestone shown(const Milestone& milestone) {
    Milestone shown = milestone;
    if (milestone.date.first || !milestone.was) return shown;
    shown.date = *milestone.was;
    shown.status = MilestoneStatus::Cancelled;
    return shown;
}

}  // namespace mvoi::domain
