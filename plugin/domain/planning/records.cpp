// SPDX-License-Identifier: EUPL-1.2
#include "domain/planning/records.hpp"

#include <algorithm>

#include "domain/calendar/milestones.hpp"
#include "domain/phase.hpp"

namespace mvoi::domain::planning {
namespace {

const std::string award_decision = "gunningsbeslissing";
const std::string end_of_standstill = "einde-opschortende-termijn";
const std::string award_notice = "aankondiging-gunning";
const std::string contract_start = "contractstart";

PlannedDate on_day(Date day, Certainty certainty) {
    PlannedDate date = period_of(day, Precision::Day);
    date.certainty = certainty;
    return date;
}

bool is_counted(const Tender& tender, const std::string& code) {
    return tender.plan && tender.plan->computed.contains(code);
}

std::optional<Date> entered(const Tender& tender, Phase phase) {
    const auto found = tender.happened.phases.find(std::string(code_of(phase)));
    return found == tender.happened.phases.end() ? std::nullopt : std::optional(found->second);
}

// The links that hang on the award decision, counted by law.
struct AwardLinks {
    std::optional<Link> standstill;
    std::vector<Part> notice;  // the parts of the period for the award notice; empty: the law asks for none
};

AwardLinks links_of(const Tender& tender, const Circumstances& around) {
    AwardLinks found;
    const Route* route = around.rules.route(tender.procedure);
    if (!route) return found;
    ChainWish wish;
    wish.work = {tender.procedure, tender.kind, 1};
    for (Link& link : chain_of(*route, wish, around, nullptr)) {
        for (auto& [milestone, parts] : link.after)
            if (milestone == award_notice) found.notice = std::move(parts);
        if (link.milestone == end_of_standstill) found.standstill = std::move(link);
    }
    return found;
}

// From the signing the period alone is left: that the standstill was over first, needs no waiting any more.
std::vector<Part> without_waiting(std::vector<Part> parts) {
    std::erase_if(parts, [](const Part& part) { return part.kind != PartKind::Period; });
    return parts;
}

}  // namespace

std::optional<Date> recorded_day(const Tender& tender, const std::string& code) {
    const auto given = tender.planning.find(code);
    if (given == tender.planning.end() || is_counted(tender, code)) return std::nullopt;
    const PlannedDate& date = given->second;
    return date.certainty == Certainty::Fixed && date.precision == Precision::Day ? date.first : std::nullopt;
}

void enter(Tender& tender, Phase phase, Date today) {
    tender.phase = phase;
    tender.happened.phases[std::string(code_of(phase))] = today;
    for (auto& [code, date] : tender.planning)
        if (is_proven_by(code, phase) && date.first && *date.first > today && date.certainty == Certainty::Fixed)
            date.certainty = Certainty::Expected;
}

void record_given(Tender& tender, const std::set<std::string>& given, Date today) {
    for (auto& [code, date] : tender.planning)
        if (given.contains(code) && lies_behind(tender, code) && date.precision == Precision::Day &&
            *date.first <= today)
            date.certainty = Certainty::Fixed;
}

bool record_contracts(Tender& tender, const std::vector<Contract>& contracts) {
    Happened now = tender.happened;
    now.signed_on.reset();
    now.starts_on.reset();
    for (const Contract& each : contracts) {
        if (each.ended && each.ended->on < each.term.start) continue;  // it never began
        if (each.signed_on) now.signed_on = std::min(now.signed_on.value_or(*each.signed_on), *each.signed_on);
        now.starts_on = std::min(now.starts_on.value_or(each.term.start), each.term.start);
    }
    if (now == tender.happened) return false;
    tender.happened = std::move(now);
    return true;
}

std::optional<Standstill> standstill_of(const Tender& tender, const Circumstances& around) {
    const AwardLinks links = links_of(tender, around);
    if (!links.standstill) return std::nullopt;
    const calendar::WorkCalendar days(around.law.equated);
    const Agenda agenda(days, around.policy);
    const auto from = [&](Date day) { return next_of(*links.standstill, day, agenda, nullptr); };
    Standstill standstill;
    standstill.end = recorded_day(tender, end_of_standstill);
    if (const auto decided = recorded_day(tender, award_decision))
        standstill.end = std::max(from(*decided), standstill.end.value_or(*decided));
    if (standstill.end) return standstill;
    standstill.entered = entered(tender, Phase::Award);
    if (standstill.entered) standstill.if_then = from(*standstill.entered);
    return standstill;
}

std::map<std::string, PlannedDate> counted_from_records(const Tender& tender, const Circumstances& around) {
    std::map<std::string, PlannedDate> counted;
    const auto keep = [&](const std::string& code, Date day, Certainty certainty) {
        if (tender.planning.contains(code) && !recorded_day(tender, code)) counted[code] = on_day(day, certainty);
    };
    if (tender.happened.starts_on && tender.planning.contains(contract_start))
        counted[contract_start] = on_day(*tender.happened.starts_on, Certainty::Fixed);
    if (!lies_behind(tender, award_decision)) return counted;
    const AwardLinks links = links_of(tender, around);
    const calendar::WorkCalendar days(around.law.equated);
    const Agenda agenda(days, around.policy);
    const auto standstill = standstill_of(tender, around);
    const auto decided = recorded_day(tender, award_decision);
    std::optional<Date> base = decided ? decided : entered(tender, Phase::Award);
    if (standstill && (standstill->end || standstill->if_then)) {
        base = standstill->end ? standstill->end : standstill->if_then;
        keep(end_of_standstill, *base, standstill->end ? Certainty::Fixed : Certainty::Uncertain);
    }
    if (links.notice.empty()) return counted;
    if (const auto& day = tender.happened.signed_on)
        keep(award_notice, within(without_waiting(links.notice), *day, agenda, around, nullptr), Certainty::Fixed);
    else if (base)
        keep(award_notice, within(links.notice, *base, agenda, around, nullptr),
             decided ? Certainty::Expected : Certainty::Uncertain);
    return counted;
}

}  // namespace mvoi::domain::planning
