// SPDX-License-Identifier: EUPL-1.2
// A term that contradicts itself is refused with a sentence, before a date is counted from it.
#include <algorithm>
#include <utility>

#include "domain/contract/term.hpp"

namespace mvoi::domain::contract {
namespace {

const Date first_date(1900, 1, 1), last_date(2150, 12, 31);
constexpr int most_months = 480, most_notice_days = 1830, most_notice_weeks = 260, most_notice_months = 60;
constexpr int most_renewals = 150;
constexpr std::size_t most_options = 20;

class TermFaults {
  public:
    explicit TermFaults(const Term& term) : term_(term) {}

    std::vector<Fault> faults() {
        numbers();
        dates();
        if (!faults_.empty()) return std::move(faults_);  // nothing can be counted from these
        kinds();
        renewal();
        options();
        if (faults_.empty() && (term_.end || term_.months)) lengths();
        given();
        return std::move(faults_);
    }

  private:
    void fault(std::string path, std::string rule, std::map<std::string, std::string> words = {}) {
        faults_.push_back({std::move(path), std::move(rule), std::move(words)});
    }

    void between(const std::string& path, const std::optional<int>& value, int low, int high) {
        if (value && (*value < low || *value > high))
            fault(
                path, "term.number",
                {{"value", std::to_string(*value)}, {"accepted", std::to_string(low) + " - " + std::to_string(high)}});
    }

    void notice(const std::string& path, const std::optional<Notice>& notice) {
        if (!notice) return;
        const int most = notice->unit == NoticeUnit::Days    ? most_notice_days
                         : notice->unit == NoticeUnit::Weeks ? most_notice_weeks
                                                             : most_notice_months;
        between(path + "/count", notice->count, 0, most);
    }

    void numbers() {
        between("/months", term_.months, 1, most_months);
        between("/minimumMonths", term_.minimum_months, 1, most_months);
        between("/renewalMonths", term_.renewal_months, 0, most_months);
        between("/maxRenewals", term_.max_renewals, 1, most_renewals);
        between("/agreedRenewals", term_.agreed_renewals, 0, most_renewals);
        notice("/notice", term_.notice);
        if (term_.options.size() > most_options)
            fault(
                "/options", "term.number",
                {{"value", std::to_string(term_.options.size())}, {"accepted", "0 - " + std::to_string(most_options)}});
        for (std::size_t i = 0; i < term_.options.size(); ++i) {
            between(at(i, "/months"), term_.options[i].months, 1, most_months);
            notice(at(i, "/notice"), term_.options[i].notice);
        }
    }

    void date(const std::string& path, const std::optional<Date>& date) {
        if (date && (*date < first_date || *date > last_date))
            fault(path, "term.date-range",
                  {{"value", to_text(*date)}, {"from", to_text(first_date)}, {"to", to_text(last_date)}});
    }

    void dates() {
        date("/start", term_.start);
        date("/end", term_.end);
        date("/noticeGiven", term_.notice_given);
        for (std::size_t i = 0; i < term_.options.size(); ++i) date(at(i, "/decidedOn"), term_.options[i].decided_on);
        if (term_.end && *term_.end < term_.start)
            fault("/end", "term.end-before-start", {{"value", to_text(*term_.end)}, {"start", to_text(term_.start)}});
    }

    bool indefinite() const { return term_.is_indefinite(); }
    std::string renewal_code() const { return term_.renewal ? std::string(code_of(*term_.renewal)) : "onbekend"; }

    // A part is known or it is not.
    void unknown() {
        const auto known = [&](TermPart part, bool is_there, const char* path) {
            if (is_there && term_.lacks(part)) fault(path, "term.known-and-unknown");
        };
        known(TermPart::End, term_.end.has_value(), "/end");
        known(TermPart::End, term_.months.has_value(), "/months");
        known(TermPart::RenewalMonths, term_.renewal_months.has_value(), "/renewalMonths");
        known(TermPart::Notice, term_.notice.has_value(), "/notice");
        known(TermPart::Options, !term_.options.empty(), "/options");
        known(TermPart::NoticeGiven, term_.notice_given.has_value(), "/noticeGiven");
        if (!term_.renews() && term_.lacks(TermPart::RenewalMonths)) fault("/unknown", "term.length-without-renewal");
    }

