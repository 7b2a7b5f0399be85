// SPDX-License-Identifier: EUPL-1.2
#include "contract_model.hpp"

#include <algorithm>

namespace mvoi::sequence {

namespace {

using domain::Date;

const boost::gregorian::days one_day(1);

int month_number(Date day) {
    return day.year() * 12 + day.month();
}

// On from the first day until the day of the month comes round again, or the month that lacks it is over.
Date last_day(Date begin, int months) {
    const int goal = month_number(begin) + months;
    Date day = begin;
    while (month_number(day) < goal || (month_number(day) == goal && day.day() < begin.day())) day += one_day;
    return day - one_day;
}

// Back from the day after the end, in the same manner.
Date last_notice(Date end, const std::optional<Length>& notice) {
    if (!notice) return end;
    Date day = end;
    if (notice->unit != "months") {
        for (int left = notice->count * (notice->unit == "weeks" ? 7 : 1); left > 0; --left) day -= one_day;
        return day;
    }
    const Date after = end + one_day;
    const int goal = month_number(after) - notice->count;
    for (day = after; month_number(day) > goal || (month_number(day) == goal && day.day() > after.day());)
        day -= one_day;
    return day - one_day;
}

Date runs_out(Date given, const Length& notice) {
    if (notice.unit == "months") return last_day(given + one_day, notice.count);
    return given + boost::gregorian::days(notice.count * (notice.unit == "weeks" ? 7 : 1));
}

class Walk {
  public:
    Walk(const Contract& contract, Date today) : contract_(contract), today_(today) {}

    Standing standing() {
        if (contract_.indefinite()) return of_no_end();
        while (lifted_ < contract_.options.size() && contract_.options[lifted_].decision == "gelicht")
            option_months_ += contract_.options[lifted_++].months;
        Standing now;
        now.end = end_after(0);
        if (contract_.renewal == "stilzwijgend") renew(now);
        if (contract_.renewal == "uitdrukkelijk") {
            now.renewals = contract_.agreed;
            now.end = end_after(now.renewals);
            if (may_renew(now)) now.renew_by = last_notice(*now.end, contract_.notice);
        }
        const bool open = lifted_ < contract_.options.size() && contract_.options[lifted_].decision == "open";
        if (open && !stopped_) now.option_by = last_notice(end_after(0), contract_.options[lifted_].notice);
        return now;
    }

  private:
    Standing of_no_end() const {
        Standing now;
        if (!contract_.notice_given) return now;
        const Date least =
            contract_.minimum_months > 0 ? last_day(contract_.start, contract_.minimum_months) : contract_.start;
        now.end = std::max(least, runs_out(*contract_.notice_given, *contract_.notice));
        return now;
    }

    Date end_after(int renewals) const {
        const int more = option_months_ + renewals * contract_.renewal_months;
        if (!contract_.end) return last_day(contract_.start, contract_.months + more);
        return more > 0 ? last_day(*contract_.end + one_day, more) : *contract_.end;
    }
    bool may_renew(const Standing& now) const {
        return contract_.max_renewals == 0 || now.renewals < contract_.max_renewals;
    }

    // Each morning: has the last day of notice gone by without a notice?
    void renew(Standing& now) {
        Date last = last_notice(*now.end, contract_.notice);
        const auto stopped = [&] { return contract_.notice_given && *contract_.notice_given <= last; };
        for (Date day = contract_.start; day <= today_; day += one_day)
            while (may_renew(now) && day > last && !stopped()) {
                now.end = end_after(++now.renewals);
                last = last_notice(*now.end, contract_.notice);
            }
        if (!may_renew(now)) return;
        // A period that is not in the contract gives no day.
        if (contract_.notice) now.notice = last;
        now.stopped = stopped_ = stopped();
    }

    const Contract& contract_;
    const Date today_;
    std::size_t lifted_ = 0;
    int option_months_ = 0;
    bool stopped_ = false;
};

}  // namespace

Standing standing_of(const Contract& contract, Date today) {
    if (!contract.ended) return Walk(contract, today).standing();
    Standing now;
    now.end = contract.ended;
    return now;
}

bool is_possible(const Contract& contract) {
    const auto& options = contract.options;
    for (std::size_t i = 1; i < options.size(); ++i) {
        const std::string &before = options[i - 1].decision, &now = options[i].decision;
        if ((before == "open" && now != "open") || (before == "niet-gelicht" && now == "gelicht")) return false;
    }
    // On the day before its first one: it never began.
    if (contract.ended && *contract.ended < contract.start - boost::gregorian::days(1)) return false;
    if (contract.agreed > 0 && contract.renewal != "uitdrukkelijk") return false;
    if (contract.max_renewals > 0 && contract.agreed > contract.max_renewals) return false;
    if (!contract.notice_given) return true;
    return contract.indefinite() ? contract.notice.has_value() : contract.renewal == "stilzwijgend";
}

Date minimum_end(const Contract& contract) {
    return last_day(contract.start, contract.minimum_months);
}

std::set<std::string> contradictions(const Contract& contract) {
    std::set<std::string> found;
    const auto text = [](Date day) { return domain::to_text(day); };
    Contract running = contract;
    running.ended.reset();
    for (std::size_t i = 0; i < contract.options.size(); ++i) {
        const Option& option = contract.options[i];
        if (option.decision != "gelicht" || !option.decided_on) continue;
        const Date on = *option.decided_on;
        const std::string what = "option " + std::to_string(i + 1) + " on " + text(on) + " after ";
        // As if nobody had decided on it, nor on those behind it; a tacit renewal does not bring a dead option to life.
        Contract without = running;
        for (std::size_t j = i; j < without.options.size(); ++j) without.options[j].decision = "open";
        if (without.renewal == "stilzwijgend") without.renewal = "geen";
        without.notice_given.reset();
        const auto end = standing_of(without, on).end;
        if (end && on > *end)
            found.insert(what + text(*end));
        else if (contract.ended && on > *contract.ended)
            found.insert(what + text(*contract.ended));
        else if (running.notice_given && *running.notice_given < on && standing_of(running, on).stopped)
            found.insert(what + "notice of " + text(*running.notice_given));
    }
    if (contract.notice_given) {
        Contract without = running;
        without.notice_given.reset();
        auto end = standing_of(without, *contract.notice_given).end;
        if (contract.ended && (!end || *contract.ended < *end)) end = contract.ended;
        if (end && *contract.notice_given > *end)
            found.insert("notice on " + text(*contract.notice_given) + " after " + text(*end));
    }
    if (contract.ended) {
        const auto end = standing_of(running, *contract.ended).end;
        if (end && *contract.ended > *end) found.insert("ended on " + text(*contract.ended) + " after " + text(*end));
    }
    return found;
}

}  // namespace mvoi::sequence
