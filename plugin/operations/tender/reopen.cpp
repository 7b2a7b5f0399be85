// SPDX-License-Identifier: EUPL-1.2
// tender.reopen, and the same by itself. Nobody has to remember that an explanation was given for a year: it is
// reopened at the first writing call of the day on which it lapses, and at any call on the tender itself. Contracts
// that renewed themselves are journaled at the same moment.
#include "operations/tender/reopen.hpp"

#include "domain/decision/explain.hpp"
#include "json/text.hpp"
#include "operations/contract/contract.hpp"
#include "operations/table.hpp"
#include "store/stamp.hpp"

namespace mvoi::operations {
namespace {

constexpr std::int64_t at_once = 200, usual_limit = 1000;

}  // namespace

void see_lapsed(const Call& call, Current& current) {
    if (reopen_lapsed(current.tender, current.policy.get(), current.in_force.get(), call.today()))
        judge(current.tender, current.policy.get(), current.in_force.get(), call.book(), call.today());
}

bool reopen_if_lapsed(const Call& call, store::Connection& connection, Current& current) {
    Draft draft;
    draft.before = current.tender;
    if (current.tender.plan && current.tender.plan->entry == 0) current.tender.plan->entry = current.entry;
    if (!reopen_lapsed(current.tender, current.policy.get(), current.in_force.get(), call.today())) return false;
    ++current.tender.revision;
    judge(current.tender, current.policy.get(), current.in_force.get(), call.book(), call.today());
    draft.by_itself = "tender.reopen";
    draft.object = "tender:" + current.tender.id;
    draft.object_id = current.id;
    draft.facts.tender = current.tender;
    draft.texts = current.texts;
    const auto made = call.establish(connection, std::move(draft), call.request(), call.today());
    auto reopened = store::journal_entry(connection, made.entry.seq);
    current = tender_from(call, connection, {{current.id, made.entry.seq}, std::move(reopened.value())});
    return true;
}

void reopen_due(const Caller& caller) {
    const std::string day = store::now_stamp().substr(0, 10);
    if (!caller.store->to_be_swept(day)) return;
    json::Value request;
    request.add("today", day);
    const Call call(caller, "tender.reopen", std::move(request));
    bool more = false;
    call.store().engine().write(call.wait_ms(), call.stop(), [&](store::Connection& connection) {
        auto due = store::tenders_lapsing(connection, call.today(), std::nullopt, at_once);
        more = due.size() == static_cast<std::size_t>(at_once);
        const auto renewed = journal_renewals(call, connection, std::nullopt, at_once);
        more = more || renewed.size() == static_cast<std::size_t>(at_once);
        for (store::Placed& each : due) {
            Current current = tender_from(call, connection, std::move(each));
            reopen_if_lapsed(call, connection, current);
        }
    });
    if (!more) caller.store->swept(day);
}

std::string tender_reopen(const Call& call) {
    const json::Value& request = call.request();
    const std::int64_t limit = request.integer_or("limit", usual_limit);
    std::optional<std::string> organisation;
    if (request.find("organisation")) organisation = request.text_or("organisation");
    json::Value reopened;
    bool more = false;
    call.actor();
    call.store().engine().write(call.wait_ms(), call.stop(), [&](store::Connection& connection) {
        reopened = json::Value(json::List{});
        if (organisation) call.permit(call.store().policy_in_force(connection, *organisation, call.today()).get());
        auto due = store::tenders_lapsing(connection, call.today(), organisation, limit);
        more = due.size() == static_cast<std::size_t>(limit);
        for (store::Placed& each : due) {
            Current current = tender_from(call, connection, std::move(each));
            if (!reopen_if_lapsed(call, connection, current)) continue;
            json::Value& row = reopened.append({});
            row.add("tender", current.tender.id);
            row.add("revision", current.tender.revision);
            row.add("entry", current.entry);
            row.add("organisation", current.tender.organisation);
            row.add("reference", current.tender.reference);
            json::Value themes(json::List{});
            for (const domain::Decision& decision : current.tender.decisions)
                if (const auto* open = std::get_if<domain::Undecided>(&decision.choice); open && open->reopened)
                    themes.append(decision.theme);
            row.add("themes", std::move(themes));
        }
    });
    json::Value answer;
    answer.add("reopened", std::move(reopened));
    answer.add("more", more);
    return json::write(answer);
}

}  // namespace mvoi::operations
