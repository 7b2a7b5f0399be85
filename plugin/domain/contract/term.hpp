// SPDX-License-Identifier: EUPL-1.2
// The days until which a contract runs, and by which somebody must act. All of this is contract, not statute: the
// conventions below are libmvoi's own reading of what contracts usually say, and every date comes with its steps, so
// that it can be held against the text that was signed.
//
//   an end        is the last day, inclusive. So many months from 1 March 2027 end on 28 February; a term that begins
//                 on a day which the last month lacks ends on the last day of that month. Months are counted from the
//                 first start (or from the day after a given end), never from one renewal to the next, so that
//                 31 January does not wander to the 28th for good.
//   notice        in months: the day after the end, so many months back, and one day: contract end 31-12-2027 with
//                 three months is 30-09-2027. In days or weeks: the end less so many days. Notice that was received on
//                 that day is in time (Burgerlijk Wetboek Boek 3, art. 37 lid 3), a day later it is too late. A notice
//                 of nothing (0) can be given until the last day itself. A notice that was not recorded gives no day:
//                 the end is then only the last day that it could be, and nobody may take it for more.
//   tacit         renewal (stilzwijgend): once the last day of notice has passed, the renewal can no longer be stopped,
//                 and the renewed end is the end. Notice is counted from that end, not from the first one. Where the
//                 notice is as long as the first term, that day comes before the start: the first renewal comes
//                 whatever is done. A notice that was not recorded leaves no more to say than that it renewed at its
//                 end.
//   express       renewal (uitdrukkelijk): the contract ends unless a renewal was agreed, so nobody need give notice;
//                 the notice of the term is by when the renewal must be agreed.
//   no renewal    (geen): it ends by itself. A right to stop halfway is not known here.
//   indefinite    there is no end. A minimum term is not an end: notice can be given at any time, and the contract then
//                 ends when the notice has run, not before the minimum term is over.
//   an option     is lifted or not, one after the other, before any renewal: lifted ones lengthen the first term. To be
//                 decided by its own notice, counted back from the end without it; without a notice that was recorded
//                 that end is the last day that it could be. An option that nobody decided on in time is gone, and so
//                 are those behind it.
//   unknown       a part of the term that nobody could say (onbekend) is no part that was not agreed. An end that is
//                 unknown may not be there at all: no end and no notice is told, and nothing of an indefinite time; a
//                 tacit renewal of unknown length leads to an unknown end; a notice that is unknown gives no day of
//                 notice; and an end is not certain while it is unknown whether it can be renewed or extended. Whose
//                 renewal is unknown has the day of notice of a tacit one: who keeps to it is safe. Where nobody knows
//                 whether notice was given before the contract was recorded, its renewals are counted and none of them
//                 is certain.
//
// Days counted back do not roll (as in Algemene termijnenwet, art. 1 lid 2): a finding names the working day before.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar/statutory.hpp"
#include "domain/model.hpp"

