// SPDX-License-Identifier: EUPL-1.2
// Asks an operation that needs no register; its answer must keep to its schema.
#pragma once

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "json/schema/schema.hpp"
#include "json/text.hpp"
#include "operations/table.hpp"

struct Asked {
    mvoi::json::Value answer;             // of a yes
    std::vector<mvoi::domain::Fault> no;  // of a no

    std::set<std::string> findings() const {
        std::set<std::string> rules;
        for (const auto& finding : answer.list_or_empty("findings")) rules.insert(finding.text_or("rule"));
        return rules;
    }
};

inline Asked ask(const std::string& operation, const mvoi::json::Value& request,
                 mvoi::domain::Language language = mvoi::domain::Language::Dutch) {
    mvoi::operations::Caller caller;
    caller.language = language;
    Asked asked;
    try {
        const std::string text =
            mvoi::operations::perform(*mvoi::operations::find_operation(operation), caller, request);
        asked.answer = mvoi::json::parse(text);
        for (const auto& fault : mvoi::json::check(mvoi::json::schema(operation + ".answer"), asked.answer))
            FAIL_CHECK("the answer is not to its schema: " << fault.rule << " " << fault.path << " " << text);
    } catch (const mvoi::domain::Refusal& refusal) {
        asked.no = refusal.faults;
    }
    return asked;
}
