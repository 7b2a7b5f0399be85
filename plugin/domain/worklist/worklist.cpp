// SPDX-License-Identifier: EUPL-1.2
#include "domain/worklist/worklist.hpp"

#include <algorithm>
#include <tuple>

#include "domain/contract/evaluation.hpp"
#include "domain/contract/term.hpp"
#include "domain/promise/due.hpp"
#include "domain/promise/rating_due.hpp"

namespace mvoi::domain::worklist {
namespace {

constexpr const char* manager = "contractmanager";

// The person who has this role under the contract; without a role the contract manager. Empty: nobody.
std::string person_of(const Contract& contract, const std::string& role) {
    const auto person = contract.people.find(role.empty() ? manager : role);
    return person == contract.people.end() ? std::string() : person->second;
}

// True when something can and must still be done about a day that went by. What became of an option or a renewal is to
// be recorded after the contract's end too: without it nobody knows that it ended.
bool still_asked(const std::string& code, const contract::Course& course, Date today) {
    if (code == "optie") return course.option.has_value();
    if (code == "verlenging") return course.renew_by.has_value();
    const bool runs = !course.end || today <= course.end->day;
    return code == "evaluatie" && runs && course.option && !course.option->past;
}

// By this day the other party must have received what is declared, and the day is more than a bound.
bool is_declared(const Milestone& milestone) {
    const std::string& code = milestone.code;
    return (code == "opzegging" || code == "optie" || code == "verlenging") &&
           milestone.date.certainty == Certainty::Fixed;
}

std::optional<Date> advised_before(Date day, const calendar::EquatedDays& equated) {
    const Date works = calendar::working_day_up_to(day, calendar::WorkCalendar(equated));
    return works == day ? std::nullopt : std::optional(works);
}

// A contract that ends by itself needs no notice.
bool is_asked(const Milestone& milestone, const Contract& contract, const contract::Course& course) {
    const std::string& code = milestone.code;
    // Nobody can act by a day that is no more than a bound: what is asked is the period before it.
    if ((code == "optie" || code == "verlenging") && milestone.date.certainty == Certainty::Uncertain) return false;
    if (code == "opzegging")
        return contract.term.renewal == contract::Renewal::Tacit || contract.term.lacks(contract::TermPart::Renewal) ||
               !course.end;
    return code == "optie" || code == "verlenging" || code == "evaluatie" || code == "contracteinde";
}

// True for a day that falls in the month, or by which something should have been done and was not.
bool is_shown(const TaskFacts& facts, Date day) {
    return day <= facts.month.last && (facts.month.first <= day || day < facts.today);
}

std::optional<Date> end_of(const TaskFacts& facts) {
    const auto end = course_of(facts.contract, facts.today).end;
    return end ? std::optional(end->day) : std::nullopt;
}

const promise::Promise* find_promise(const Contract& contract, int number) {
    const auto found = std::find_if(contract.promises.begin(), contract.promises.end(),
                                    [&](const promise::Promise& each) { return each.number == number; });
    return found == contract.promises.end() ? nullptr : &*found;
}

// The last day on which a document is to prove something; nothing: for an indefinite time.
std::optional<Date> needed_until(const promise::Document& document, const TaskFacts& facts) {
    const auto end = end_of(facts);
    std::optional<Date> last;
    for (const int number : document.promises)
        if (const promise::Promise* promise = find_promise(facts.contract, number))
            last = std::max(last.value_or(promise->to), promise->to);
    if (!last) return end;
    return end ? std::min(*end, *last) : *last;
}

bool is_valid_longer(const promise::Document& other, const promise::Document& document) {
    return !other.withdrawn && other.number != document.number && other.kind == document.kind &&
           (!other.valid_to || *document.valid_to < *other.valid_to);
}

bool is_renewed(const promise::Document& document, const std::vector<promise::Document>& documents) {
    return !document.promises.empty() &&
           std::all_of(document.promises.begin(), document.promises.end(), [&](int promise) {
               return std::any_of(documents.begin(), documents.end(), [&](const promise::Document& other) {
                   return is_valid_longer(other, document) &&
                          std::count(other.promises.begin(), other.promises.end(), promise) > 0;
               });
           });
}

// Of this kind; of any when it is empty.
bool has_document(const TaskFacts& facts, const promise::Promise& promise, const std::string& kind) {
    return std::any_of(facts.documents.begin(), facts.documents.end(), [&](const promise::Document& each) {
        return !each.withdrawn && (kind.empty() || each.kind == kind) &&
               std::count(each.promises.begin(), each.promises.end(), promise.number) > 0;
    });
}

int unrated_before(const TaskFacts& facts, Date day) {
    contract::LastRated last;
    for (const auto& [promise, ratings] : facts.ratings)
        for (const promise::Rating& each : ratings)
            if (each.on <= facts.today)
                last[promise] = std::max(each.on, last.try_emplace(promise, each.on).first->second);
    return static_cast<int>(contract::unrated_in_year(facts.contract, last, day).size());
}

}  // namespace

void delivery_tasks(const TaskFacts& facts, Tasks& tasks) {
    const auto end = end_of(facts);
    for (const promise::Promise& promise : facts.contract.promises) {
        const auto day = promise::delivery_due(promise);
        if (!day || !is_shown(facts, *day) || (end && *end < *promise.by)) continue;
        const auto rated = facts.ratings.find(promise.number);
        if (rated != facts.ratings.end() && !rated->second.empty()) continue;
        if (has_document(facts, promise, {})) continue;
        tasks.push_back({*day, *day < facts.today, "belofte-tonen", promise.number, 1, promise.owner,
                         person_of(facts.contract, promise.owner),
                         checkability::minutes_of_check(promise, facts.efforts, facts.today)});
    }
}

void rating_tasks(const TaskFacts& facts, Tasks& tasks) {
    const std::vector<promise::Rating> none;
    const auto end = end_of(facts);
    for (const promise::Promise& promise : facts.contract.promises) {
        const auto found = facts.ratings.find(promise.number);
        const auto due =
            promise::rating_due(promise::rated_term(promise, end), found == facts.ratings.end() ? none : found->second,
                                facts.rate_after_end, facts.today);
        if (!due || !is_shown(facts, *due)) continue;
        tasks.push_back({*due,
                         *due < facts.today,
                         "belofte-beoordelen",
                         promise.number,
                         1,
                         promise.owner,
                         person_of(facts.contract, promise.owner),
                         {}});
    }
}

void proof_tasks(const TaskFacts& facts, Tasks& tasks) {
    const auto end = end_of(facts);
    for (const promise::Promise& promise : facts.contract.promises) {
        if (promise.proof_kind.empty()) continue;
        const Date day = promise::first_check(promise);
        if (!is_shown(facts, day) || (end && *end < day - boost::gregorian::days(promise.report_within_days))) continue;
        if (has_document(facts, promise, promise.proof_kind)) continue;
        tasks.push_back({day,
                         day < facts.today,
                         "bewijs-opvragen",
                         promise.number,
                         1,
                         promise.owner,
                         person_of(facts.contract, promise.owner),
                         {}});
    }
}

void evidence_tasks(const TaskFacts& facts, Tasks& tasks) {
    for (const promise::Document& each : facts.documents) {
        if (each.withdrawn || !each.valid_to || !is_shown(facts, *each.valid_to)) continue;
        const auto until = needed_until(each, facts);
        if ((until && *until <= *each.valid_to) || is_renewed(each, facts.documents)) continue;
        const promise::Promise* promise =
            each.promises.empty() ? nullptr : find_promise(facts.contract, each.promises.front());
        const std::string role = promise ? promise->owner : manager;
        tasks.push_back({*each.valid_to,
                         *each.valid_to < facts.today,
                         "bewijs-vernieuwen",
                         promise ? promise->number : 0,
                         1,
                         role,
                         person_of(facts.contract, role),
                         {},
                         each.number});
    }
}

void promise_tasks(const TaskFacts& facts, Tasks& tasks) {
    const std::vector<promise::Observation> none;
    const auto end = course_of(facts.contract, facts.today).end;
    for (const promise::Promise& promise : facts.contract.promises) {
        const auto found = facts.observed.find(promise.number);
        const auto dues = promise::dues_until(promise, found == facts.observed.end() ? none : found->second,
                                              facts.units, facts.today, facts.month.last);
        Task task;
        task.code = "belofte-tonen";
        task.promise = promise.number;
        task.role = promise.owner;
        task.person = person_of(facts.contract, promise.owner);
        task.minutes = checkability::minutes_of_check(promise, facts.efforts, facts.today);
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
    const contract::Course course = course_of(contract, facts.today);
    for (const Milestone& each : contract.milestones) {
        if (each.status != MilestoneStatus::Planned || !each.date.last) continue;
        if (!is_asked(each, contract, course)) continue;
        const Date day = *each.date.last;
        const bool overdue = day < facts.today && still_asked(each.code, course, facts.today);
        const auto advised = is_declared(each) && !overdue ? advised_before(day, facts.equated) : std::nullopt;
        if (facts.month.last < advised.value_or(day) || (day < facts.month.first && !overdue)) continue;
        tasks.push_back({day, overdue, each.code, 0, 1, manager, person_of(contract, manager), {}});
        if (each.code == "evaluatie") tasks.back().unrated = unrated_before(facts, day);
        tasks.back().advised = advised;
        tasks.back().advised_went_by = advised && *advised < facts.today;
    }
}

void open_tasks(const TaskFacts& facts, Tasks& tasks) {
    const Contract& contract = facts.contract;
    const contract::Course course = course_of(contract, facts.today);
    const Date from = std::max(facts.month.first, facts.today);
    const auto add = [&](Date day, const char* code) {
        tasks.push_back({day, false, code, 0, 1, manager, person_of(contract, manager), {}});
    };
    if (from > facts.month.last || (course.end && course.end->day < from)) return;
    if (contract::notice_is_missing(contract, course)) add(from, "opzegtermijn-nagaan");
    if (!is_indefinite(course) || facts.reconsider_months == 0) return;
    for (const Date day : contract::reconsidered(contract.term.start, facts.reconsider_months, from, facts.month.last))
        add(day, "heroverweging");
}

void unknown_tasks(const TaskFacts& facts, Tasks& tasks) {
    const Contract& contract = facts.contract;
    const contract::Course course = course_of(contract, facts.today);
    if (contract.ended || (course.end && course.end->day < facts.today)) return;
    if (facts.today < facts.month.first || facts.month.last < facts.today) return;
    Task task{facts.month.last, false, "looptijd-opzoeken", 0, 1, manager, person_of(contract, manager), {}};
    task.unknown = contract.term.unknown;
    if (contract::notice_is_missing(contract, course)) task.unknown.erase(contract::TermPart::Notice);  // open_tasks
    if (course.end_unknown) task.unknown.insert(contract::TermPart::End);
    if (!task.unknown.empty()) tasks.push_back(std::move(task));
}

Tasks tasks_of(const TaskFacts& facts) {
    Tasks tasks;
    promise_tasks(facts, tasks);
    delivery_tasks(facts, tasks);
    rating_tasks(facts, tasks);
    proof_tasks(facts, tasks);
    evidence_tasks(facts, tasks);
    term_tasks(facts, tasks);
    open_tasks(facts, tasks);
    unknown_tasks(facts, tasks);
    std::stable_sort(tasks.begin(), tasks.end(), [](const Task& a, const Task& b) { return a.day < b.day; });
    return tasks;
}

std::string sentence_of(const Task& task) {
    return "task." + task.code + (task.overdue ? "-late" : "") + (task.times > 1 ? "-more" : "") +
           (task.unrated > 0 ? "-unrated" : "") +
           (task.advised_went_by ? "-rest-past"
            : task.advised       ? "-rest"
                                 : "");
}

}  // namespace mvoi::domain::worklist
