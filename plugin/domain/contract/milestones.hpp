// SPDX-License-Identifier: EUPL-1.2
// A contract's days on the calendar, which keep their identity through every change as a tender's do, and move on by
// themselves when the contract renews itself.
//
// The milestones are kept as they were true on one day: the fold of the journal reads no clock. Beside it stands the
// first day on which it is no longer true (Course::holds_until, column "renews"): nothing but a tacit renewal changes
// these dates by itself. A reader on that day or later brings the contract forward with `advance`, which goes one
// renewal at a time: a milestone that moved has its sequence raised once for each renewal that passed, whether they
// were seen one by one or all at once. So a feed asked every day, a feed asked once a year and the journal entry that
// is made when the register is next written to all show the same date under the same sequence, and no feed looks at
// contracts that did not renew.
//
// Among them are the first days of the tender that is to follow, counted back from the end: the calendar fills itself.
#pragma once

#include <vector>

#include "domain/calendar/recount.hpp"
#include "domain/contract/term.hpp"
#include "domain/planning/chain.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain {

namespace contract {
// The sum behind a milestone of this code; nullptr: it was not counted.
const Reckoned* sum_behind(const Course& course, std::string_view code);
// True of a day that comes by itself, is certain, and has come: the contract began, or it is over.
bool has_come(const Milestone& milestone, Date today);
}  // namespace contract

// Draws up the milestones of a contract that was just signed or changed, as of this day or of the day on which they
// were last drawn up, whichever is later: a change that is entered for an earlier day does not turn a renewal back.
void draw_up(Contract& contract, Date today, const Rules& rules, const planning::Circumstances& around);

// The days still to come that the rules of today count otherwise than they were drawn up; none when the contract
// renewed itself since, as its next entry counts it again anyway.
std::vector<Recounted> recounted(const Contract& contract, Date today, const Rules& rules,
                                 const planning::Circumstances& around);
// Counts them so, on this day.
void recount(Contract& contract, Date today, const Rules& rules, const planning::Circumstances& around);

// True: the contract renewed itself between the day of its milestones and this one.
bool has_moved(const Contract& contract, Date today);

// Brings the milestones to a later day. True: something moved by itself.
bool advance(Contract& contract, Date today, const Rules& rules, const planning::Circumstances& around);

}  // namespace mvoi::domain
