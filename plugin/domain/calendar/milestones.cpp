// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/milestones.hpp"

#include <algorithm>
#include <utility>

namespace mvoi::domain {
namespace {

// A milestone lies behind a tender once it has reached this phase.
constexpr std::pair<const char*, Phase> done_from[] = {
    {"voorbereiding", Phase::Consultation},
    {"marktconsultatie", Phase::Review},
    {"tenderboard", Phase::Publication},
    {"publicatie", Phase::Publication},
    {"verzoek-tot-deelneming", Phase::Evaluation},
    {"inlichtingen", Phase::Evaluation},
    {"inschrijving", Phase::Evaluation},
    {"beoordeling", Phase::Award},
    {"gunningsbeslissing", Phase::Award},
    {"einde-opschortende-termijn", Phase::Contract},
    {"contractstart", Phase::Execution},
    {"contracteinde", Phase::Closed},
    {"opzegging", Phase::Closed},
    {"optie", Phase::Closed},
};

MilestoneStatus status_in(const Tender& tender, const std::string& code) {
    if (tender.phase == Phase::Cancelled || tender.registration == Registration::Withdrawn)
        return MilestoneStatus::Cancelled;
    for (const auto& [milestone, phase] : done_from)
        if (code == milestone && tender.phase >= phase) return MilestoneStatus::Done;
    return MilestoneStatus::Planned;
}

Milestone revised(const Milestone* before, const std::string& code, const PlannedDate& date, MilestoneStatus status) {
    if (!before) return {code, date, status, 0};
    Milestone now = *before;
    if (before->date == date && before->status == status) return now;
    // A milestone that was reached and then called off with its tender was reached all the same.
    if (before->status == MilestoneStatus::Done && status == MilestoneStatus::Cancelled) return now;
    now.date = date;
    now.status = status;
    ++now.sequence;
    return now;
}

}  // namespace

std::vector<Milestone> revise_milestones(const std::vector<Milestone>& before, const Tender& tender,
                                         const Rules& rules) {
    std::vector<Milestone> now;
    for (const Term& term : rules.vocabulary("milestones")) {
        auto old = std::find_if(before.begin(), before.end(), [&](const Milestone& m) { return m.code == term.code; });
        const Milestone* known = old == before.end() ? nullptr : &*old;
        auto planned = tender.planning.find(term.code);
        if (planned != tender.planning.end())
            now.push_back(revised(known, term.code, planned->second, status_in(tender, term.code)));
        else if (known)
            now.push_back(revised(known, term.code, known->date, MilestoneStatus::Cancelled));
    }
    return now;
}

}  // namespace mvoi::domain
