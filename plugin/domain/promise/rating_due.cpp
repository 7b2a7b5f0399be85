// SPDX-License-Identifier: EUPL-1.2
#include "domain/promise/rating_due.hpp"

#include <algorithm>
#include <set>

namespace mvoi::domain::promise {
namespace {

// A moment by which a rating is due, and the days on which one given in time was given.
struct Moment {
    Date first;
    Date due;
};

std::vector<Moment> moments_of(const RatedTerm& term, int after_end) {
    constexpr int year = 12;
    const boost::gregorian::days day(1);
    std::vector<Moment> moments;
    Date first = term.from;
    for (int months = year;; months += year) {
        const auto anniversary = months_after(term.from, months);
        if (!anniversary || *anniversary > term.to) break;
        moments.push_back({first, *anniversary});
        first = *anniversary + day;
    }
    moments.push_back({term.to + day, term.to + boost::gregorian::days(after_end)});
    return moments;
}

}  // namespace

RatedTerm rated_term(const Promise& promise, const std::optional<Date>& contract_end) {
    return {promise.from, contract_end ? std::min(*contract_end, promise.to) : promise.to};
}

int days_after_end(const Rules& rules, Date day) {
    for (const domain::Term& term : rules.vocabulary("rating-terms"))
        if (term.code == "na-einde" && term.in_force(day)) return term.days.value_or(0);
    return 0;
}

std::optional<Date> rating_due(const RatedTerm& term, const std::vector<Rating>& ratings, int after_end, Date today) {
    if (term.to < term.from) return std::nullopt;
    const std::vector<Moment> moments = moments_of(term, after_end);
    std::set<Date> given;
    for (const Rating& each : ratings)
        if (each.on <= today) given.insert(each.on);
    std::size_t open = 0;
    for (const Date day : given) {
        if (day >= moments.back().first) return std::nullopt;  // the last one, whatever was missed before
        const std::size_t before = open;
        while (moments[open].due < day) ++open;
        const bool makes_up = open > before;
        if (!makes_up && moments[open].first <= day) ++open;
    }
    return moments[open].due;
}

std::optional<Finding> rating_finding(const Promise& promise, const std::optional<Date>& due, Date today) {
    if (!due || today < *due) return std::nullopt;
    return Finding{"rating-due",
                   Severity::Warning,
                   "/ratings",
                   {{"promise", std::to_string(promise.number)}, {"date", to_text(*due)}},
                   "own assumption, after the Procurement Act 2023 (United Kingdom)"};
}

}  // namespace mvoi::domain::promise
