// SPDX-License-Identifier: EUPL-1.2
#include "domain/checkability/checkability.hpp"

#include <algorithm>

#include "domain/contract/thread.hpp"

namespace mvoi::domain::checkability {
namespace {

constexpr int minutes_per_hour = 60;

// Minutes of one calendar year, in parts of a day of it.
struct Sum {
    std::int64_t parts = 0, assumed_parts = 0;
    int promises = 0, without_estimate = 0, without_owner = 0;

    void add(const Checking& checking, std::int64_t added) {
        ++promises;
        if (!checking.minutes) ++without_estimate;
        if (checking.role.empty()) ++without_owner;
        parts += added;
        if (checking.assumed) assumed_parts += added;
    }
    CheckingLoad rounded(int days_in_year) const {
        const auto half_up = [&](std::int64_t sum) { return (2 * sum + days_in_year) / (2 * days_in_year); };
        return {half_up(parts), half_up(assumed_parts), promises, without_estimate, without_owner};
    }
};

Date first_day_of(int year) {
    return Date(static_cast<unsigned short>(year), 1, 1);
}
Date last_day_of_year(int year) {
    return Date(static_cast<unsigned short>(year), 12, 31);
}

int days_between(Date from, Date to) {
    return static_cast<int>((to - from).days()) + 1;
}

// In one calendar year: minutes times days; nothing when there is nothing to check in it.
std::optional<std::int64_t> parts_in(const Checking& checking, Date first, Date last) {
    const std::int64_t minutes = checking.minutes.value_or(0);
    if (checking.once) {
        if (*checking.once < first || last < *checking.once) return std::nullopt;
        return minutes * days_between(first, last);
    }
    const Date from = std::max(checking.from, first), to = std::min(checking.to, last);
    if (to < from) return std::nullopt;
    return minutes * days_between(from, to);
}

struct Tree {
    Sum all;
    std::map<std::string, Sum> roles;
    std::map<std::pair<std::string, std::string>, Sum> people;

