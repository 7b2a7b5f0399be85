// SPDX-License-Identifier: EUPL-1.2
// The table of operations: what mvoi_call can be asked.
#pragma once

#include <span>
#include <string_view>

#include "json/schema.hpp"
#include "operations/call.hpp"

namespace mvoi::operations {

struct Operation {
    std::string_view name;
    bool writes;             // journals something; refused on a session that is read only
    std::string_view since;  // library version
    json::Value (*run)(const Call&);
};

std::span<const Operation> operations();
const Operation* find_operation(std::string_view name);

// Checks the request against the operation's schema, runs it, and gives its answer. Throws domain::Refusal and
// store::StoreError.
//   built  made by mvoi_put_text, which cannot put a boolean: "true" and "false" are taken as such where one is asked
json::Value perform(const Operation& operation, const Caller& caller, json::Value request, bool built = false);

// ---- the operations themselves, by family ---------------------------------------------------------------------------
json::Value describe(const Call& call);
json::Value policy_adopt(const Call& call);
json::Value tender_start(const Call& call);
json::Value tender_confirm(const Call& call);
json::Value tender_withdraw(const Call& call);
json::Value tender_decide(const Call& call);
json::Value tender_change(const Call& call);
json::Value tender_advance(const Call& call);
json::Value tender_get(const Call& call);
json::Value tender_list(const Call& call);
json::Value calendar_feed(const Call& call);
json::Value journal_list(const Call& call);
json::Value journal_verify(const Call& call);
json::Value journal_redact(const Call& call);
json::Value register_import(const Call& call);
json::Value register_backup(const Call& call);
json::Value register_rebuild(const Call& call);

}  // namespace mvoi::operations
