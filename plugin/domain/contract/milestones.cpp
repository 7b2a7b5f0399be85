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

// The milestones that belong on the calendar now, by code. One that is missing here and was there before is called off.
std::map<std::string, Wanted> wanted(const Contract& contract, const Course& course, const Rules& rules,
                                     const planning::Circumstances& around) {
    std::map<std::string, Wanted> all;
    const Term& term = contract.term;
    const bool never_began = contract.ended && contract.ended->on < term.start;
    all["contractstart"] = {on(term.start), never_began ? MilestoneStatus::Cancelled : MilestoneStatus::Planned};
    if (course.end) {
        const bool may_change = course.holds_until || course.option || course.renew_by;
        all["contracteinde"] = {on(course.end->day, may_change ? Certainty::Expected : Certainty::Fixed),
                                contract.ended ? MilestoneStatus::Done : MilestoneStatus::Planned};
    }
    if (course.notice)
        all["opzegging"] = {on(course.notice->day),
                            term.notice_given ? MilestoneStatus::Done : MilestoneStatus::Planned};
    if (course.option) all["optie"] = {on(course.option->decide_by.day)};
    if (course.renew_by) all["verlenging"] = {on(course.renew_by->day)};
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

Milestone moved(const Milestone& before, const Wanted& now, int steps, Date on) {
    if (before.date == now.date && before.status == now.status) return before;
    // A milestone that was reached stays reached, though it was called off later.
    if (before.status == MilestoneStatus::Done && now.status == MilestoneStatus::Cancelled) return before;
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
        const bool known = old != contract.milestones.end();
        const auto planned = now.find(row.code);
        if (planned != now.end() && !known)
            milestones.push_back({row.code, planned->second.date, planned->second.status, 0, on});
        else if (planned != now.end())
            milestones.push_back(moved(*old, planned->second, steps, on));
        else if (known)
            milestones.push_back(moved(
                *old, {old->date, was_reached(*old, contract) ? MilestoneStatus::Done : MilestoneStatus::Cancelled},
                steps, on));
    }
    contract.milestones = std::move(milestones);
}

}  // namespace
}  // namespace contract

void draw_up(Contract& contract, Date today, const Rules& rules, const planning::Circumstances& around) {
    contract.as_of = std::max(contract.as_of, today);
    contract::revise(contract, course_of(contract, contract.as_of), 1, contract.as_of, rules, around);
}

bool has_moved(const Contract& contract, Date today) {
    return today > contract.as_of &&
           course_of(contract, today).renewals != course_of(contract, contract.as_of).renewals;
}

bool advance(Contract& contract, Date today, const Rules& rules, const planning::Circumstances& around) {
    if (!has_moved(contract, today)) return false;
    const int before = course_of(contract, contract.as_of).renewals;
    const contract::Course course = course_of(contract, today);
    contract.as_of = today;
    contract::revise(contract, course, course.renewals - before, course.renewed_on.value_or(today), rules, around);
    return true;
}

}  // namespace mvoi::domain
