// SPDX-License-Identifier: EUPL-1.2
// One term read on one day: what it has become by then, and every sum that led to it.
#include <algorithm>
#include <utility>

#include "domain/calendar/days.hpp"
#include "domain/contract/term.hpp"

namespace mvoi::domain::contract {
namespace {

using calendar::add_days;
using calendar::add_months;

const Date last_today(2150, 12, 31);  // a term that renews itself is not followed any further

std::string number(int value) {
    return std::to_string(value);
}

using Words = std::map<std::string, std::string>;

Words length(int count, NoticeUnit unit = NoticeUnit::Months, Words words = {}) {
    words.emplace("count", number(count));
    words.emplace("unit", std::string(code_of(unit)));
    return words;
}

Words in_months(int count, Words words = {}) {
    return length(count, NoticeUnit::Months, std::move(words));
}

Reckoned with(Reckoned before, Date day, const std::string& rule, Words words = {}) {
    words.emplace("date", to_text(day));
    before.day = day;
    before.steps.push_back({day, rule, std::move(words), {}});
    return before;
}

// One more step to the same day.
Reckoned with_note(const Reckoned& before, const std::string& rule, Words words = {}) {
    return with(before, before.day, rule, std::move(words));
}

// The last day of notice before this end, with its sum.
Reckoned before(Date end, const std::optional<Notice>& notice) {
    Reckoned sum = with({end, {}, false}, end, "term.step-from-end");
    sum.is_bound = !notice;
    if (!notice) return with(std::move(sum), end, "term.step-notice-not-recorded");
    if (notice->count == 0) return with(std::move(sum), end, "term.step-no-notice");
    const Date day = last_notice_day(end, *notice);
    if (notice->unit != NoticeUnit::Months)
        return with(std::move(sum), day, "term.step-back", length(notice->count, notice->unit));
    sum = with(std::move(sum), add_days(end, 1), "term.step-day-after");
    sum = with(std::move(sum), add_days(day, 1), "term.step-months-back", in_months(notice->count));
    return with(std::move(sum), day, "term.step-day-before");
}

// So many months later than the first end, counted from where months are counted from.
Date later_end(const Term& term, int months) {
    if (term.end) return last_day_of(add_days(*term.end, 1), months);
    return last_day_of(term.start, *term.months + months);
}

// One reading of one term on one day.
class Reading {
  public:
    Reading(const Term& term, Date today) : term_(term), today_(today) {}

    Course course() {
        if (term_.lacks(TermPart::End))
            course_.end_unknown = true;
        else if (term_.is_indefinite())
            indefinite(term_.minimum_months ? std::optional(minimum_end()) : std::nullopt);
        else
            definite();
        return std::move(course_);
    }

  private:
    // ---- ends

    Reckoned started() const { return with({term_.start, {}, false}, term_.start, "term.step-start"); }

    Reckoned minimum_end() const {
        return with(started(), last_day_of(term_.start, *term_.minimum_months), "term.step-minimum",
                    in_months(*term_.minimum_months));
    }

    Reckoned first_end() const {
        if (term_.end) return with(started(), *term_.end, "term.step-end");
        return with(started(), last_day_of(term_.start, *term_.months), "term.step-months", in_months(*term_.months));
    }

    Date end_with(int months) const { return later_end(term_, months); }

    Date renewed(int times) const { return end_with(option_months_ + times * *term_.renewal_months); }

    bool may_renew(int times) const { return term_.renews() && (!term_.max_renewals || times < *term_.max_renewals); }

    // ---- a term with an end

    void definite() {
        base_ = first_end();
        lift_options();
        if (term_.renewal == Renewal::Tacit)
            renew_tacitly();
        else if (term_.renewal == Renewal::Express)
            renew_expressly();
        else
            end_by_itself();
        if (!course_.end) return;
        course_.earliest_end = course_.end;
        find_option();
        find_longest();
    }

    void lift_options() {
        for (const Option& option : term_.options) {
            if (option.decision != OptionDecision::Lifted) break;
            option_months_ += option.months;
            base_ = with(std::move(base_), end_with(option_months_), "term.step-option",
                         in_months(option.months, {{"number", number(++lifted_)}}));
        }
    }

