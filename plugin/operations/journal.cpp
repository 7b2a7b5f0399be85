// SPDX-License-Identifier: EUPL-1.2
// journal.list, journal.verify, journal.redact.
#include "json/text.hpp"
#include "operations/current/contract.hpp"
#include "operations/current/tender.hpp"
#include "operations/paging.hpp"
#include "operations/table.hpp"
#include "render/sentences.hpp"
#include "store/soundness.hpp"

namespace mvoi::operations {
namespace {

json::Value head_json(const store::Head& head) {
    json::Value object;
    object.add("seq", head.seq);
    object.add("hash", head.hash);
    return object;
}

// Done; stopped at a gate; or let through one that only reports.
std::string_view result_of(const store::Entry& entry) {
    if (!entry.facts.gate || entry.facts.gate->passage == domain::gates::Passage::Open) return "done";
    return code_of(entry.facts.gate->passage);
}

// The six things BIO2 8.15.01 asks of a log line are action (operation), object, result, origin, actor and time (at).
json::Value entry_json(store::Entry&& entry) {
    json::Value object;
    object.add("seq", entry.seq);
    object.add("at", entry.at);
    object.add("actor", entry.actor);
    if (!entry.role.empty()) object.add("role", entry.role);
    object.add("origin", entry.origin);
    object.add("operation", entry.operation);
    object.add("object", entry.object);
    object.add("result", result_of(entry));
    object.add("today", domain::to_text(entry.today));
    if (!entry.request_id.empty()) object.add("requestId", entry.request_id);
    object.add("library", entry.library);
    object.add("hash", entry.hash);
    object.add("request", std::move(entry.request));
    object.add("facts", std::move(entry.facts_json));
    return object;
}

}  // namespace

std::string journal_list(const Call& call) {
    const json::Value& request = call.request();
    const std::int64_t limit = request.integer_or("limit", usual_page);
    json::Value entries(json::List{});
    std::int64_t last = 0;
    bool more = false;
    call.read([&](store::Connection& connection) {
        std::optional<std::int64_t> object;
        if (request.find("tender")) object = named_tender(call, connection).id;
        if (request.find("contract")) object = named_contract(call, connection).id;
        store::journal_walk(connection, request.integer_or("after", 0), limit + 1, object, [&](store::Entry&& entry) {
            more = static_cast<std::int64_t>(entries.list()->size()) == limit;
            if (more) return;
            last = entry.seq;
            entries.append(entry_json(std::move(entry)));
        });
    });
    json::Value answer;
    answer.add("entries", std::move(entries));
    if (more) answer.add("next", last);
    return json::write(answer);
}

std::string journal_verify(const Call& call) {
    std::optional<store::Head> known;
    if (const json::Value* head = call.request().find("head"))
        known = store::Head{head->integer_or("seq", 0), head->text_or("hash")};
    store::Soundness result;
    call.read([&](store::Connection& connection) { result = store::soundness(connection, call.stop(), known); });
    json::Value answer;
    answer.add("intact", result.intact());
    answer.add("entries", result.journal.entries);
    answer.add("redacted", result.journal.redacted);
    answer.add("head", head_json(result.journal.head));
    const auto broken = [&](std::int64_t seq, const std::string& rule,
                            const std::map<std::string, std::string>& words) {
        json::Value& object = answer.add("broken", {});
        object.add("seq", seq);
        object.add("rule", rule);
        object.add("sentence", render::sentence(call.language(), rule, words));
    };
    if (!result.journal.intact)
        broken(result.journal.broken_seq, result.journal.broken_rule,
               {{"entry", std::to_string(result.journal.broken_seq)}});
    else if (result.contradiction)
        broken(result.contradiction->seq, result.contradiction->rule, result.contradiction->words);
    else if (!result.differences.empty())
        broken(result.journal.head.seq, "register.tables-differ", {{"value", result.differences.front().first}});
    if (!result.differences.empty()) {
        json::Value tables(json::List{});
        for (const auto& [table, rows] : result.differences) {
            json::Value& each = tables.append({});
            each.add("table", table);
            each.add("rows", rows);
        }
        answer.add("tables", std::move(tables));
    }
    return json::write(answer);
}

// A text that was blacked out is gone from the journal and the tables with the commit; from the log beside the register
// once all that was written stands in the register itself. Whatever hinders that, the text is blacked out.
bool nothing_left_of_it(const Call& call) noexcept {
    try {
        return call.store().engine().empty_log(call.wait_ms());
    } catch (...) {
        return false;
    }
}

std::string journal_redact(const Call& call) {
    const std::int64_t seq = call.request().integer_or("entry", 0);
    const std::string member = call.request().text_or("member"), ground = call.request().text_or("ground");
    const Committed committed = call.write([&](store::Connection& connection) {
        const auto entry = store::journal_entry(connection, seq);
        if (!entry) refuse(domain::No::NotFound, "/entry", "journal.no-entry", {{"value", std::to_string(seq)}});
        const auto digest = store::sealed_at(connection, seq, member);
        if (!digest) refuse(domain::No::NotFound, "/member", "journal.no-text", {{"value", member}});
        if (!entry->texts.at(*digest).ground.empty())
            refuse(domain::No::Conflict, "/member", "journal.already-redacted",
                   {{"value", member}, {"ground", entry->texts.at(*digest).ground}});
        json::Redaction redaction{seq, member, ground, *digest, {}};
        redaction.entries = store::entries_citing(connection, entry->object_id, *digest);
        const std::int64_t by = store::journal_head(connection).seq + 1;
        for (const std::int64_t each : redaction.entries) store::black_out(connection, each, *digest, ground, by);
        Draft draft;
        draft.object = "journal:" + std::to_string(seq);
        draft.facts.redaction = std::move(redaction);
        return draft;
    });
    json::Value answer, entries(json::List{});
    for (const std::int64_t each : committed.entry.facts.redaction->entries) entries.append(each);
    answer.add("entry", committed.entry.seq);
    answer.add("redacted", std::move(entries));
    const bool cleared = nothing_left_of_it(call);
    answer.add("cleared", cleared);
    if (!cleared) answer.add("sentence", render::sentence(call.language(), "journal.not-cleared", {}));
    return json::write(answer);
}

}  // namespace mvoi::operations
