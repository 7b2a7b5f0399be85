// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/evaluation.hpp"

#include <algorithm>
#include <string>

#include "domain/calendar/days.hpp"

namespace mvoi::domain::contract {

std::optional<Date> evaluation_before_option(const Contract& contract, const Course& course, const Rules& rules) {
    if (contract.evaluation || contract.ended || !course.option) return std::nullopt;
    const auto* lead = rules.find("calendar-terms", "evaluatie-voor-optie");
    const int days = lead ? std::stoi(lead->more.at("value")) : 0;
    return std::max(contract.term.start, calendar::add_days(course.option->decide_by.day, -days));
}

std::vector<Finding> evaluation_findings(const Contract& contract, const Course& course, Date today, int warning_days,
                                         const Rules& rules) {
    if (!course.option || course.option->past) return {};
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

}  // namespace mvoi::domain::contract
