// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/milestones.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "domain/contract/evaluation.hpp"
#include "domain/planning/follow_up.hpp"

namespace mvoi::domain {
namespace contract {
namespace {

struct Wanted {
    PlannedDate date;
    MilestoneStatus status = MilestoneStatus::Planned;
};

PlannedDate on(Date day, Certainty certainty = Certainty::Fixed) {
    PlannedDate date = period_of(day, Precision::Day);
    date.certainty = certainty;
    return date;
}

// A day that was counted, as certain as what it was counted from.
PlannedDate on(const Reckoned& sum) {
    return on(sum.day, sum.is_bound ? Certainty::Uncertain : Certainty::Fixed);
}

// Notice: the last day of it, or where that cannot be told, the day on which it was given.
void want_notice(const Term& term, const Course& course, std::map<std::string, Wanted>& all) {
    const auto status = term.notice_given ? MilestoneStatus::Done : MilestoneStatus::Planned;
    if (course.notice && (term.lacks(TermPart::Renewal) || term.lacks(TermPart::NoticeGiven)))
        all["opzegging"] = {on(course.notice->day, Certainty::Expected), status};
    else if (course.notice)
        all["opzegging"] = {on(*course.notice), status};
    else if (course.stopped)
        all["opzegging"] = {on(*term.notice_given), status};
}

// The milestones that belong on the calendar now, by code. One that is missing here and was there before is called off.
std::map<std::string, Wanted> wanted(const Contract& contract, const Course& course, const Rules& rules,
                                     const planning::Circumstances& around) {
    std::map<std::string, Wanted> all;
    const Term& term = contract.term;
    const bool never_began = contract.ended && contract.ended->on < term.start;
    all["contractstart"] = {on(term.start), never_began ? MilestoneStatus::Cancelled : MilestoneStatus::Planned};
    if (course.end) {
        const bool may_change = course.holds_until || course.option || course.renew_by || !term.unknown.empty();
        all["contracteinde"] = {on(course.end->day, may_change ? Certainty::Expected : Certainty::Fixed),
                                contract.ended ? MilestoneStatus::Done : MilestoneStatus::Planned};
    }
    want_notice(term, course, all);
    if (course.renewed_on && course.renewals > 0) {
        const bool told = !term.lacks(TermPart::Renewal) && !term.lacks(TermPart::NoticeGiven) && term.notice;
        all["verlengd"] = {on(*course.renewed_on, told ? Certainty::Fixed : Certainty::Expected),
                           term.lacks(TermPart::NoticeGiven) ? MilestoneStatus::Planned : MilestoneStatus::Done};
    }
    if (course.minimum_end && !contract.ended) all["minimumduur"] = {on(*course.minimum_end)};
    if (course.option) all["optie"] = {on(course.option->decide_by)};
    if (course.renew_by) all["verlenging"] = {on(*course.renew_by)};
    if (contract.evaluation && !contract.ended) all["evaluatie"] = {*contract.evaluation};
    if (const auto day = evaluation_before_option(contract, course, rules))
        all["evaluatie"] = {on(*day, Certainty::Expected)};
    for (const auto& [code, date] : planning::follow_up_of(contract, course, around)) all[code] = {date};
    return all;
}

// The last option was decided on: that day on the calendar was reached, not called off; and that of the evaluation
// before it, when it had come.
bool was_reached(const Milestone& old, const Contract& contract) {
    const std::string& code = old.code;
    const bool decided =
        !contract.term.options.empty() && contract.term.options.back().decision != OptionDecision::Open;
    if (code == "optie") return decided;
    if (code == "evaluatie") return decided && old.date.last && *old.date.last <= contract.as_of;
    return code == "verlenging" && contract.term.agreed_renewals > 0 && !contract.ended;
}

// True of what happened and then did not after all: a renewal that an earlier notice stopped, a notice that was taken
// back.
bool was_undone(const std::string& code, const Contract& contract) {
    return code == "verlengd" || (code == "opzegging" && !contract.term.notice_given);
}

//   undone  it may be called off though it was reached
Milestone moved(const Milestone& before, const Wanted& now, int steps, Date on, bool undone) {
    if (before.date == now.date && before.status == now.status) return before;
    // A milestone that was reached stays reached, though it was called off later.
    if (before.status == MilestoneStatus::Done && now.status == MilestoneStatus::Cancelled && !undone) return before;
    return {before.code, now.date, now.status, before.sequence + steps, on};
}

//   on  the day on which what changes now changed
void revise(Contract& contract, const Course& course, int steps, Date on, const Rules& rules,
            const planning::Circumstances& around) {
    const auto now = wanted(contract, course, rules, around);
    std::vector<Milestone> milestones;
    for (const auto& row : rules.vocabulary("milestones")) {
        const auto old = std::find_if(contract.milestones.begin(), contract.milestones.end(),
                                      [&](const Milestone& each) { return each.code == row.code; });
        const bool known = old != contract.milestones.end(), undone = was_undone(row.code, contract);
        const auto planned = now.find(row.code);
        // The sign of a renewal is new with the first of those that passed, and moved with each of the others.
        const int first = row.code == "verlengd" ? steps - 1 : 0;
        if (planned != now.end() && !known)
            milestones.push_back({row.code, planned->second.date, planned->second.status, first, on});
        else if (planned != now.end())
            milestones.push_back(moved(*old, planned->second, steps, on, undone));
        else if (known)
            milestones.push_back(moved(
                *old, {old->date, was_reached(*old, contract) ? MilestoneStatus::Done : MilestoneStatus::Cancelled},
                steps, on, undone));
    }
    contract.milestones = std::move(milestones);
}

// Marks of what happened or was agreed, which nobody counts.
bool is_a_mark(const std::string& code) {
    return code == "verlengd" || code == "minimumduur";
}

std::optional<PlannedDate> planned_in(const std::vector<Milestone>& milestones, const std::string& code) {
    for (const Milestone& each : milestones)
        if (each.code == code && each.status == MilestoneStatus::Planned && each.date.first) return each.date;
    return std::nullopt;
}

std::string law_of(const Rules& rules, const std::string& code) {
    if (code.starts_with("vervolg-")) return "Aanbestedingswet 2012, deel 2";
    const domain::Term* row = rules.find("milestones", code);
    return row ? row->law : std::string();
}

}  // namespace

const Reckoned* sum_behind(const Course& course, std::string_view code) {
    const auto given = [](const std::optional<Reckoned>& sum) { return sum ? &*sum : nullptr; };
    if (code == "contracteinde") return given(course.end);
    if (code == "opzegging") return given(course.notice);
    if (code == "verlenging") return given(course.renew_by);
    if (code == "minimumduur") return given(course.minimum_end);
    if (code == "optie" && course.option) return &course.option->decide_by;
    return nullptr;
}

bool has_come(const Milestone& milestone, Date today) {
    const PlannedDate& date = milestone.date;
    if (milestone.status != MilestoneStatus::Planned || date.certainty != Certainty::Fixed || !date.last) return false;
    if (milestone.code == "contractstart") return *date.last <= today;
    return (milestone.code == "contracteinde" || milestone.code == "minimumduur") && *date.last < today;
}

}  // namespace contract

void draw_up(Contract& contract, Date today, const Rules& rules, const planning::Circumstances& around) {
    contract.as_of = std::max(contract.as_of, today);
    contract.rules = rules.edition();
    contract::revise(contract, course_of(contract, contract.as_of), 1, contract.as_of, rules, around);
}

std::vector<Recounted> recounted(const Contract& contract, Date today, const Rules& rules,
                                 const planning::Circumstances& around) {
    if (contract.rules == rules.edition() || contract.ended || has_moved(contract, today)) return {};
    Contract again = contract;
    contract::revise(again, course_of(again, again.as_of), 1, again.as_of, rules, around);
    std::vector<Recounted> rows;
    for (const Milestone& each : again.milestones) {
        if (each.status == MilestoneStatus::Done || contract::is_a_mark(each.code)) continue;
        Recounted row{each.code, contract::planned_in(contract.milestones, each.code),
                      contract::planned_in(again.milestones, each.code), contract::law_of(rules, each.code)};
        if (row.before != row.now && is_ahead(row, today)) rows.push_back(std::move(row));
    }
    return rows;
}

void recount(Contract& contract, Date today, const Rules& rules, const planning::Circumstances& around) {
    contract::revise(contract, course_of(contract, contract.as_of), 1, today, rules, around);
    contract.rules = rules.edition();
}

bool has_moved(const Contract& contract, Date today) {
    if (today <= contract.as_of) return false;
    const contract::Course now = course_of(contract, today), before = course_of(contract, contract.as_of);
    return now.renewals != before.renewals || now.end_unknown != before.end_unknown;
}

bool advance(Contract& contract, Date today, const Rules& rules, const planning::Circumstances& around) {
    if (!has_moved(contract, today)) return false;
    const int before = course_of(contract, contract.as_of).renewals;
    const contract::Course course = course_of(contract, today);
    contract.as_of = today;
    contract.rules = rules.edition();
    contract::revise(contract, course, std::max(1, course.renewals - before), course.renewed_on.value_or(today), rules,
                     around);
    return true;
}

}  // namespace mvoi::domain