namespace mvoi::domain::contract {

std::string_view code_of(Renewal renewal);          // "geen", "stilzwijgend", "uitdrukkelijk"
std::string_view code_of(NoticeUnit unit);          // "days", "weeks", "months"
std::string_view code_of(OptionDecision decision);  // "open", "gelicht", "niet-gelicht"
std::string_view code_of(TermPart part);  // "end", "renewal", "renewalMonths", "notice", "options", "noticeGiven"
std::optional<Renewal> renewal_from(std::string_view code);
std::optional<NoticeUnit> notice_unit_from(std::string_view code);
std::optional<OptionDecision> option_decision_from(std::string_view code);

// The last day of so many months that begin on this day.
Date last_day_of(Date begin, int months);
// The last day on which notice can be given so that the contract ends on this day.
Date last_notice_day(Date end, const Notice& notice);
// The same where a notice was recorded; else the end, the last day that it could be.
Date bound_of_notice(Date end, const std::optional<Notice>& notice);
// The end of the first term, without options and renewals; nothing: for an indefinite time.
std::optional<Date> first_end_of(const Term& term);
// The end that was recorded: of the first term, with the options that were lifted and the renewals that were agreed.
std::optional<Date> recorded_end_of(const Term& term);
// The day on which a contract for an indefinite time ends when notice is given on this day.
Date end_after_notice(Date given, const Notice& notice);

// A day, and the sum that led to it; the last step stands on the day.
struct Reckoned {
    Date day;
    std::vector<calendar::Step> steps;
    bool is_bound = false;  // no more than the last day that it could be: the notice before it was not recorded
};

struct OpenOption {
    int number = 1;  // from 1
    int months = 0;
    Reckoned decide_by;
    bool past = false;  // nobody decided in time
};

// A term as of a day. What was recorded counts whatever the day; what happens by itself once it cannot be stopped.
struct Course {
    std::optional<Reckoned> end;          // the last day, as things stand; nothing: for an indefinite time, or unknown
    bool end_unknown = false;             // nobody knows whether there is an end, or which
    int renewals = 0;                     // that passed: tacit ones that cannot be stopped, express ones agreed
    std::optional<Date> previous_end;     // before the last of those renewals
    std::optional<Date> renewed_on;       // the first day on which the last tacit one could not be stopped any more
    std::optional<Reckoned> minimum_end;  // of an indefinite time: the end of the minimum term, which is no end
    // The last day of notice for that end; nothing: nobody need give notice, or the notice was not recorded.
    std::optional<Reckoned> notice;
    bool notice_past = false;
    bool stopped = false;                    // notice was given in time for the end
    bool first_renewal_unstoppable = false;  // the last day of notice for the first end comes before the start
    std::optional<Reckoned> earliest_end;    // that can still be reached; nothing: no notice was recorded
    std::optional<Reckoned> longest_end;     // with every option and renewal; nothing: there is no bound
    std::optional<OpenOption> option;        // the next one that is open
    std::optional<Reckoned> renew_by;        // by when an express renewal must be agreed
    bool renew_past = false;
    // The first day on which this end and this day of notice no longer hold because the contract renewed itself.
    std::optional<Date> holds_until;
};

// There is no end, and that is known.
inline bool is_indefinite(const Course& course) {
    return !course.end && !course.end_unknown;
}

// How often it was renewed can be told: neither how it is renewed nor how long it lasts is unknown.
inline bool counts_renewals(const Term& term) {
    return !term.lacks(TermPart::Renewal) && !term.lacks(TermPart::End);
}

// The term must be without faults.
Course course_of(const Term& term, Date today);

// The faults that make a term impossible; paths are relative to the term ("/end").
std::vector<Fault> faults_of(const Term& term);

// The sentence about a renewal that nobody stopped: nobody can be said to have let a day go by that was not recorded
// ("-unrecorded"), nor a contract to have been renewed for certain of which nobody knows how it is ("-assumed") or
// whether notice was given ("-presumed").
std::string renewal_told(const std::string& rule, const Term& term);

// True: it runs on unless somebody acts, so that without a period of notice no day can be told: for an indefinite time,
// or by a renewal.
bool is_open_without_notice(const Term& term, const Course& course);
// True: the contract cannot be planned with, as a period of notice that somebody must act by was not recorded.
bool notice_is_missing(const Term& term, const Course& course);

// The days between these two on which so many months of the contract were over once more.
std::vector<Date> reconsidered(Date start, int months, Date from, Date to);

// The findings that a contract manager wants to see. A day is near when it comes within `warning_days`.
std::vector<Finding> findings_on(const Term& term, const Course& course, Date today, int warning_days,
                                 const calendar::WorkCalendar& calendar);

}  // namespace mvoi::domain::contract

namespace mvoi::domain {

// The same of a contract, which may have ended otherwise.
contract::Course course_of(const Contract& contract, Date today);

namespace contract {
// The same of a contract that did not end otherwise.
bool notice_is_missing(const Contract& contract, const Course& course);
}  // namespace contract

}  // namespace mvoi::domain
