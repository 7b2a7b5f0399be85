// SPDX-License-Identifier: EUPL-1.2
#include "social_return_model.hpp"

#include <algorithm>
#include <map>

namespace mvoi::sequence {

namespace {

using boost::gregorian::days;
using domain::Date;

// A year of 36 hours a week, in cents (schema/rules/social-return-utrecht.json).
const std::map<std::string, std::int64_t> year_of = {
    {"participatiewet", 4000000}, {"ww", 2000000}, {"nug", 1000000}, {"bbl-2-4", 3500000}};
constexpr std::int64_t bonus = 1000000, hour = 10000;
constexpr int full_week = 360, longest_week = 1680, work_year = 36 * 52 * 10;  // tenths of an hour
constexpr std::int64_t half_months_of_full_weeks = 24 * full_week;             // what a year is divided into

// In parts of a cent; of a placement that does not count, its bonus does not either.
std::int64_t worth(const Effort& effort, const std::optional<Date>& end) {
    if (effort.kind == Effort::Kind::Invoice) return effort.cents * half_months_of_full_weeks;
    if (effort.kind == Effort::Kind::Activity) return effort.tenths * hour / 10 * half_months_of_full_weeks;
    if (end && *end < effort.on) return 0;
    const int halves = end ? std::min(effort.half_months, half_months_of(effort.on, *end)) : effort.half_months;
    return year_of.at(effort.block) * std::min(effort.tenths, full_week) * halves +
           (halves > 0 ? effort.bonuses * bonus * half_months_of_full_weeks : 0);
}

Date month_on(Date day) {
    const unsigned short wanted = day.day();
    do day += days(1);
    while (day.day() != wanted);
    return day;
}

}  // namespace

std::int64_t realised_cents(const SocialReturn& social, const std::optional<Date>& end) {
    std::int64_t parts = social.carried_cents * half_months_of_full_weeks;
    for (const Effort& each : social.efforts) parts += worth(each, end);
    return (parts + half_months_of_full_weeks / 2) / half_months_of_full_weeks;
}

int half_months_of(Date first, Date last) {
    int halves = 0;
    while (first <= last) {
        const Date next = month_on(first);
        const long length = (next - first).days(), over = (last - first).days() + 1;
        halves += over >= length ? 2 : over >= length / 2 ? 1 : 0;
        first = next;
    }
    return halves;
}

bool is_possible(const Effort& effort, Date today, const std::optional<Date>& end) {
    if (effort.on > today || (end && effort.on > *end)) return false;
    if (effort.kind == Effort::Kind::Invoice) return true;
    if (effort.kind == Effort::Kind::Activity) return effort.tenths > 0 && effort.tenths <= work_year;
    if (!year_of.contains(effort.block)) return false;
    if (effort.tenths <= 0 || effort.tenths > longest_week) return false;
    return effort.half_months <= half_months_of(effort.on, end ? std::min(*end, today) : today);
}

bool is_there_already(const Effort& effort, const SocialReturn& social) {
    return std::any_of(social.efforts.begin(), social.efforts.end(), [&](const Effort& each) {
        return each.kind == effort.kind && each.number != effort.number && each.on == effort.on &&
               !each.reference.empty() && each.reference == effort.reference;
    });
}

}  // namespace mvoi::sequence
