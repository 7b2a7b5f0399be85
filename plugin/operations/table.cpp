// SPDX-License-Identifier: EUPL-1.2
#include "operations/table.hpp"

#include <new>

#include "json/text.hpp"
#include "mvoi.h"
#include "operations/current/by_itself.hpp"
#include "operations/remarks.hpp"
#include "operations/tender/as_written.hpp"
#include "render/sentences.hpp"
#include "resources/resources.hpp"

namespace mvoi::operations {
namespace {

constexpr Operation all[] = {
    {"describe", false, "0.1.0", describe},
    {"policy.adopt", true, "0.1.0", policy_adopt},
    {"tender.start", true, "0.1.0", tender_start, false, true},
    {"tender.confirm", true, "0.1.0", tender_confirm},
    {"tender.withdraw", true, "0.1.0", tender_withdraw},
    {"tender.decide", true, "0.1.0", tender_decide},
    {"tender.change", true, "0.1.0", tender_change, false, true},
    {"tender.gate", false, "0.2.0", tender_gate},
    {"tender.advance", true, "0.1.0", tender_advance},
    {"tender.reopen", true, "0.2.0", tender_reopen},
    {"tender.get", false, "0.1.0", tender_get},
    {"tender.list", false, "0.1.0", tender_list, true},
    {"contract.sign", true, "0.2.0", contract_sign},
    {"contract.change", true, "0.2.0", contract_change},
    {"contract.renew", true, "0.2.0", contract_renew},
    {"contract.get", false, "0.2.0", contract_get},
    {"contract.list", false, "0.2.0", contract_list, true},
    {"contract.statement", false, "0.2.0", contract_statement},
    {"promise.observe", true, "0.2.0", promise_observe},
    {"promise.count", true, "0.2.0", promise_count},
    {"promise.rate", true, "0.2.0", promise_rate},
    {"promise.evidence", true, "0.2.0", promise_evidence},
    {"promise.list", false, "0.2.0", promise_list, true},
    {"promise.form", false, "0.2.0", promise_form},
    {"socialreturn.realise", true, "0.2.0", socialreturn_realise},
    {"socialreturn.statement", false, "0.2.0", socialreturn_statement},
    {"socialreturn.list", false, "0.2.0", socialreturn_list, true},
    {"effect.list", false, "0.2.0", effect_list, true},
    {"checkability.compute", false, "0.2.0", checkability_compute},
    {"worklist.list", false, "0.2.0", worklist_list, true},
    {"review.ask", true, "0.2.0", review_ask},
    {"review.answer", true, "0.2.0", review_answer},
    {"review.condition", true, "0.2.0", review_condition},
    {"review.list", false, "0.2.0", review_list, true},
    {"review.dossier", false, "0.2.0", review_dossier},
    {"plan.compute", false, "0.2.0", plan_compute},
    {"plan.adopt", true, "0.2.0", plan_adopt},
    {"period.compute", false, "0.2.0", period_compute},
    {"threshold.find", false, "0.2.0", threshold_find},
    {"calendar.feed", false, "0.1.0", calendar_feed, true},
    {"recount.list", false, "0.3.0", recount_list},
    {"recount.adopt", true, "0.3.0", recount_adopt},
    {"journal.list", false, "0.1.0", journal_list},
    {"journal.verify", false, "0.1.0", journal_verify},
    {"journal.redact", true, "0.1.0", journal_redact},
    {"register.import", true, "0.1.0", register_import},
    {"register.backup", false, "0.1.0", register_backup},
    {"register.restore", false, "0.3.0", register_restore},
    {"register.rebuild", true, "0.1.0", register_rebuild},
};

json::Value row_of(const Operation& operation, bool with_schemas) {
    const std::string name(operation.name);
    json::Value request = json::bundled_schema(name + ".request");
    json::Value row;
    row.add("operation", name);
    row.add("title", request.text_or("title"));
    row.add("writes", operation.writes);
    row.add("since", operation.since);
    if (with_schemas) {
        row.add("request", std::move(request));
        row.add("answer", json::bundled_schema(name + ".answer"));
    }
    return row;
}

}  // namespace

std::span<const Operation> operations() {
    return all;
}

const Operation* find_operation(std::string_view name) {
    for (const Operation& operation : all)
        if (operation.name == name) return &operation;
    return nullptr;
}

std::string perform(const Operation& operation, const Caller& caller, json::Value request, bool built) {
    if (operation.as_written) read_as_written(request);
    auto faults = json::check(json::schema(std::string(operation.name) + ".request"), request, built);
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
    if (operation.writes) reopen_due(caller);
    const Call call(caller, std::string(operation.name), std::move(request));
    caller.committed = false;
    // A register that was changed by hand may hold anything, also what is no text.
    try {
        if (operation.writes) return json::readable(call.with_remarks(operation.run(call), {}));
        return json::readable(store::steadily([&] {
            std::string answer = operation.run(call);
            return call.with_remarks(std::move(answer),
                                     operation.filters ? remarks_on_filters(call) : std::vector<std::string>());
        }));
    } catch (const std::bad_alloc&) {
        if (!caller.committed) throw;
        return "{}";  // the commit decides the result; the answer can be asked for again
    }
}

std::string describe(const Call& call) {
    json::Value answer;
    answer.add("library", MVOI_VERSION);
    answer.add("abi", MVOI_ABI);
    answer.add("schema", store::schema_version());
    answer.add("rules", call.rules().edition());
    const std::string wanted = call.request().text_or("operation");
    json::Value rows(json::List{});
    if (!wanted.empty()) {
        const Operation* one = find_operation(wanted);
        if (!one) refuse(domain::No::NotFound, "/operation", "operation.unknown", {{"value", wanted}});
        rows.append(row_of(*one, true));
    } else {
        for (const Operation& operation : all) rows.append(row_of(operation, false));
    }
    answer.add("operations", std::move(rows));
    if (call.request().boolean_or("labels", false)) {
        json::Value kinds;
        for (const auto& [kind, words] : render::labels_of_codes(call.language()))
            for (json::Value& codes = kinds.add(kind, json::Value(json::Object{})); const auto& [code, label] : words)
                codes.add(code, label);
        answer.add("labels", std::move(kinds));
    }
    return json::write(answer);
}

}  // namespace mvoi::operations
