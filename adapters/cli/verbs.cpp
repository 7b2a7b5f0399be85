// SPDX-License-Identifier: EUPL-1.2
// The table. A verb is added to the part of its subject, verbs_*.hpp, with its options and examples above it, and
// nowhere else unless it does something of its own. The order here is the order of the help.
#include "verbs.hpp"

#include "verbs_calendar.hpp"
#include "verbs_contract.hpp"
#include "verbs_contract_reports.hpp"
#include "verbs_decision.hpp"
#include "verbs_plan.hpp"
#include "verbs_promise.hpp"
#include "verbs_register.hpp"
#include "verbs_review.hpp"
#include "verbs_social_return.hpp"
#include "verbs_tender.hpp"

namespace mvoi::cli {

namespace {

constexpr auto table = together(tender_verbs, decision_verbs, contract_verbs, promise_verbs, social_return_verbs,
                                contract_report_verbs, review_verbs, plan_verbs, calendar_verbs, register_verbs);

}  // namespace

std::span<const Verb> verbs() {
    return table;
}
std::span<const Option> global_options() {
    return globals;
}

const Verb* find_verb(std::string_view name) {
    for (const Verb& verb : table) {
        if (verb.name == name) return &verb;
    }
    return nullptr;
}

const Option* find_option(std::span<const Option> options, std::string_view name) {
    for (const Option& option : options) {
        if (option.name == name) return &option;
    }
    return nullptr;
}

}  // namespace mvoi::cli
