// SPDX-License-Identifier: EUPL-1.2
#include "operations/current/by_itself.hpp"

#include <algorithm>

#include "domain/contract/term.hpp"
#include "domain/decision/explain.hpp"
#include "domain/planning/records.hpp"
#include "store/stamp.hpp"
#include "store/tables/contracts.hpp"

namespace mvoi::operations {
namespace {

constexpr std::int64_t at_once = 200;

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

std::vector<CurrentContract> renewed_contracts(const Call& call, store::Connection& connection,
                                               const std::optional<std::string>& organisation, std::int64_t limit) {
    CurrentContracts contracts(call, connection);
    std::vector<CurrentContract> renewed;
    for (store::Placed& each : store::contracts_renewed(connection, call.today(), organisation, limit)) {
        CurrentContract current = contracts.current(std::move(each));
        const auto moved_on = course_of(current.contract, call.today()).renewed_on;
        if (!contracts.bring_on(current)) continue;
        if (moved_on) current.at = std::max(current.at, domain::to_text(*moved_on) + "T00:00:00Z");
        renewed.push_back(std::move(current));
    }
    return renewed;
}

std::vector<CurrentContract> journal_renewals(const Call& call, store::Connection& connection,
                                              const std::optional<std::string>& organisation, std::int64_t limit) {
    auto renewed = renewed_contracts(call, connection, organisation, limit);
    for (CurrentContract& each : renewed) {
        Draft draft;
        draft.by_itself = "contract.renew";
        draft.object = "contract:" + each.contract.id;
        draft.object_id = each.id;
        draft.texts = std::move(each.texts);
        ++each.contract.revision;
        draft.facts.contract = each.contract;
        each.entry = call.establish(connection, std::move(draft), call.request(), call.today()).entry.seq;
    }
    return renewed;
}

void follow_contract(const Call& call, store::Connection& connection, const domain::Contract& contract) {
    auto current = contract.tender.empty() ? std::nullopt : tender_by_uuid(call, connection, contract.tender);
    if (!current) return;
    auto contracts = contracts_of(call, connection, contract.tender);
    std::erase_if(contracts, [&](const domain::Contract& each) { return each.id == contract.id; });
    contracts.push_back(contract);
    const domain::Policy *applied = current->policy.get(), *in_force = current->in_force.get();
    domain::Tender followed = current->tender;
    if (!domain::planning::record_contracts(followed, contracts)) return;
    judge(followed, applied, in_force, call.book(), call.today());
    if (followed.milestones == current->tender.milestones) return;
    reopen_if_lapsed(call, connection, *current);
    Draft draft;
    domain::Tender& tender = current->tender;
    if (tender.plan && tender.plan->entry == 0) tender.plan->entry = current->entry;
    draft.before = tender;
    domain::planning::record_contracts(tender, contracts);
    ++tender.revision;
    judge(tender, applied, in_force, call.book(), call.today());
    draft.object = "tender:" + tender.id;
    draft.object_id = current->id;
    draft.texts = std::move(current->texts);
    draft.facts.tender = std::move(tender);
    json::Value request;
    request.add("tender", contract.tender);
    call.establish(connection, std::move(draft), request, call.today());
}

void reopen_due(const Caller& caller) {
    const std::string day = store::now_day(caller.time_zone);
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

}  // namespace mvoi::operations
