// SPDX-License-Identifier: EUPL-1.2
// recount.list: the days that the rules of today count otherwise than they stand. recount.adopt: those days move, in an
// entry for each tender and contract. Nothing else moves a day because a rule was corrected.
#include "domain/contract/milestones.hpp"
#include "domain/decision/explain.hpp"
#include "operations/current/by_itself.hpp"
#include "operations/current/planning.hpp"
#include "operations/table.hpp"

namespace mvoi::operations {
namespace {

using domain::Recounted;

// One object of an answer.
struct RecountShown {
    bool is_tender = false;
    std::string uuid, reference, title;
    int revision = 0;
    std::vector<Recounted> rows;
};

RecountShown shown_recount(const RecountedTender& each) {
    const domain::Tender& tender = each.current.tender;
    return {true, tender.id, tender.reference, tender.title, tender.revision, each.rows};
}
RecountShown shown_recount(const RecountedContract& each) {
    const domain::Contract& contract = each.current.contract;
    return {false, contract.id, contract.reference, contract.title, contract.revision, each.rows};
}

void write_recount(const Call& call, json::Out& out, const RecountShown& item) {
    out.object([&] {
        out.member(item.is_tender ? "tender" : "contract", item.uuid);
        out.member("reference", item.reference);
        out.member("title", item.title);
        out.member("revision", item.revision);
        out.list("changes", item.rows, [&](const Recounted& row) { write_recounted(call, out, row); });
    });
}

std::string recount_answer(const Call& call, const std::vector<RecountShown>& items) {
    std::string text;
    json::Out out(text);
    out.object([&] {
        out.member("organisation", call.request().text_or("organisation"));
        out.member("rules", call.rules().edition());
        out.list("items", items, [&](const RecountShown& each) { write_recount(call, out, each); });
    });
    return text;
}

// The request of an entry: of all that one call recounts, each entry is about one.
json::Value about(const char* member, const std::string& uuid) {
    json::Value request;
    request.add(member, uuid);
    return request;
}

void adopt_recount(const Call& call, store::Connection& connection, RecountedTender& each) {
    Current& current = each.current;
    reopen_if_lapsed(call, connection, current);
    Draft draft;
    draft.before = current.tender;
    domain::planning::take_recounted(each.rows, current.tender);
    current.tender.plan->entry = 0;
    current.tender.plan->asked = each.asked;
    current.tender.plan->rules = call.rules().edition();
    ++current.tender.revision;
    const domain::Policy *applied = current.policy.get(), *in_force = current.in_force.get();
    judge(current.tender, applied, in_force, call.book(), call.today());
    if (reopen_lapsed(current.tender, applied, in_force, call.today()))
        judge(current.tender, applied, in_force, call.book(), call.today());
    draft.object = "tender:" + current.tender.id;
    draft.object_id = current.id;
    draft.texts = std::move(current.texts);
    draft.facts.plan = each.plan;
    draft.facts.tender = current.tender;
    call.establish(connection, std::move(draft), about("tender", current.tender.id), call.today());
}

void adopt_recount(const Call& call, store::Connection& connection, RecountedContract& each) {
    CurrentContract& current = each.current;
    recount(current.contract, call.today(), call.rules(), call.book().circumstances(each.known.get()));
    ++current.contract.revision;
    Draft draft;
    draft.object = "contract:" + current.contract.id;
    draft.object_id = current.id;
    draft.texts = std::move(current.texts);
    draft.facts.contract = current.contract;
    call.establish(connection, std::move(draft), about("contract", current.contract.id), call.today());
}

// Those that the request is about: one of them, or all.
template <typename All>
void keep_asked(const std::string& uuid, const std::string& other, All& all) {
    std::erase_if(all, [&](const auto& each) {
        const std::string own = shown_recount(each).uuid;
        return uuid.empty() ? !other.empty() : own != uuid;
    });
}

}  // namespace

std::string recount_list(const Call& call) {
    const std::string organisation = call.request().text_or("organisation");
    std::vector<RecountShown> items;
    call.read([&](store::Connection& connection) {
        for (const auto& each : recounted_tenders(call, connection, organisation)) items.push_back(shown_recount(each));
        for (const auto& each : recounted_contracts(call, connection, organisation))
            items.push_back(shown_recount(each));
    });
    return recount_answer(call, items);
}

std::string recount_adopt(const Call& call) {
    const json::Value& request = call.request();
    const std::string organisation = request.text_or("organisation");
    const std::string tender = request.text_or("tender"), contract = request.text_or("contract");
    call.actor();
    std::vector<RecountShown> items;
    call.store().engine().write(call.wait_ms(), call.stop(), [&](store::Connection& connection) {
        items.clear();
        call.permit(call.store().policy_in_force(connection, organisation, call.today()).get());
        auto tenders = recounted_tenders(call, connection, organisation);
        auto contracts = recounted_contracts(call, connection, organisation);
        keep_asked(tender, contract, tenders);
        keep_asked(contract, tender, contracts);
        for (auto& each : tenders) {
            adopt_recount(call, connection, each);
            items.push_back(shown_recount(each));
        }
        for (auto& each : contracts) {
            adopt_recount(call, connection, each);
            items.push_back(shown_recount(each));
        }
        const std::string named = tender.empty() ? contract : tender;
        if (items.empty() && !named.empty())
            refuse(domain::No::Conflict, tender.empty() ? "/contract" : "/tender", "recount.nothing",
                   {{"value", named}});
    });
    return recount_answer(call, items);
}

}  // namespace mvoi::operations
