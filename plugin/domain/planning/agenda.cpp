// SPDX-License-Identifier: EUPL-1.2
#include "domain/planning/agenda.hpp"

#include <algorithm>

#include "domain/calendar/days.hpp"

namespace mvoi::domain::planning {

using calendar::add_days;

namespace {
// A board that would meet on rest days alone, or in closed weeks alone, meets on any open day.
constexpr int farthest_meeting = 400;
}  // namespace

Agenda::Agenda(const calendar::WorkCalendar& calendar, const Policy* policy) : calendar_(calendar) {
    if (!policy) return;
    for (const ClosedTime& each : policy->planning.closed) closed_.push_back({each.first, each.last});
    std::sort(closed_.begin(), closed_.end(), [](const Span& a, const Span& b) { return a.first < b.first; });
    std::vector<Span> apart;
    for (const Span& each : closed_)
        if (!apart.empty() && each.first <= add_days(apart.back().last, 1))
            apart.back().last = std::max(apart.back().last, each.last);
        else
            apart.push_back(each);
    closed_ = std::move(apart);
    if (!policy->board) return;
    papers_days_ = policy->board->papers_days;
    if (!policy->board->first_meeting) return;
    first_meeting_ = *policy->board->first_meeting;
    every_days_ = policy->board->every_days;
}

bool Agenda::is_closed(Date day) const {
    return std::any_of(closed_.begin(), closed_.end(),
                       [&](const Span& each) { return each.first <= day && day <= each.last; });
}

int Agenda::closed_days(Date after, Date until) const {
    int days = 0;
    for (const Span& each : closed_) {
        const Date first = std::max(each.first, add_days(after, 1)), last = std::min(each.last, until);
        if (first <= last) days += static_cast<int>((last - first).days()) + 1;
    }
    return days;
}

bool Agenda::admits(Date day, DayKind kind) const {
    if (kind == DayKind::Any) return true;
    if (!calendar_.works(day) || is_closed(day)) return false;
    return kind == DayKind::Open || !knows_meetings() || (day - first_meeting_).days() % every_days_ == 0;
}

Date Agenda::seek(Date day, DayKind kind, int step) const {
    int sought = 0;
    for (Date at = day;; at = add_days(at, step)) {
        if (admits(at, kind)) return at;
        if (kind == DayKind::Meeting && ++sought > farthest_meeting) return seek(day, DayKind::Open, step);
    }
}

Date Agenda::latest(Date day, DayKind kind) const {
    return seek(day, kind, -1);
}

Date Agenda::earliest(Date day, DayKind kind) const {
    return seek(day, kind, 1);
}

Agenda Agenda::never_closed() const {
    Agenda other = *this;
    other.closed_.clear();
    return other;
}

Agenda Agenda::always_meeting() const {
    Agenda other = *this;
    other.every_days_ = 0;
    other.papers_days_ = 0;
    return other;
}

}  // namespace mvoi::domain::planning