    void end_by_itself() {
        if (term_.lacks(TermPart::Renewal))
            perhaps_renew();
        else
            course_.end = base_;
    }

    // A renewal may be unknown: once the end is there, nobody can tell whether the contract runs on. Until then the day
    // of notice is that of a tacit renewal: who keeps to it is safe.
    void perhaps_renew() {
        if (stop_at(base_)) {
            course_.end = base_;
        } else if (today_ > base_.day) {
            course_.previous_end = base_.day;
            course_.renewed_on = add_days(base_.day, 1);
            course_.end_unknown = true;
        } else {
            course_.end = base_;
            set_notice(base_.day);
            if (base_.day < last_today) course_.holds_until = add_days(base_.day, 1);
        }
    }

    // True: notice was given in time for this end, which is then the last one.
    bool stop_at(Reckoned& end) {
        const Date last = bound_of_notice(end.day, term_.notice);
        if (!stopped_by(last)) return false;
        end = with_note(end, term_.notice ? "term.step-notice-given" : "term.step-notice-given-unknown",
                        {{"given", to_text(*term_.notice_given)}, {"notice", to_text(last)}});
        set_notice(end.day);
        course_.stopped = true;
        return true;
    }

    bool stopped_by(Date last_day) const { return term_.notice_given && *term_.notice_given <= last_day; }

    void renew_tacitly() {
        Reckoned end = base_;
        course_.first_renewal_unstoppable =
            term_.notice && last_notice_day(base_.day, *term_.notice) < term_.start && today_ <= base_.day;
        while (may_renew(course_.renewals)) {
            if (stop_at(end)) break;
            const Date last = bound_of_notice(end.day, term_.notice);
            // Notice that came too late for this end was given, whatever day is asked about.
            if (!term_.notice_given && today_ <= last) {
                set_notice(end.day);
                if (last < last_today) course_.holds_until = add_days(last, 1);
                break;
            }
            ++course_.renewals;
            course_.previous_end = end.day;
            course_.renewed_on = add_days(last, 1);
            if (!term_.renewal_months) {
                course_.end_unknown = true;
                return;
            }
            if (*term_.renewal_months == 0) {
                indefinite(with_note(end, renewal_told("term.step-renewed-open", term_), {{"notice", to_text(last)}}));
                return;
            }
            end = with(std::move(end), renewed(course_.renewals), renewal_told("term.step-renewed", term_),
                       in_months(*term_.renewal_months, {{"notice", to_text(last)}}));
        }
        course_.end = std::move(end);
    }

    void set_notice(Date end) {
        if (!term_.notice) return;
        course_.notice = before(end, term_.notice);
        course_.notice_past = today_ > course_.notice->day;
    }

    void renew_expressly() {
        Reckoned end = base_;
        while (course_.renewals < term_.agreed_renewals) {
            ++course_.renewals;
            course_.previous_end = end.day;
            if (!term_.renewal_months) {
                course_.end_unknown = true;
                return;
            }
            if (*term_.renewal_months == 0) {
                indefinite(with_note(end, "term.step-agreed-open"));
                return;
            }
            end = with(std::move(end), renewed(course_.renewals), "term.step-agreed",
                       in_months(*term_.renewal_months, {{"number", number(course_.renewals)}}));
        }
        if (may_renew(course_.renewals)) {
            course_.renew_by = before(end.day, term_.notice);
            course_.renew_past = today_ > course_.renew_by->day;
        }
        course_.end = std::move(end);
    }

    // ---- options, and the longest the contract can last

    void find_option() {
        const auto at = static_cast<std::size_t>(lifted_);
        if (course_.stopped || at >= term_.options.size() || term_.options[at].decision != OptionDecision::Open) return;
        const Option& option = term_.options[at];
        Reckoned by = before(base_.day, option.notice);
        const bool past = today_ > by.day;
        course_.option = OpenOption{lifted_ + 1, option.months, std::move(by), past};
    }

