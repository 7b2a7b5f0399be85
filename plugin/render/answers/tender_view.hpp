// SPDX-License-Identifier: EUPL-1.2
// A tender as an answer shows it: with labels, ages on the day asked, findings as sentences.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"
#include "domain/planning/plan.hpp"
#include "domain/rules.hpp"
#include "json/facts/facts.hpp"
#include "json/out.hpp"

namespace mvoi::render {

struct TenderContext {
    const domain::Rules& rules;
    const domain::Policy* policy;  // the edition applied to this tender, for labels of own themes
    domain::Language language;
    domain::Date today;
    std::int64_t entry;  // that holds this state
    const std::vector<domain::Finding>& findings;
    const domain::planning::Plan* plan = nullptr;              // that was adopted, where it is to be shown
    const std::vector<domain::Contract>* contracts = nullptr;  // that were signed from it, where they are to be shown
};

// The answer of an operation on a tender (common.json#/$defs/answerTender), from the facts of its entry: the tender,
// the findings at a gate, the precedents of a decision.
std::string tender_answer(const json::Facts& facts, const TenderContext& context);
// The whole tender (tender.get.answer).
std::string tender_whole(const domain::Tender& tender, const TenderContext& context);

// common.json#/$defs/answerMilestone
void write_milestone(json::Out& out, const domain::Milestone& milestone, const domain::Rules& rules,
                     domain::Language language);

// "confirmed", "provisional", "withdrawn", or "lapsed" on this day.
std::string registration_on(const domain::Tender& tender, domain::Date today);

}  // namespace mvoi::render
