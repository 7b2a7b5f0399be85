// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/milestones.hpp"

#include <algorithm>
#include <iterator>

#include "domain/calendar/publication.hpp"
#include "domain/phase.hpp"

namespace mvoi::domain {
namespace {

// How a milestone is known to have happened once its place lies behind the tender.
enum class Proof {
    Phase,   // by the phase that was entered
    Record,  // only by what somebody recorded
    Itself   // a day that comes: it has happened when it is certain and past
};

// A milestone lies behind a tender once it has reached this phase.
struct Place {
    const char* code;
    Phase behind;
    Proof proof;
};
constexpr Place places[] = {
    {"voorbereiding", Phase::Consultation, Proof::Phase},
    {"marktconsultatie", Phase::Review, Proof::Record},
    {"tenderboard", Phase::Publication, Proof::Record},
    {"publicatie", Phase::Publication, Proof::Phase},
    {"verzoek-tot-deelneming", Phase::Evaluation, Proof::Phase},
    {"uitnodiging", Phase::Evaluation, Proof::Phase},
    {"inlichtingen", Phase::Evaluation, Proof::Record},
    {"inschrijving", Phase::Evaluation, Proof::Phase},
    {"beoordeling", Phase::Award, Proof::Phase},
    {"gunningsbeslissing", Phase::Award, Proof::Phase},
    {"einde-opschortende-termijn", Phase::Contract, Proof::Itself},
    {"aankondiging-gunning", Phase::Closed, Proof::Record},
    {"contractstart", Phase::Execution, Proof::Phase},
    {"contracteinde", Phase::Closed, Proof::Itself},
    {"opzegging", Phase::Closed, Proof::Itself},
    {"optie", Phase::Closed, Proof::Itself},
    {"verlenging", Phase::Closed, Proof::Itself},
    {"evaluatie", Phase::Closed, Proof::Itself},
};

const Place* place_of(const std::string& code) {
    const auto found =
        std::find_if(std::begin(places), std::end(places), [&](const Place& each) { return code == each.code; });
    return found == std::end(places) ? nullptr : found;
}

// The first day on which a phase is known to have been entered that lies at or behind this one.
std::optional<Date> entered_from(const Tender& tender, Phase phase) {
    std::optional<Date> day;
    for (const auto& [code, on] : tender.happened.phases) {
        const auto entered = phase_from(code);
        if (entered && *entered != Phase::Cancelled && *entered >= phase && (!day || on < *day)) day = on;
    }
    return day;
}

struct Stand {
    PlannedDate date;
    MilestoneStatus status = MilestoneStatus::Planned;
};

bool is_certain_day(const PlannedDate& date, Date today) {
    return date.certainty == Certainty::Fixed && date.precision == Precision::Day && *date.first <= today;
}

// Proven by a phase that was entered on a day: on the day that was recorded, or on that day at the latest. Where the
// journal does not say when it was entered, it stands as its version told it.
Stand proven(const Place& place, const Tender& tender, const PlannedDate& date, Date today) {
    if (is_certain_day(date, today)) return {date, MilestoneStatus::Done};
    const auto entered = entered_from(tender, place.behind);
    if (!entered) return {date, MilestoneStatus::Done};
    if (date.certainty == Certainty::Fixed && date.first && *date.first > today) return {date};
    PlannedDate by = period_of(*entered, Precision::Day);
    by.certainty = Certainty::Uncertain;
    return {by, MilestoneStatus::DoneBy};
}

//   counted  from a day that is on record, or by the contract
Stand stand_of(const Tender& tender, const std::string& code, const PlannedDate& date, bool counted, Date today) {
    if (tender.phase == Phase::Cancelled || tender.registration == Registration::Withdrawn)
        return {date, MilestoneStatus::Cancelled};
    const Place* place = place_of(code);
    if (!place) return {date};
    const bool is_certain = is_certain_day(date, today), is_past = date.last && *date.last < today;
    if (counted && is_certain && (place->proof == Proof::Phase || (place->proof == Proof::Itself && is_past)))
        return {date, MilestoneStatus::Done};
    if (tender.phase < place->behind || (counted && place->proof == Proof::Phase)) return {date};
    if (place->proof == Proof::Phase) return proven(*place, tender, date, today);
    if (place->proof == Proof::Itself && !is_past) return {date};
    if (is_certain && !counted) return {date, MilestoneStatus::Done};
    const bool is_ahead = date.first && *date.first > today;
    if (is_ahead) return {date, counted ? MilestoneStatus::Planned : MilestoneStatus::Cancelled};
    return {date, MilestoneStatus::Passed};
}

bool is_done(MilestoneStatus status) {
    return status == MilestoneStatus::Done || status == MilestoneStatus::DoneBy;
}

Milestone revised(const Milestone* before, const std::string& code, const PlannedDate& date, MilestoneStatus status,
                  Date today) {
    if (!before) return {code, date, status, 0, today};
    Milestone now = *before;
    if (before->date == date && before->status == status) return now;
    // A milestone that was reached and then called off with its tender was reached all the same.
    if (is_done(before->status) && status == MilestoneStatus::Cancelled) return now;
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

bool lies_behind(const Tender& tender, const std::string& code) {
    const Place* place = place_of(code);
    return place && tender.phase >= place->behind && tender.phase != Phase::Cancelled;
}

bool is_proven_by(const std::string& code, Phase phase) {
    const Place* place = place_of(code);
    return place && place->proof == Proof::Phase && phase >= place->behind && phase != Phase::Cancelled;
}

std::vector<Milestone> revise_milestones(const std::vector<Milestone>& before, const Tender& tender, const Rules& rules,
                                         Date today, const std::map<std::string, PlannedDate>& counted) {
    std::vector<Milestone> now;
    for (const Term& term : rules.vocabulary("milestones")) {
        auto old = std::find_if(before.begin(), before.end(), [&](const Milestone& m) { return m.code == term.code; });
        const Milestone* known = old == before.end() ? nullptr : &*old;
        auto planned = tender.planning.find(term.code);
        if (planned != tender.planning.end()) {
            const auto by_record = counted.find(term.code);
            const bool is_counted = by_record != counted.end();
            const Stand stand =
                stand_of(tender, term.code, is_counted ? by_record->second : planned->second, is_counted, today);
            now.push_back(revised(known, term.code, stand.date, stand.status, today));
        } else if (known) {
            now.push_back(revised(known, term.code, known->date, MilestoneStatus::Cancelled, today));
        }
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
