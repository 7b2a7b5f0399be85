// SPDX-License-Identifier: EUPL-1.2
// The table of operations: what mvoi_call can be asked.
#pragma once

#include <span>
#include <string_view>

#include "json/schema/schema.hpp"
#include "operations/call.hpp"

namespace mvoi::operations {

struct Operation {
    std::string_view name;
    bool writes;             // journals something; refused on a session that is read only
    std::string_view since;  // library version
    std::string (*run)(const Call&);
    bool filters = false;     // lists what an organisation or a theme has: one that nobody knows is said
    bool as_written = false;  // takes words as people write them, such as "Diensten"
};

std::span<const Operation> operations();
const Operation* find_operation(std::string_view name);

// Checks the request against the operation's schema, runs it, and gives its answer as JSON.
// Throws domain::Refusal and store::StoreError.
//   built  made by mvoi_put_text: "true", "false" and digits are taken for what they write where that is asked
std::string perform(const Operation& operation, const Caller& caller, json::Value request, bool built = false);

// ---- the operations themselves, by family ---------------------------------------------------------------------------
std::string describe(const Call& call);
std::string policy_adopt(const Call& call);
std::string tender_start(const Call& call);
std::string tender_confirm(const Call& call);
std::string tender_withdraw(const Call& call);
std::string tender_decide(const Call& call);
std::string tender_change(const Call& call);
std::string tender_gate(const Call& call);
std::string tender_advance(const Call& call);
std::string tender_reopen(const Call& call);
std::string tender_get(const Call& call);
std::string tender_list(const Call& call);
std::string contract_sign(const Call& call);
std::string contract_change(const Call& call);
std::string contract_renew(const Call& call);
std::string contract_get(const Call& call);
std::string contract_list(const Call& call);
std::string contract_statement(const Call& call);
std::string promise_observe(const Call& call);
std::string promise_count(const Call& call);
std::string promise_rate(const Call& call);
std::string promise_evidence(const Call& call);
std::string promise_list(const Call& call);
std::string promise_form(const Call& call);
std::string socialreturn_realise(const Call& call);
std::string socialreturn_statement(const Call& call);
std::string socialreturn_list(const Call& call);
std::string effect_list(const Call& call);
std::string checkability_compute(const Call& call);
std::string worklist_list(const Call& call);
std::string review_ask(const Call& call);
std::string review_answer(const Call& call);
std::string review_condition(const Call& call);
std::string review_list(const Call& call);
std::string review_dossier(const Call& call);
std::string plan_compute(const Call& call);
std::string plan_adopt(const Call& call);
std::string period_compute(const Call& call);
std::string threshold_find(const Call& call);
std::string calendar_feed(const Call& call);
std::string recount_list(const Call& call);
std::string recount_adopt(const Call& call);
std::string journal_list(const Call& call);
std::string journal_verify(const Call& call);
std::string journal_redact(const Call& call);
std::string register_import(const Call& call);
std::string register_backup(const Call& call);
std::string register_restore(const Call& call);
std::string register_rebuild(const Call& call);

}  // namespace mvoi::operations