    Tree(const std::vector<Checking>& checkings, Date first, Date last) {
        for (const Checking& each : checkings)
            if (const auto parts = parts_in(each, first, last)) {
                all.add(each, *parts);
                roles[each.role].add(each, *parts);
                people[{each.role, each.person}].add(each, *parts);
            }
    }
};

LoadInYear load_in_year(const Tree& own, const Tree& others, const CheckingTime& time, int year, int days) {
    LoadInYear load{year, own.all.rounded(days), others.all.rounded(days).minutes, time.all, {}};
    for (const auto& [role, sum] : own.roles) {
        LoadOfRole of_role{role, sum.rounded(days), 0, std::nullopt, {}};
        if (const auto other = others.roles.find(role); other != others.roles.end())
            of_role.other_minutes = other->second.rounded(days).minutes;
        if (const auto available = time.of_role.find(role); available != time.of_role.end())
            of_role.available = available->second;
        for (const auto& [who, amount] : own.people)
            if (who.first == role) of_role.people.push_back({who.second, amount.rounded(days)});
        load.roles.push_back(std::move(of_role));
    }
    return load;
}

Finding over(const char* rule, int year, const CheckingLoad& load, std::int64_t others, std::int64_t available) {
    const std::int64_t together = load.minutes + others;
    Finding finding{rule, Severity::Warning, {}, {}, {}};
    finding.words = {{"year", std::to_string(year)},
                     {"asked", hours_text(together)},
                     {"available", hours_text(available)},
                     {"more", hours_text(together - available)}};
    return finding;
}

}  // namespace

const CheckEffort* effort_of(const CheckEfforts& efforts, std::string_view of, std::string_view code, Date day) {
    for (const CheckEffort& each : efforts)
        if (each.of == of && each.code == code && each.valid_from <= day && (!each.valid_to || day <= *each.valid_to))
            return &each;
    return nullptr;
}

int checks_per_year(promise::Every checked) {
    switch (checked) {
        case promise::Every::Month:
            return 12;
        case promise::Every::Quarter:
            return 4;
        case promise::Every::HalfYear:
            return 2;
        case promise::Every::Year:
            return 1;
    }
    return 1;
}

std::optional<CheckMinutes> minutes_of_check(const promise::Promise& promise, const CheckEfforts& efforts, Date today) {
    const int checks = promise.shape == promise::Shape::Once ? 1 : checks_per_year(promise.checked);
    if (promise.minutes_per_year > 0) return CheckMinutes{(promise.minutes_per_year + checks - 1) / checks, false};
    const CheckEffort* effort = effort_of(efforts, "evidence-kinds", promise.proof_kind, today);
    return effort ? std::optional(CheckMinutes{effort->minutes, true}) : std::nullopt;
}

Checking checking_of(const promise::Promise& promise, const std::map<std::string, std::string>& people,
                     const std::optional<Date>& until, const CheckEfforts& efforts, Date today) {
    Checking checking;
    checking.role = promise.owner;
    if (const auto person = people.find(promise.owner); person != people.end()) checking.person = person->second;
    checking.from = promise.from;
    checking.to = until ? std::min(*until, promise.to) : promise.to;
    if (promise.minutes_per_year > 0) {
        checking.minutes = promise.minutes_per_year;
    } else if (const auto check = minutes_of_check(promise, efforts, today)) {
        checking.assumed = true;
        checking.minutes = check->minutes;
        if (promise.shape != promise::Shape::Once) *checking.minutes *= checks_per_year(promise.checked);
    }
    // A promise that is shown once is checked once, on the day by which it is to be done; not when that comes too late.
    if (promise.shape == promise::Shape::Once && promise.minutes_per_year == 0 && promise.by) {
        if (*promise.by <= checking.to) checking.once = promise.by;
        if (!checking.once) checking.to = checking.from - boost::gregorian::days(1);
    }
    return checking;
}

std::vector<Checking> checkings_of(const Tender& tender, const Rules& rules, const CheckEfforts& efforts, Date today) {
    std::vector<Checking> checkings;
    for (const Decision& decision : tender.decisions) {
        const auto* applied = std::get_if<Applied>(&decision.choice);
        if (!applied) continue;
        for (const Criterion& criterion : applied->criteria) {
            if (!contract::goes_on(criterion, rules)) continue;
            Checking checking;
            checking.role = "contractmanager";
            if (const CheckEffort* effort = effort_of(efforts, "criterion-kinds", criterion.kind, today)) {
                checking.role = effort->role;
                checking.minutes = effort->minutes * effort->checks_per_year;
                checking.assumed = true;
            }
            const auto person = tender.people.find(checking.role);
            if (person != tender.people.end()) checking.person = person->second;
            checkings.push_back(std::move(checking));
        }
    }
    return checkings;
}

CheckingTime checking_time(const Policy* policy) {
    CheckingTime time;
    if (policy)
        for (const CheckingHours& each : policy->checking)
            time.of_role[each.role] = std::int64_t{minutes_per_hour} * each.hours_per_year;
    return time;
}

Checkability checkability_of(const std::vector<Checking>& checkings, const std::vector<Checking>& others,
                             const CheckingTime& time, int first_year, int last_year) {
    Checkability all;
    const Date begin = first_day_of(first_year), end = last_day_of_year(last_year);
    for (const Checking& each : checkings) {
        if (!parts_in(each, begin, end)) continue;
        ++all.promises;
        if (each.assumed) ++all.assumed;
        if (!each.minutes) ++all.without_estimate;
        if (each.role.empty()) ++all.without_owner;
    }
    for (int year = first_year; year <= last_year; ++year) {
        const Date first = first_day_of(year), last = last_day_of_year(year);
        const Tree own(checkings, first, last);
        if (own.all.promises > 0)
            all.years.push_back(load_in_year(own, Tree(others, first, last), time, year, days_between(first, last)));
    }
    return all;
}

std::vector<Finding> findings_on(const Checkability& checkability) {
    std::vector<Finding> findings;
    for (const LoadInYear& each : checkability.years) {
        if (each.available && each.load.minutes + each.other_minutes > *each.available)
            findings.push_back(over("check-over", each.year, each.load, each.other_minutes, *each.available));
        for (const LoadOfRole& role : each.roles) {
            if (!role.available || role.load.minutes + role.other_minutes <= *role.available) continue;
            findings.push_back(over("check-over-role", each.year, role.load, role.other_minutes, *role.available));
            findings.back().words["role"] = role.role;
        }
    }
    const auto share = [&](const char* rule, Severity severity, int number) {
        if (number > 0)
            findings.push_back({rule,
                                severity,
                                {},
                                {{"number", std::to_string(number)}, {"of", std::to_string(checkability.promises)}},
                                {}});
    };
    share("check-without-estimate", Severity::Warning, checkability.without_estimate);
    share("check-without-owner", Severity::Warning, checkability.without_owner);
    share("check-assumed", Severity::Information, checkability.assumed);
    return findings;
}

std::string hours_text(std::int64_t minutes) {
    constexpr int minutes_per_tenth = minutes_per_hour / 10;
    const std::int64_t tenths = (minutes + minutes_per_tenth - 1) / minutes_per_tenth;
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10));
}

}  // namespace mvoi::domain::checkability
