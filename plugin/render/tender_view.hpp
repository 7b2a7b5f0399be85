// SPDX-License-Identifier: EUPL-1.2
// A tender as an answer shows it: with labels, ages on the day asked, findings as sentences.
#pragma once

#include <string>

#include "domain/gates/rules.hpp"
#include "domain/model.hpp"
#include "domain/rules.hpp"
#include "json/out.hpp"

namespace mvoi::render {

struct TenderContext {
    const domain::Rules& rules;
    const domain::Policy* policy;  // the edition applied to this tender, for labels of own themes and for findings
    domain::Language language;
    domain::Date today;
    std::int64_t entry;  // that holds this state
};

// What an operation on a tender answers (common.json#/$defs/answerTender).
std::string tender_answer(const domain::Tender& tender, const TenderContext& context);
// The whole tender (tender.get.answer).
std::string tender_whole(const domain::Tender& tender, const TenderContext& context);

void write_finding(json::Out& out, const domain::Finding& finding, const TenderContext& context);
// "confirmed", "provisional", "withdrawn", or "lapsed" on this day.
std::string registration_on(const domain::Tender& tender, domain::Date today);

}  // namespace mvoi::render
