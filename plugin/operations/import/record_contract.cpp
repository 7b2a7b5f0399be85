// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/contract/events.hpp"
#include "domain/contract/milestones.hpp"
#include "domain/contract/signing.hpp"
#include "json/key.hpp"
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

void add_missing(const Contract& contract, std::vector<domain::Fault>& faults) {
    if (contract.title.empty()) faults.push_back({"/title", "import.title-missing", {}});
    if (contract.kind.empty()) faults.push_back({"/kind", "import.kind-missing", {}});
}

// The parts of a term that the list does not know and the register does.
std::set<std::string> parts_that_stay(const json::Value& request, const domain::contract::Term& known) {
    std::set<std::string> parts;
    const json::Value* given = request.find("term");
    if (!given) return parts;
    for (const json::Value& part : given->list_or_empty("unknown")) {
        const std::string& code = *part.text();
        const bool is_known = code == "end"             ? known.end || known.months
                              : code == "notice"        ? known.notice.has_value()
                              : code == "renewalMonths" ? known.renewal_months.has_value()
                              : code == "renewal"       ? !known.lacks(domain::contract::TermPart::Renewal)
                              : code == "noticeGiven"   ? !known.lacks(domain::contract::TermPart::NoticeGiven)
                                                        : !known.options.empty();
        if (is_known) parts.insert(code);
    }
    return parts;
}

// They stay known: nobody changed them by leaving them out.
json::Value but_for_what_is_known(const json::Value& request, const std::set<std::string>& stays) {
    const json::Value* given = request.find("term");
    if (!given) return request;
    json::Value unknown(json::List{});
    for (const json::Value& part : given->list_or_empty("unknown"))
        if (!stays.contains(*part.text())) unknown.append(part);
    json::Value term(json::Object{});
    for (const json::Member& member : *given->object()) {
        const bool renews = member.name == "renewal" || member.name == "renewalMonths" || member.name == "maxRenewals";
        if (member.name != "unknown" && !(renews && stays.contains("renewal"))) term.add(member.name, member.value);
    }
    if (!unknown.list()->empty()) term.add("unknown", std::move(unknown));
    json::Value kept(json::Object{});
    for (const json::Member& member : *request.object())
        kept.add(member.name, member.name == "term" ? term : member.value);
    return kept;
}

// An end that moved on is told by people who know that the contract went on.
void end_doubt(const json::Value& request, domain::contract::Term& term, const domain::contract::Term& before) {
    const bool same = term.end == before.end && term.months == before.months;
    const json::Value* given = request.find("term");
    if (same || !given) return;
    for (const json::Value& part : given->list_or_empty("unknown"))
        if (*part.text() == code_of(domain::contract::TermPart::NoticeGiven)) return;
    term.unknown.erase(domain::contract::TermPart::NoticeGiven);
}

// A list has no column for the notice of an option.
void keep_option_notices(domain::contract::Term& term, const domain::contract::Term& before) {
    if (term.options.size() != before.options.size()) return;
    for (std::size_t i = 0; i < term.options.size(); ++i)
        if (!term.options[i].notice && term.options[i].months == before.options[i].months)
            term.options[i].notice = before.options[i].notice;
}

// A list without a column for their numbers leaves those that are known.
void keep_numbers(std::vector<domain::Supplier>& suppliers, const std::vector<domain::Supplier>& before) {
    for (domain::Supplier& each : suppliers) {
        const auto known = std::find_if(before.begin(), before.end(),
                                        [&](const domain::Supplier& other) { return other.name == each.name; });
        if (each.number.empty() && known != before.end()) each.number = known->number;
    }
}

// That its milestones were drawn up on another day is no change.
bool is_same(Contract a, const Contract& b) {
    a.source_digest = b.source_digest;
    return a == b;
}

}  // namespace

std::vector<domain::Fault> other_faults_of(const intake::Row& row) {
    Contract contract;
    std::vector<domain::Fault> faults;
    const json::Value* term = row.request.find("term");
    if (!row.request.find("title") && !row.request.find("tenderReference"))
        faults.push_back({"/title", "import.title-missing", {}});
    if (!term || !term->find("start")) return faults;
    json::apply_members(contract, row.request, faults);
    for (domain::Fault& fault : domain::contract::faults_of(contract.term)) {
        fault.path.insert(0, "/term");
        faults.push_back(std::move(fault));
    }
    return faults;
}

Recorded record_contract(const Call& call, store::Connection& connection, const intake::Row& row,
                         const std::string& digest) {
    const std::string organisation = row.request.text_or("organisation"),
                      reference = json::key_of(row.request.text_or("reference"));
    const bool overwrite = call.request().boolean_or("overwrite", false);
    auto known = contract_by_reference(call, connection, organisation, reference);
    std::set<std::string> stays;
    if (known) stays = parts_that_stay(row.request, known->contract.term);
    if (known && known->contract.source_digest == digest && !overwrite) return {Result::Unchanged, {}, {}, stays};
    const auto policy = call.store().policy_in_force(connection, organisation, call.today());
    Draft draft;
    Contract contract;
    if (known) {
        bring_on(call, connection, *known);
        contract = known->contract;
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
    json::apply_members(contract, known ? but_for_what_is_known(row.request, stays) : row.request, faults);
    Recorded recorded{known ? Result::Changed : Result::Added};
    recorded.stays = std::move(stays);
    if (known) keep_numbers(contract.suppliers, before.suppliers);
    if (known) keep_option_notices(contract.term, before.term);
    if (known) end_doubt(row.request, contract.term, before.term);
    if (known && !overwrite) recorded.kept = keep_changes(connection, known->id, before, contract);
    add_missing(contract, faults);
    // A list has the end as it stands now; what options and renewals added to the first term is in it already.
    if (known && faults_of(before.term).empty() && faults_of(contract.term).empty() &&
        domain::contract::counts_twice(before.term, contract.term))
        domain::contract::keep_first_term(before.term, contract.term);
    domain::contract::refuse_impossible(contract, known ? &before : nullptr, std::move(faults));
    if (known && is_same(contract, before))
        return {Result::Unchanged, std::move(recorded.kept), {}, std::move(recorded.stays)};
    contract.source_digest = digest;
    ++contract.revision;
    draw_up(contract, call.today(), call.rules(), call.book().circumstances(policy.get()));
    json::Value request;
    request.add("format", call.request().text_or("format"));
    request.add("line", row.line);
    draft.object = "contract:" + contract.id;
    draft.facts.contract = std::move(contract);
    call.establish(connection, std::move(draft), request, call.today());
    return recorded;
}

}  // namespace mvoi::operations::import
