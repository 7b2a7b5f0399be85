// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/events.hpp"
#include "domain/contract/milestones.hpp"
#include "domain/contract/signing.hpp"
#include "json/requests/contract.hpp"
#include "operations/current/contract.hpp"
#include "operations/current/tender.hpp"
#include "operations/import/record.hpp"
#include "operations/uuid.hpp"

namespace mvoi::operations::import {
namespace {

using domain::Contract;

// A contract that is new here takes from its tender what the row leaves out, where the register has that.
void take_over(const Call& call, store::Connection& connection, Contract& contract, const intake::Row& row) {
    const std::string reference = row.request.text_or("tenderReference");
    if (reference.empty()) return;
    const auto tender = tender_by_reference(call, connection, contract.organisation, reference);
    if (!tender)
        refuse(domain::No::NotFound, "/tenderReference", "tender.not-found",
               {{"value", contract.organisation + " " + reference}});
    domain::contract::take_over(contract, tender->tender);
}

void refuse_without(const Contract& contract) {
    if (contract.title.empty()) refuse(domain::No::Invalid, "/title", "import.title-missing");
    if (contract.kind.empty()) refuse(domain::No::Invalid, "/kind", "import.kind-missing");
}

}  // namespace

Result record_contract(const Call& call, store::Connection& connection, const intake::Row& row,
                       const std::string& digest) {
    const std::string organisation = row.request.text_or("organisation"), reference = row.request.text_or("reference");
    auto known = contract_by_reference(call, connection, organisation, reference);
    if (known && known->contract.source_digest == digest) return Result::Unchanged;
    const auto policy = call.store().policy_in_force(connection, organisation, call.today());
    Draft draft;
    Contract contract;
    if (known) {
        bring_on(call, connection, *known);
        contract = std::move(known->contract);
        draft.object_id = known->id;
        draft.texts = std::move(known->texts);
    } else {
        contract.id = new_uuid();
        contract.organisation = organisation;
        contract.reference = reference;
        take_over(call, connection, contract, row);
    }
    std::vector<domain::Fault> faults;
    const Contract before = contract;
    json::apply_members(contract, row.request, faults);
    refuse_without(contract);
    // A list has the end as it stands now; what options and renewals added to the first term is in it already.
    if (known && faults_of(before.term).empty() && faults_of(contract.term).empty() &&
        domain::contract::counts_twice(before.term, contract.term))
        domain::contract::keep_first_term(before.term, contract.term);
    domain::contract::refuse_impossible(contract, known ? &before : nullptr, std::move(faults));
    contract.source_digest = digest;
    ++contract.revision;
    draw_up(contract, call.today(), call.rules(), call.book().circumstances(policy.get()));
    json::Value request;
    request.add("format", call.request().text_or("format"));
    request.add("line", row.line);
    draft.object = "contract:" + contract.id;
    draft.facts.contract = std::move(contract);
    call.establish(connection, std::move(draft), request, call.today());
    return known ? Result::Changed : Result::Added;
}

}  // namespace mvoi::operations::import
