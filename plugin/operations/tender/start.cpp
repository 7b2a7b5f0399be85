// SPDX-License-Identifier: EUPL-1.2
// tender.start, and for hosts whose own transaction may still roll back tender.confirm and tender.withdraw.
#include <optional>

#include "json/key.hpp"
#include "json/requests/tender.hpp"
#include "operations/table.hpp"
#include "operations/tender/tender.hpp"
#include "operations/uuid.hpp"

namespace mvoi::operations {
namespace {

const domain::Date first_start(2000, 1, 1);  // an earlier day is a mistake: no electronic register is that old

constexpr int provisional_days_without_policy = 7;

void refuse_if_there(const Call& call, store::Connection& connection, const domain::Tender& tender) {
    auto there = tender_by_reference(call, connection, tender.organisation, tender.reference);
    if (!there || has_lapsed(there->tender, call.today())) return;
    throw domain::Refusal(domain::No::Conflict, domain::Fault{"/reference",
                                                              "tender.exists",
                                                              {{"value", tender.reference},
                                                               {"current", std::to_string(there->tender.revision)}},
                                                              {{"tender", there->tender.id}}});
}

void refuse_unless_provisional(const domain::Tender& tender) {
    if (tender.registration != domain::Registration::Provisional)
        refuse(domain::No::Conflict, "/tender", "tender.not-provisional", {{"value", tender.reference}});
}

}  // namespace

std::string tender_start(const Call& call) {
    const json::Value& request = call.request();
    domain::Tender asked;
    asked.organisation = request.text_or("organisation");
    asked.reference = json::key_of(request.text_or("reference"));
    asked.id = new_uuid();
    if (call.today() < first_start)
        refuse(domain::No::Invalid, "/today", "tender.start-too-early",
               {{"value", domain::to_text(call.today())}, {"from", domain::to_text(first_start)}});
    std::vector<domain::Fault> faults;
    json::apply_members(asked, request, call.rules(), faults);
    if (!asked.predecessor.empty())
        call.read([&](store::Connection& connection) { follow_predecessor(call, connection, asked, faults); });

    const auto draft_under = [&](const store::PolicyPointer& policy) {
        Draft draft;
        draft.policy = policy;
        domain::Tender tender = asked;
        if (request.boolean_or("provisional", false)) {
            tender.registration = domain::Registration::Provisional;
            tender.lapses_on = call.today() + boost::gregorian::days(policy ? policy->provisional_days
                                                                            : provisional_days_without_policy);
        }
        complete_new_tender(call, tender, request, policy.get(), call.today(), faults);
        draft.object = "tender:" + tender.id;
        draft.facts.tender = std::move(tender);
        draft.sealed = call.sealed(draft);
        return draft;
    };

    // Deciding, writing and sealing need the policy alone. They are done before the register is locked, under the
    // policy in force the last time; when another is by now, they are done again. A refusal waits for certainty.
    std::optional<Draft> ready;
    if (const auto guess = call.store().last_policy(asked.organisation)) {
        try {
            ready = draft_under(*guess);
        } catch (const domain::Refusal&) {
            ready.reset();
        }
    }
    return answer_of(call, call.write([&](store::Connection& connection) {
        refuse_if_there(call, connection, asked);
        const auto policy = call.store().policy_in_force(connection, asked.organisation, call.today());
        call.permit(policy.get());
        if (!ready || ready->policy != policy) ready = draft_under(policy);
        return std::move(*ready);
    }));
}

std::string tender_confirm(const Call& call) {
    return answer_of(call, change_tender(call, [](Current& current, std::vector<domain::Fault>&) {
                         refuse_unless_provisional(current.tender);
                         current.tender.registration = domain::Registration::Confirmed;
                         current.tender.lapses_on.reset();
                     }));
}

std::string tender_withdraw(const Call& call) {
    return answer_of(call, change_tender(call, [&](Current& current, std::vector<domain::Fault>&) {
                         refuse_unless_provisional(current.tender);
                         current.tender.registration = domain::Registration::Withdrawn;
                         current.tender.phase_reason = call.request().text_or("reason");
                     }));
}

}  // namespace mvoi::operations
