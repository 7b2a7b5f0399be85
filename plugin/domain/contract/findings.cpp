// SPDX-License-Identifier: EUPL-1.2
// The findings about a term that a contract manager wants to see: a day that comes near, a day that went by, and a term
// that looks like something it is not. The number of days that counts as near is the organisation's own choice, never a
// number of this file.
#include <utility>

#include "domain/calendar/days.hpp"
#include "domain/contract/events.hpp"
#include "domain/contract/term.hpp"

namespace mvoi::domain::contract {
namespace {

using calendar::add_days;

// A declaration works when it has reached the other party.
constexpr const char* receipt = "Burgerlijk Wetboek Boek 3, art. 37 lid 3";

class TermFindings {
  public:
    TermFindings(const Term& term, const Course& course, Date today, int warning_days,
                 const calendar::WorkCalendar& calendar)
        : term_(term), course_(course), today_(today), warning_days_(warning_days), calendar_(calendar) {}

    std::vector<Finding> findings() {
        about_unknown();
        about_end();
        if (says_notice()) about_notice();
        if (course_.renew_by) about_express();
        if (course_.option) about_option();
        for (Finding& each : late_options(term_)) findings_.push_back(std::move(each));
        return std::move(findings_);
    }

  private:
    void say(const std::string& rule, Severity severity, const char* member, std::map<std::string, std::string> words,
             const char* source = "") {
        findings_.push_back({rule, severity, member, std::move(words), source});
    }

    bool indefinite() const { return term_.is_indefinite(); }
    bool says_notice() const {
        return term_.renewal == Renewal::Tacit || contract::is_indefinite(course_) || indefinite();
    }
    bool asks_notice() const { return says_notice() || (course_.renew_by && !course_.renew_past); }
    // Of a renewal that nobody is certain of, somebody has to find out.
    Severity of_renewal() const {
        return term_.lacks(TermPart::NoticeGiven) ? Severity::Warning : Severity::Information;
    }
    bool near(Date day) const { return today_ <= day && day <= add_days(today_, warning_days_); }

    // A day counted back stays where it falls; on a day on which nobody works it is done earlier, never later.
    void rest_day(const char* rule, const char* member, Date day) {
        if (today_ > day || calendar_.works(day)) return;
        say(rule, Severity::Warning, member,
            {{"date", to_text(day)}, {"other", to_text(calendar::working_day_up_to(day, calendar_))}}, receipt);
    }

    void about_unknown() {
        if (course_.end && today_ > course_.end->day) return;
        for (const TermPart part : term_.unknown) {
            if (part == TermPart::Notice && asks_notice()) continue;              // about_notice, about_express
            if (part == TermPart::NoticeGiven && course_.renewals > 0) continue;  // about_end
            const std::string code(code_of(part));
            say(part == TermPart::End             ? "term-end-unknown"
                : part == TermPart::Renewal       ? "term-renewal-unknown"
                : part == TermPart::RenewalMonths ? "term-renewal-length-unknown"
                : part == TermPart::Notice        ? "term-notice-unknown"
                : part == TermPart::NoticeGiven   ? "term-notice-given-unknown"
                                                  : "term-options-unknown",
                Severity::Warning, ("/term/" + code).c_str(), {});
        }
        if (course_.end_unknown && course_.previous_end)
            say("term-end-passed-unknown", Severity::Warning, "/term/end", {{"date", to_text(*course_.previous_end)}});
    }

    void about_end() {
        const auto renewal = term_.renewal;
        if (course_.end && today_ > course_.end->day)
            say("term-ended", Severity::Information, "/term", {{"date", to_text(course_.end->day)}});
        const bool renewal_known = !term_.unknown.contains(TermPart::Renewal);
        if (course_.end && !indefinite() && renewal == Renewal::None && renewal_known && term_.notice)
            say("term-ends-by-itself", Severity::Information, "/term/notice", {{"date", to_text(course_.end->day)}});
        if (course_.minimum_end && !course_.end)
            say("term-minimum-no-end", Severity::Information, "/term/minimumMonths",
                {{"date", to_text(course_.minimum_end->day)}});
        if (renewal == Renewal::Tacit && course_.renewals > 0 && course_.end)
            say(renewal_told("term-renewed", term_), of_renewal(), "/term",
                {{"number", std::to_string(course_.renewals)}, {"date", to_text(course_.end->day)}});
        if (renewal == Renewal::Tacit && course_.renewals > 0 && contract::is_indefinite(course_))
            say(renewal_told("term-renewed-open", term_), of_renewal(), "/term", {});
    }

    void about_notice() {
        if (!term_.notice) say("term-notice-unknown", Severity::Warning, "/term/notice", {});
        if (course_.first_renewal_unstoppable && !term_.notice_given)
            say("term-first-renewal-unstoppable", Severity::Information, "/term/notice",
                {{"count", std::to_string(term_.notice->count)}, {"unit", std::string(code_of(term_.notice->unit))}});
        // Given in the term that it could no longer end.
        if (term_.notice_given && course_.end && course_.previous_end && *term_.notice_given <= *course_.previous_end)
            say("term-notice-too-late", Severity::Warning, "/term",
                {{"value", to_text(*term_.notice_given)}, {"date", to_text(course_.end->day)}});
        if (!course_.notice || term_.notice_given) return;
        if (near(course_.notice->day))
            say("term-notice-near", Severity::Warning, "/term/notice",
                {{"date", to_text(course_.notice->day)}, {"end", to_text(course_.end->day)}}, receipt);
        rest_day("term-notice-rest-day", "/term/notice", course_.notice->day);
    }

    void about_express() {
        const Date day = course_.renew_by->day, end = course_.end->day;
        if (course_.renew_past)
            say("term-renewal-passed", Severity::Information, "/term", {{"date", to_text(day)}, {"end", to_text(end)}});
        else if (course_.renew_by->is_bound)
            return say("term-renewal-notice-unknown", Severity::Warning, "/term/notice", {{"date", to_text(day)}});
        else if (near(day))
            say("term-renewal-near", Severity::Warning, "/term", {{"date", to_text(day)}, {"end", to_text(end)}});
        rest_day("term-renewal-rest-day", "/term", day);
    }

    void about_option() {
        const Date day = course_.option->decide_by.day;
        const std::string number = std::to_string(course_.option->number);
        if (course_.option->past)
            say("term-option-passed", Severity::Warning, "/optionDecided",
                {{"number", number}, {"date", to_text(day)}});
        else if (course_.option->decide_by.is_bound)
            return say("term-option-notice-unknown", Severity::Warning, "/term/options",
                       {{"number", number}, {"date", to_text(day)}});
        else if (near(day))
            say("term-option-near", Severity::Warning, "/optionDecided", {{"number", number}, {"date", to_text(day)}});
        rest_day("term-option-rest-day", "/optionDecided", day);
    }

    const Term& term_;
    const Course& course_;
    const Date today_;
    const int warning_days_;
    const calendar::WorkCalendar& calendar_;
    std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> findings_on(const Term& term, const Course& course, Date today, int warning_days,
                                 const calendar::WorkCalendar& calendar) {
    return TermFindings(term, course, today, warning_days, calendar).findings();
}

}  // namespace mvoi::domain::contract
