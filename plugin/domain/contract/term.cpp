// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/term.hpp"

#include "domain/calendar/days.hpp"

namespace mvoi::domain::contract {
namespace {

using calendar::add_days;
using calendar::add_months;

constexpr int days_per_week = 7;

}  // namespace

Date last_day_of(Date begin, int months) {
    const Date same = add_months(begin, months);
    return same.day() == begin.day() ? add_days(same, -1) : same;
}

Date last_notice_day(Date end, const Notice& notice) {
    if (notice.unit == NoticeUnit::Months) return add_days(add_months(add_days(end, 1), -notice.count), -1);
    return add_days(end, -notice.count * (notice.unit == NoticeUnit::Weeks ? days_per_week : 1));
}

Date bound_of_notice(Date end, const std::optional<Notice>& notice) {
    return notice ? last_notice_day(end, *notice) : end;
}

std::optional<Date> first_end_of(const Term& term) {
    if (term.end) return term.end;
    if (term.months) return last_day_of(term.start, *term.months);
    return std::nullopt;
}

Date end_after_notice(Date given, const Notice& notice) {
    if (notice.unit == NoticeUnit::Months) return last_day_of(add_days(given, 1), notice.count);
    return add_days(given, notice.count * (notice.unit == NoticeUnit::Weeks ? days_per_week : 1));
}

std::string renewal_told(const std::string& rule, const Term& term) {
    return rule + (!term.notice                        ? "-unrecorded"
                   : term.lacks(TermPart::Renewal)     ? "-assumed"
                   : term.lacks(TermPart::NoticeGiven) ? "-presumed"
                                                       : "");
}

bool is_open_without_notice(const Term& term, const Course& course) {
    return is_indefinite(course) || (term.renews() && course.holds_until);
}

bool notice_is_missing(const Term& term, const Course& course) {
    if (term.notice_given) return false;
    if (!term.notice && is_open_without_notice(term, course)) return true;
    return (course.option && !course.option->past && course.option->decide_by.is_bound) ||
           (course.renew_by && !course.renew_past && course.renew_by->is_bound);
}

}  // namespace mvoi::domain::contract

namespace mvoi::domain {

bool contract::notice_is_missing(const Contract& contract, const Course& course) {
    return !contract.ended && notice_is_missing(contract.term, course);
}

}  // namespace mvoi::domain