    void kinds() {
        unknown();
        if (term_.end && term_.months) fault("/months", "term.end-and-months", {{"value", to_text(*term_.end)}});
        if (!indefinite() && term_.minimum_months) fault("/minimumMonths", "term.minimum-with-end");
        if (indefinite() && term_.renews())
            fault("/renewal", "term.renewal-of-indefinite", {{"value", renewal_code()}});
        if (indefinite() && !term_.options.empty()) fault("/options", "term.option-of-indefinite");
    }

    void renewal() {
        const std::string code = renewal_code();
        if (!term_.renewal && !term_.lacks(TermPart::Renewal)) fault("/renewal", "term.renewal-unsaid");
        if (!term_.renews()) {
            if (term_.max_renewals) fault("/maxRenewals", "term.max-without-renewal");
            if (term_.renewal_months) fault("/renewalMonths", "term.length-without-renewal");
        } else if (!term_.renewal_months && !term_.lacks(TermPart::RenewalMonths)) {
            fault("/renewalMonths", "term.renewal-without-length", {{"value", code}});
        }
        if (term_.agreed_renewals == 0) return;
        if (term_.renewal != Renewal::Express)
            fault("/agreedRenewals", "term.agreed-without-express", {{"value", code}});
        else if (term_.max_renewals && term_.agreed_renewals > *term_.max_renewals)
            fault("/agreedRenewals", "term.agreed-over-max",
                  {{"value", std::to_string(term_.agreed_renewals)}, {"most", std::to_string(*term_.max_renewals)}});
    }

    static std::string at(std::size_t option, const char* member) {
        return "/options/" + std::to_string(option) + member;
    }

    // One after the other: nothing is decided on behind an option that is open, nothing lifted behind one that was not.
    void options() {
        for (std::size_t i = 1; i < term_.options.size(); ++i) {
            const OptionDecision before = term_.options[i - 1].decision, now = term_.options[i].decision;
            const bool decided = now != OptionDecision::Open;
            if ((before == OptionDecision::Open && decided) ||
                (before == OptionDecision::Declined && now == OptionDecision::Lifted))
                fault(at(i, "/decision"), "term.option-order",
                      {{"number", std::to_string(i + 1)},
                       {"value", std::string(code_of(now))},
                       {"before", std::string(code_of(before))}});
        }
    }

    //   option  its number; 0: the notice of the term itself
    void shorter(const std::string& path, Date end, const std::optional<Notice>& notice, std::size_t option) {
        if (!notice) return;
        const Date day = last_notice_day(end, *notice);
        if (term_.start <= day) return;
        std::map<std::string, std::string> words = {{"count", std::to_string(notice->count)},
                                                    {"unit", std::string(code_of(notice->unit))},
                                                    {"date", to_text(day)},
                                                    {"start", to_text(term_.start)}};
        if (option > 0) words["number"] = std::to_string(option);
        fault(path, option > 0 ? "term.option-notice-longer" : "term.notice-longer", std::move(words));
    }

    void lengths() {
        const int months = term_.months.value_or(0);
        const Date begin = term_.end ? *term_.end + boost::gregorian::days(1) : term_.start;
        Date end = last_day_of(begin, months);
        // Notice as long as the term of a tacit renewal is in time for a later end alone.
        if (term_.renewal != Renewal::Tacit) shorter("/notice", end, term_.notice, 0);
        int options = 0;
        for (std::size_t i = 0; i < term_.options.size(); ++i) {
            shorter(at(i, "/notice"), end, term_.options[i].notice, i + 1);
            options += term_.options[i].months;
            end = last_day_of(begin, months + options);
        }
        const int times = std::max(term_.max_renewals.value_or(0), term_.agreed_renewals);
        end = last_day_of(begin, months + options + times * term_.renewal_months.value_or(0));
        if (end > last_date)
            fault(times     ? "/maxRenewals"
                  : options ? "/options"
                            : "/months",
                  "term.too-long", {{"value", to_text(end)}, {"to", to_text(last_date)}});
    }

    void given() {
        if (!term_.notice_given || !faults_.empty()) return;
        if (indefinite() && !term_.notice) return fault("/notice", "term.notice-unknown");
        if (term_.lacks(TermPart::End)) return fault("/noticeGiven", "term.notice-end-unknown");
        const bool open = term_.renewal == Renewal::Express && term_.agreed_renewals > 0 && term_.renewal_months == 0;
        if (!indefinite() && !open && term_.renewal != Renewal::Tacit && !term_.lacks(TermPart::Renewal))
            fault("/noticeGiven", "term.notice-needless", {{"value", renewal_code()}});
    }

    const Term& term_;
    std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> faults_of(const Term& term) {
    return TermFaults(term).faults();
}

}  // namespace mvoi::domain::contract
