// SPDX-License-Identifier: EUPL-1.2
// A tender's planned dates as milestones that keep their identity through every change.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/model.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain {

// True when the place of a milestone lies behind the phase of the tender; and when entering that phase proves that it
// happened, on that day at the latest. A market consultation and a verdict of the board are proven by no phase, and a
// day that comes by itself neither.
bool lies_behind(const Tender& tender, const std::string& code);
bool is_proven_by(const std::string& code, Phase phase);

// The milestones of a tender as it now is, in the order of vocabulary "milestones". One that was there before keeps its
// sequence; when its date or status changed, the sequence goes up by one. One that is no longer planned stays,
// cancelled, so that calendars which already show it learn that it is off (RFC 5546, 2.1.4).
//   counted  the days that follow from what is on record (planning/records.hpp), instead of those that were planned
std::vector<Milestone> revise_milestones(const std::vector<Milestone>& before, const Tender& tender, const Rules& rules,
                                         Date today, const std::map<std::string, PlannedDate>& counted = {});

// Gives the tender's own revision to each milestone that a calendar now shows otherwise than before: it changed, or
// what is shown of its tender did. The others keep theirs, and with it the stamp that calendars show.
//   before  the tender as it was; nullptr when it is new
void note_shown_changes(const Tender* before, Tender& tender);

// The first day on which a milestone may have been cancelled for a calendar of this day still to show it; those that
// were cancelled before are gone from it. How long they stay is a row of vocabulary "calendar-terms".
Date cancelled_shown_from(const Rules& rules, Date today);

// The milestone as calendars show it: itself, or when its date is not known any more its last days, cancelled.
Milestone shown(const Milestone& milestone);

}  // namespace mvoi::domain
