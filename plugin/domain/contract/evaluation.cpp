// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/evaluation.hpp"

#include <algorithm>
#include <string>

#include "domain/calendar/days.hpp"
#include "domain/words.hpp"

namespace mvoi::domain::contract {

std::optional<Date> evaluation_before_option(const Contract& contract, const Course& course, const Rules& rules) {
    if (contract.evaluation || contract.ended || !course.option) return std::nullopt;
    const auto* lead = rules.find("calendar-terms", "evaluatie-voor-optie");
    const int days = lead ? lead->days.value_or(0) : 0;
    return std::max(contract.term.start, calendar::add_days(course.option->decide_by.day, -days));
}

std::vector<int> unrated_in_year(const Contract& contract, const LastRated& rated, Date day) {
    const Date year_before = day - boost::gregorian::years(1);
    std::vector<int> unrated;
    for (const promise::Promise& promise : contract.promises) {
        if (year_before < promise.from || promise.to < day) continue;
        const auto last = rated.find(promise.number);
        if (last == rated.end() || last->second <= year_before) unrated.push_back(promise.number);
    }
    return unrated;
}

namespace {

// Once the evaluation is near.
std::optional<Finding> unrated_finding(const Contract& contract, const LastRated& rated, std::optional<Date> day,
                                       Date today, int warning_days) {
    if (!day || calendar::add_days(today, warning_days) < *day) return std::nullopt;
    const auto unrated = unrated_in_year(contract, rated, *day);
    if (unrated.empty()) return std::nullopt;
    return Finding{"evaluation-unrated",
                   Severity::Warning,
                   "/ratings",
                   {{"day", to_text(*day)}, {"promises", joined(unrated)}},
                   {}};
}

std::vector<Finding> day_findings(const Contract& contract, const Course& course, Date today, int warning_days,
                                  const Rules& rules) {
    const Date option = course.option->decide_by.day;
    std::map<std::string, std::string> words = {{"number", std::to_string(course.option->number)},
                                                {"date", to_text(option)}};
    const auto finding = [&](const char* rule, Date day) {
        words["day"] = to_text(day);
        return std::vector<Finding>{{rule, Severity::Warning, "/evaluation", words, {}}};
    };
    if (contract.evaluation && contract.evaluation->last && option < *contract.evaluation->last)
        return finding("evaluation-after-option", *contract.evaluation->last);
    const auto day = evaluation_before_option(contract, course, rules);
    if (!day || calendar::add_days(today, warning_days) < *day) return {};
    return finding(today <= *day ? "evaluation-near" : "evaluation-late", *day);
}

}  // namespace

std::vector<Finding> evaluation_findings(const Contract& contract, const Course& course, Date today, int warning_days,
                                         const Rules& rules, const LastRated& rated) {
    if (!course.option || course.option->past) return {};
    auto findings = day_findings(contract, course, today, warning_days, rules);
    const auto day =
        contract.evaluation ? contract.evaluation->last : evaluation_before_option(contract, course, rules);
    if (auto unrated = unrated_finding(contract, rated, day, today, warning_days))
        findings.push_back(std::move(*unrated));
    return findings;
}

}  // namespace mvoi::domain::contract
