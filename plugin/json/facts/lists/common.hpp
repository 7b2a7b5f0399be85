// SPDX-License-Identifier: EUPL-1.2
// The members of what several kinds of facts have.
#pragma once

#include "json/facts/fields.hpp"

namespace mvoi::json {

void fields(auto& f, As<domain::PlannedDate> auto& date) {
    f.member("certainty", date.certainty);
    f.planned_day("date", date);
}

void fields(auto& f, As<domain::Milestone> auto& milestone) {
    f.member("certainty", milestone.date.certainty);
    f.member_if("changedOn", milestone.changed_on);
    f.member("code", milestone.code);
    f.planned_day("date", milestone.date);
    f.member_if("revision", milestone.revision);
    f.member("sequence", milestone.sequence);
    f.member("status", milestone.status);
    f.member_if("was", milestone.was);
}

void fields(auto& f, As<domain::measure::InstrumentValue> auto& value) {
    f.member_if("edition", value.edition);
    f.member("instrument", value.instrument);
    f.member("value", value.value);
}

void fields(auto& f, As<domain::measure::InstrumentHeld> auto& held) {
    f.member_if("edition", held.value.edition);
    f.member("instrument", held.value.instrument);
    f.member_if("shown", held.shown);
    f.redactable_if("supplier", held.supplier);
    f.member_if("validTo", held.valid_to);
    f.member("value", held.value.value);
}

// Names of own criteria and what somebody offered are people's texts.
void fields(auto& f, As<domain::Finding> auto& finding) {
    f.member_if("member", finding.member);
    f.member("rule", finding.rule);
    f.member("severity", finding.severity);
    f.member_if("source", finding.source);
    f.words("words", finding.words, [](std::string_view word) {
        return word == "criterion" || word == "before" || word == "after" || word == "offer" || word == "clause";
    });
}

void fields(auto& f, As<domain::DriftRule> auto& rule) {
    f.member("backOnAgenda", rule.kinds);
    f.member("estimatePercent", rule.estimate_percent);
}

void fields(auto& f, As<domain::OwnTheme> auto& own) {
    f.member_if("en", own.en);
    f.member("nl", own.nl);
    f.member("theme", own.code);
}

}  // namespace mvoi::json
