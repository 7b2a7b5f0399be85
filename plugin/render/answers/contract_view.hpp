// SPDX-License-Identifier: EUPL-1.2
// A contract as answers show it: its term as it was agreed, its course on the day asked with every step, and what a
// contract manager wants to be told.
#pragma once

#include <string>

#include "domain/contract/milestones.hpp"
#include "domain/model.hpp"
#include "domain/rules.hpp"
#include "domain/social_return/account.hpp"
#include "json/out.hpp"
#include "render/answers/promise_view.hpp"

namespace mvoi::render {

struct ContractContext {
    const domain::Rules& rules;
    const domain::Policy* in_force;  // of the organisation; nullptr: none
    const domain::calendar::EquatedDays& equated;
    domain::Language language;
    domain::Date today;
    std::int64_t entry;            // that holds this state
    std::string tender_reference;  // of the tender it comes from; empty: none, or not asked for
    std::vector<domain::Finding> about_promises = {};
    std::vector<domain::Finding> about_instruments = {};
    std::vector<PromiseShown> promises = {};
    std::optional<domain::social_return::Account> social_return = {};  // of a contract that asks for it
};

// "upcoming", "running", "ended"; empty: its term passed, and nobody knows whether it runs on.
std::string_view state_of(const domain::Contract& contract, const domain::contract::Course& course, domain::Date today);

// The member "course": common.json#/$defs/answerCourse.
void write_course(json::Out& out, const domain::Contract& contract, const domain::contract::Course& course,
                  domain::Date today, const domain::Rules& rules, domain::Language language);
// common.json#/$defs/answerContract. The milestones must have been brought to the day asked.
std::string contract_whole(const domain::Contract& contract, const ContractContext& context);
// An item of contract.list, and of the contracts of a tender.
void write_contract_item(json::Out& out, const domain::Contract& contract, domain::Date today);

}  // namespace mvoi::render
