// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/worklist.hpp"

#include <algorithm>
#include <tuple>

#include "domain/contract/due.hpp"
#include "domain/contract/term.hpp"

namespace mvoi::domain::contract {
namespace {

constexpr const char* manager = "contractmanager";

std::string person_of(const Contract& contract, const std::string& role) {
    const auto person = contract.people.find(role);
    return person == contract.people.end() ? std::string() : person->second;
}

// What a day that went by still asks: nothing when nobody can do it any more, or has to.
bool still_asked(const std::string& code, const Course& course, Date today) {
    const bool runs = !course.end || today <= course.end->day;
    if (code == "optie") return runs && course.option;
    if (code == "verlenging") return runs && course.renew_by;
    return code == "evaluatie" && runs && course.option && !course.option->past;
}

// A contract that ends by itself needs no notice.
bool is_asked(const std::string& code, const Contract& contract, const Course& course) {
    if (code == "opzegging") return contract.term.renewal == Renewal::Tacit || !course.end;
    return code == "optie" || code == "verlenging" || code == "evaluatie" || code == "contracteinde";
}

}  // namespace

void promise_tasks(const TaskFacts& facts, Tasks& tasks) {
    static const std::vector<Observation> none;
    const auto end = course_of(facts.contract, facts.today).end;
    for (const Promise& promise : facts.contract.promises) {
        const auto found = facts.observed.find(promise.id);
        const auto dues = dues_until(promise, found == facts.observed.end() ? none : found->second, facts.units,
                                     facts.today, facts.month.last);
        Task task;
        task.code = "belofte-tonen";
        task.promise = promise.id;
        task.role = promise.owner;
        task.person = person_of(facts.contract, promise.owner);
        task.minutes = minutes_of_check(promise, facts.efforts, facts.today);
        std::optional<Task> before;
        for (const Date due : dues) {
            if (end && end->day < due - boost::gregorian::days(promise.report_within_days)) break;
            task.day = due;
            task.overdue = due < facts.today;
            if (facts.month.first <= due) {
                tasks.push_back(task);
            } else if (task.overdue) {
                if (before)
                    ++before->times;
                else
                    before = task;
            }
        }
        if (before) tasks.push_back(std::move(*before));
    }
}

void term_tasks(const TaskFacts& facts, Tasks& tasks) {
    const Contract& contract = facts.contract;
    const Course course = course_of(contract, facts.today);
    for (const Milestone& each : contract.milestones) {
        if (each.status != MilestoneStatus::Planned || !each.date.last) continue;
        if (!is_asked(each.code, contract, course)) continue;
        const Date day = *each.date.last;
        const bool overdue = day < facts.today && still_asked(each.code, course, facts.today);
        if (facts.month.last < day || (day < facts.month.first && !overdue)) continue;
        tasks.push_back({day, overdue, each.code, {}, 1, manager, person_of(contract, manager), {}});
    }
}

Tasks tasks_of(const TaskFacts& facts) {
    Tasks tasks;
    promise_tasks(facts, tasks);
    term_tasks(facts, tasks);
    std::stable_sort(tasks.begin(), tasks.end(), [](const Task& a, const Task& b) { return a.day < b.day; });
    return tasks;
}

std::string sentence_of(const Task& task) {
    return "task." + task.code + (task.overdue ? "-late" : "") + (task.times > 1 ? "-more" : "");
}

}  // namespace mvoi::domain::contract
