// SPDX-License-Identifier: EUPL-1.2
// The record of a tender, beside what was planned: the days on which its phases were entered, the days that
// somebody recorded as firm, the first contract; and the days that follow from those by law.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "domain/planning/chain.hpp"

namespace mvoi::domain::planning {

// The day of a milestone that somebody gave as firm (vast); not one that a plan counted, nor one that is only expected.
std::optional<Date> recorded_day(const Tender& tender, const std::string& code);

// The tender goes to a phase. A day behind today that was planned as firm for what this phase proves did not turn out
// to be the day: it is an expectation from now on.
void enter(Tender& tender, Phase phase, Date today);

// A day that is given once it has come, for a milestone of a phase that was entered, is no plan: it is put down as
// firm.
//   given  codes of the milestones whose day was given now, without a certainty
void record_given(Tender& tender, const std::set<std::string>& given, Date today);

// The first contracts of the tender: when the first was signed, and when the first begins.
//   true  that is otherwise than it was
bool record_contracts(Tender& tender, const std::vector<Contract>& contracts);

// The end of the standstill by what is on record: until when, or that it cannot be told.
struct Standstill {
    std::optional<Date> end;      // from the recorded day of the decision; nothing: that day is not on record
    std::optional<Date> entered;  // then: the day on which the phase of the award was entered, as far as is known
    std::optional<Date> if_then;  // and the end, were the decision sent on that day
};
// Nothing: the procedure has no standstill.
std::optional<Standstill> standstill_of(const Tender& tender, const Circumstances& around);

// The days of milestones that follow from what is on record, instead of those that were planned. A day of their own
// that was given as firm stays.
std::map<std::string, PlannedDate> counted_from_records(const Tender& tender, const Circumstances& around);

}  // namespace mvoi::domain::planning
