// SPDX-License-Identifier: EUPL-1.2
// tender.decide and tender.change: what happens to a tender between its start and its gates.
#include <algorithm>

#include "domain/decision/explain.hpp"
#include "domain/phase.hpp"
#include "domain/planning/records.hpp"
#include "json/requests/tender.hpp"
#include "operations/current/contract.hpp"
#include "operations/current/review.hpp"
#include "operations/table.hpp"
#include "operations/tender/memory.hpp"
#include "operations/tender/tender.hpp"

namespace mvoi::operations {
namespace {

// Levels that came from the ambition, and what policy proposes for open themes, follow what was changed.
void follow(const Call& call, Current& current) {
    domain::follow_ambition(current.tender.decisions,
                            decision_context(call, current.tender, current.policy.get(), call.today()));
}

// The milestones whose day the request gives without saying how certain it is.
std::set<std::string> days_given(const Call& call) {
    std::set<std::string> given;
    const json::Value* planning = call.request().find("planning");
    if (!planning) return given;
    for (const domain::Term& term : call.rules().vocabulary("milestones"))
        if (const json::Value* day = term.member.empty() ? nullptr : planning->find(term.member);
            day && !day->is_null() && (day->text() || !day->find("certainty")))
            given.insert(term.code);
    return given;
}

// A theme of a tender that was published cannot be left open again, nor one of a tender that was called off: that may
// have been published before.
void refuse_reopening(const domain::Tender& tender, const std::vector<domain::DecisionRequest>& requests) {
    const bool cancelled = tender.phase == domain::Phase::Cancelled;
    if (domain::is_before_publication(tender.phase)) return;
    for (const domain::DecisionRequest& request : requests)
        if (request.state == domain::State::Undecided)
            refuse(domain::No::Conflict, request.path + "/state",
                   cancelled ? "decision.cancelled" : "decision.published", {{"theme", request.theme}});
}

// A lot that a contract was signed for stays, and did not fail.
void keep_signed_lots(const Call& call, store::Connection& connection, const domain::Tender& tender,
                      std::vector<domain::Fault>& faults) {
    for (const domain::Contract& contract : contracts_of(call, connection, tender.id))
        for (const std::string& number : contract.lots) {
            const auto lot = std::find_if(tender.lots.begin(), tender.lots.end(),
                                          [&](const domain::Lot& each) { return each.number == number; });
            const bool gone = lot == tender.lots.end();
            if (gone || !lot->failed.empty())
                faults.push_back({"/lots",
                                  gone ? "lots.signed" : "lots.signed-failed",
                                  {{"value", number}, {"contract", contract.reference}}});
        }
}

// For each explanation that was given now: what the organisation decided before, and how strong it is.
void weigh(const Call& call, store::Connection& connection, const Current& current, const domain::Tender& before,
           const std::vector<domain::DecisionRequest>& requests, json::Facts& facts) {
    std::optional<OwnPart> own;
    std::optional<ReviewOf> review;
    for (const domain::DecisionRequest& request : requests) {
        if (!request.explanation) continue;
        if (!own) {
            own = own_part(connection, before);
            review = latest_review(connection, current.tender.id);
        }
        for (const domain::Decision& decision : current.tender.decisions) {
            const domain::Explained* explained = domain::explanation_of(decision);
            if (decision.theme != request.theme || !explained) continue;
            facts.precedents.push_back(precedents_for(connection, current.tender, decision, *own));
            facts.strengths.push_back(
                domain::strength_of({current.tender, decision.theme, *explained, facts.precedents.back(), call.rules(),
                                     current.policy.get(), current.in_force.get(),
                                     review ? &review->reviewed.review : nullptr, call.today()}));
        }
    }
}

}  // namespace

std::string tender_decide(const Call& call) {
    const auto requests = json::decision_requests(call.request());
    return answer_of(call, change_tender(call, [&](store::Connection& connection, Current& current, Draft& draft,
                                                   std::vector<domain::Fault>& faults) {
                         refuse_reopening(current.tender, requests);
                         if (call.request().find("ambition")) {
                             current.tender.ambition = static_cast<int>(call.request().integer_or("ambition", 1));
                             current.tender.ambition_source = domain::LevelSource::Request;
                             follow(call, current);
                         }
                         current.tender.decisions = domain::decide(
                             current.tender.decisions, requests,
                             decision_context(call, current.tender, current.policy.get(), call.today()), faults);
                         if (faults.empty()) weigh(call, connection, current, *draft.before, requests, draft.facts);
                     }));
}

std::string tender_change(const Call& call) {
    return answer_of(call, change_tender(call, [&](store::Connection& connection, Current& current, Draft&,
                                                   std::vector<domain::Fault>& faults) {
                         json::apply_members(current.tender, call.request(), call.rules(), faults);
                         domain::planning::record_given(current.tender, days_given(call), call.today());
                         if (call.request().find("lots")) keep_signed_lots(call, connection, current.tender, faults);
                         if (call.request().find("predecessor"))
                             follow_predecessor(call, connection, current.tender, faults);
                         follow(call, current);
                     }));
}

}  // namespace mvoi::operations