    void find_longest() {
        if (course_.stopped) {
            course_.longest_end = course_.end;
            return;
        }
        if (term_.lacks(TermPart::Options) || term_.lacks(TermPart::Renewal)) return;
        Reckoned end = base_;
        int months = option_months_;
        for (std::size_t at = static_cast<std::size_t>(lifted_); at < term_.options.size(); ++at) {
            const Option& option = term_.options[at];
            if (option.decision != OptionDecision::Open || today_ > bound_of_notice(end.day, option.notice)) break;
            months += option.months;
            end = with(std::move(end), end_with(months), "term.step-option-open",
                       in_months(option.months, {{"number", number(static_cast<int>(at) + 1)}}));
        }
        if (term_.renews() && !term_.renewal_months) return;
        const bool closed = term_.renewal != Renewal::Tacit && (!course_.renew_by || course_.renew_past);
        if (!closed && (!term_.max_renewals || *term_.renewal_months == 0)) return;
        const int times = closed ? course_.renewals : *term_.max_renewals;
        if (times > 0)
            end = with(std::move(end), end_with(months + times * *term_.renewal_months), "term.step-all-renewals",
                       in_months(*term_.renewal_months, {{"number", number(times)}}));
        course_.longest_end = std::move(end);
    }

    // ---- for an indefinite time

    // Never before this day: the end of the minimum term, or of the term that was renewed.
    void indefinite(std::optional<Reckoned> floor) {
        if (term_.minimum_months) course_.minimum_end = floor;
        if (!term_.notice) return;
        const Date given = term_.notice_given.value_or(today_);
        const Date ran = end_after_notice(given, *term_.notice);
        const Date least = floor ? floor->day : term_.start;
        Reckoned end = with({given, {}, false}, given, term_.notice_given ? "term.step-given" : "term.step-today");
        end = with(std::move(end), ran, "term.step-notice-ran", length(term_.notice->count, term_.notice->unit));
        if (ran < least)
            end = with(std::move(end), least, floor ? "term.step-not-before" : "term.step-not-before-start");
        course_.earliest_end = end;
        if (!term_.notice_given) return;
        course_.longest_end = end;
        course_.end = std::move(end);
    }

    const Term& term_;
    const Date today_;
    Course course_;
    Reckoned base_{Date(2000, 1, 1), {}, false};  // the first term with the options that were lifted
    int option_months_ = 0, lifted_ = 0;
};

}  // namespace

std::optional<Date> recorded_end_of(const Term& term) {
    const int renewal = term.renewal_months.value_or(0);
    if ((!term.end && !term.months) || (term.agreed_renewals > 0 && renewal == 0)) return std::nullopt;
    int months = term.agreed_renewals * renewal;
    for (const Option& option : term.options) {
        if (option.decision != OptionDecision::Lifted) break;
        months += option.months;
    }
    return months == 0 ? first_end_of(term) : later_end(term, months);
}

std::vector<Date> reconsidered(Date start, int months, Date from, Date to) {
    std::vector<Date> days;
    for (int passed = months; months > 0; passed += months) {
        const Date day = add_months(start, passed);
        if (day > to || day > last_today) break;
        if (from <= day) days.push_back(day);
    }
    return days;
}

Course course_of(const Term& term, Date today) {
    return Reading(term, std::min(today, last_today)).course();
}

}  // namespace mvoi::domain::contract

namespace mvoi::domain {

contract::Course course_of(const Contract& contract, Date today) {
    if (!contract.ended) return contract::course_of(contract.term, today);
    const Date on = contract.ended->on;
    contract::Course course = contract::course_of(contract.term, std::min(today, on));
    const contract::Reckoned end{on, {{on, "term.step-ended", {{"date", to_text(on)}}, {}}}, false};
    course.end = course.earliest_end = course.longest_end = end;
    course.notice.reset();
    course.renew_by.reset();
    course.option.reset();
    course.holds_until.reset();
    course.notice_past = course.renew_past = course.end_unknown = false;
    return course;
}

}  // namespace mvoi::domain
