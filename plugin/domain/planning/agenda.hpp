// SPDX-License-Identifier: EUPL-1.2
// The days on which an organisation does something about a tender: working days, outside the weeks in which it is
// closed; and the days on which its board meets. Which those weeks and days are is the organisation's policy.
#pragma once

#include <vector>

#include "domain/calendar/rest_days.hpp"
#include "domain/model.hpp"

namespace mvoi::domain::planning {

enum class DayKind {
    Any,     // whatever day it falls on
    Open,    // a working day outside closed times
    Meeting  // an open day on which the board meets; an open day when the policy has no calendar of meetings
};

class Agenda {
  public:
    //   policy  nullptr: nothing is closed, and no board is known
    Agenda(const calendar::WorkCalendar& calendar, const Policy* policy);

    bool is_closed(Date day) const;
    // The number of closed days behind the first day, up to and including the second.
    int closed_days(Date after, Date until) const;
    bool admits(Date day, DayKind kind) const;
    // The last such day up to this one, and the first from this one on; these days themselves included.
    Date latest(Date day, DayKind kind) const;
    Date earliest(Date day, DayKind kind) const;

    bool knows_meetings() const { return every_days_ > 0; }
    int papers_days() const { return papers_days_; }
    const calendar::WorkCalendar& calendar() const { return calendar_; }

    // The same agenda without closed times, or without meetings: what would that make possible?
    Agenda never_closed() const;
    Agenda always_meeting() const;

  private:
    struct Span {
        Date first, last;
    };
    Date seek(Date day, DayKind kind, int step) const;

    const calendar::WorkCalendar& calendar_;
    std::vector<Span> closed_;  // apart from each other, in order
    Date first_meeting_{2000, 1, 1};
    int every_days_ = 0;
    int papers_days_ = 0;
};

}  // namespace mvoi::domain::planning
