// SPDX-License-Identifier: EUPL-1.2
// The tasks of a contract manager in a month (werklijst): those that fall in it, and those that should have been done
// before it and were not. A task that was to be done before a month still to come, and can still be done in time,
// belongs to the months between.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/calendar/rest_days.hpp"
#include "domain/checkability/checkability.hpp"
#include "domain/model.hpp"
#include "domain/promise/evidence.hpp"
#include "domain/promise/observation.hpp"
#include "domain/promise/rating.hpp"

namespace mvoi::domain::worklist {

struct Task {
    Date day{2000, 1, 1};  // by which it is to be done
    bool overdue = false;
    std::string code;    // belofte-tonen, belofte-beoordelen, bewijs-opvragen, bewijs-vernieuwen, looptijd-opzoeken,
                         // or of "milestones": opzegging, optie, verlenging, ...
    int promise = 0;     // its number; 0: of the contract itself
    int times = 1;       // so many periods of one promise, the first of them by that day
    std::string role;    // of the person who is to do it; empty: nobody
    std::string person;  // of that role, and the contract manager where there is none; empty: nobody is named
    std::optional<checkability::CheckMinutes> minutes;
    int document = 0;                           // its number; 0: it is about none
    int unrated = 0;                            // to evaluate: so many promises were not rated in the year before it
    std::optional<Date> advised = {};           // the working day by which it is better done; nothing: its day is one
    bool advised_went_by = false;               // and the day itself did not
    std::set<contract::TermPart> unknown = {};  // to find out: these parts of the term
};

struct Month {
    Date first{2000, 1, 1};
    Date last{2000, 1, 1};
};

struct TaskFacts {
    const Contract& contract;                                          // on the day asked
    const std::map<int, std::vector<promise::Observation>>& observed;  // by promise
    const measure::UnitsOfMeasure& units;
    const checkability::CheckEfforts& efforts;
    Date today;
    Month month;
    const calendar::EquatedDays& equated;
    std::map<int, std::vector<promise::Rating>> ratings = {};  // by promise, in any order
    int rate_after_end = 0;                                    // days_after_end of rating_due.hpp
    std::vector<promise::Document> documents = {};             // of the contract, those that were withdrawn too
    int reconsider_months = 0;                                 // of a contract for an indefinite time; 0: never
};
using Tasks = std::vector<Task>;

// Of each promise, every report that is due about a period that was over when the contract ended; those that are
// overdue since before the month are one task.
void promise_tasks(const TaskFacts& facts, Tasks& tasks);
// Of each promise to be done once that cannot be measured: the day to show it, until a document or a rating is there.
void delivery_tasks(const TaskFacts& facts, Tasks& tasks);
// Of each promise its next rating, until it was given.
void rating_tasks(const TaskFacts& facts, Tasks& tasks);
// Of each promise that says what kind of evidence is expected and has none of that kind: the evidence, by the day on
// which something is first to be shown of it, unless the contract was over before. What it had and expired is renewed.
void proof_tasks(const TaskFacts& facts, Tasks& tasks);
// Of each document that expires before what it is to prove is over: new evidence by its last day. It is not asked when
// for each of its promises another document of its kind is valid for longer: that is the new one. Whoever checks the
// first of its promises asks for it; the contract manager when it proves none by name.
void evidence_tasks(const TaskFacts& facts, Tasks& tasks);
// The days by which notice must be given, an option decided on, a renewal agreed; the evaluation; the end. The contract
// manager does these. Overdue are an option and a renewal, until the contract ends; an evaluation, until the option is
// decided on. Notice is not: by then the contract has renewed itself. To evaluate says how many promises that ran all
// of the year before it were rated in no day of that year.
void term_tasks(const TaskFacts& facts, Tasks& tasks);
// A period of notice that was not recorded, in each month until it is: without it no day can be told. Of a contract for
// an indefinite time, each time so many months of it were over, whether it should go on.
void open_tasks(const TaskFacts& facts, Tasks& tasks);
// Of a contract that runs and of whose term something is unknown: to find it out, in every month until it is known. It
// has no day of its own, and so stands in the month of the day asked, by its last day.
void unknown_tasks(const TaskFacts& facts, Tasks& tasks);

// All of them, by day.
Tasks tasks_of(const TaskFacts& facts);

// Name of the sentence that says a task.
std::string sentence_of(const Task& task);

}  // namespace mvoi::domain::worklist
