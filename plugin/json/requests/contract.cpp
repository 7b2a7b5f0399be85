// SPDX-License-Identifier: EUPL-1.2
#include "json/requests/contract.hpp"

#include "domain/contract/term.hpp"
#include "domain/measure/contract_instruments.hpp"
#include "json/facts/form.hpp"
#include "json/facts/reading.hpp"
#include "json/key.hpp"
#include "json/requests/instrument.hpp"
#include "json/requests/tender.hpp"

namespace mvoi::json {
namespace {

using domain::Contract;
using domain::Fault;

// Options go by their number: what was decided on one stands, unless the request says otherwise.
void keep_decisions(domain::contract::Term& term, const std::vector<domain::contract::Option>& before,
                    const List& given) {
    for (std::size_t i = 0; i < given.size() && i < before.size(); ++i) {
        if (given[i].find("decision")) continue;
        term.options[i].decision = before[i].decision;
        term.options[i].decided_on = before[i].decided_on;
    }
}

// A part that is given is known from now on, and one that is said to be unknown is forgotten.
void set_unknown(domain::contract::Term& term, const Value& given) {
    using domain::contract::TermPart;
    const auto names = [&](const char* name) { return given.find(name) && !given.find(name)->is_null(); };
    if (names("end") || names("months")) term.unknown.erase(TermPart::End);
    if (names("renewal")) term.unknown.erase(TermPart::Renewal);
    if (names("renewalMonths") || given.text_or("renewal") == code_of(domain::contract::Renewal::None))
        term.unknown.erase(TermPart::RenewalMonths);
    if (names("notice")) term.unknown.erase(TermPart::Notice);
    if (names("options")) term.unknown.erase(TermPart::Options);
    for (const Value& part : given.list_or_empty("unknown")) {
        if (*part.text() == code_of(TermPart::End) && !names("end") && !names("months"))
            term.end.reset(), term.months.reset();
        if (*part.text() == code_of(TermPart::RenewalMonths) && !names("renewalMonths")) term.renewal_months.reset();
        if (*part.text() == code_of(TermPart::Notice) && !names("notice")) term.notice.reset();
        if (*part.text() == code_of(TermPart::Options) && !names("options")) term.options.clear();
    }
}

domain::Supplier as_kept(domain::Supplier supplier) {
    supplier.name = key_of(supplier.name);
    supplier.number = key_of(supplier.number);
    return supplier;
}

void set_term(domain::contract::Term& term, const Value& given, std::vector<Fault>& faults) {
    const auto names = [&](const char* name) { return given.find(name) && !given.find(name)->is_null(); };
    set_unknown(term, given);
    if (names("end") && !given.find("months")) term.months.reset();
    if (names("months") && !given.find("end")) term.end.reset();
    if (given.text_or("renewal") == code_of(domain::contract::Renewal::None))
        term.renewal_months.reset(), term.max_renewals.reset();
    const auto before = term.options;
    set_members(term, given, "/term", faults);
    keep_decisions(term, before, given.list_or_empty("options"));
}

}  // namespace

void apply_members(Contract& contract, const Value& request, std::vector<Fault>& faults) {
    set_text(contract.title, request, "title");
    set_text(contract.kind, request, "kind");
    if (request.find("cpv")) contract.cpv = cpv_codes(request);
    set_text(contract.product_group, request, "productGroup");
    set_text(contract.sector, request, "sector");
    if (request.find("lots")) {
        contract.lots.clear();
        for (const std::string& number : texts_of(request, "lots")) contract.lots.push_back(key_of(number));
    }
    if (request.find("suppliers")) {
        contract.suppliers.clear();
        for (const Value& each : request.list_or_empty("suppliers"))
            contract.suppliers.push_back(as_kept(read_json<domain::Supplier>(each)));
    }
    if (request.find("instruments")) contract.instruments = contract_instruments(request, "instruments", faults);
    if (request.find("instruments") || request.find("suppliers"))
        for (Fault& fault : domain::measure::faults_of(contract)) {
            fault.path.insert(0, "/instruments");
            faults.push_back(std::move(fault));
        }
    set(contract.value_cents, request, "valueCents", number_in);
    if (const Value* term = request.find("term")) set_term(contract.term, *term, faults);
    if (const Value* people = request.find("people"))
        for (const Member& person : *people->object()) contract.people[person.name] = *person.value.text();
    set_text(contract.follow_up, request, "followUp");
    set_text(contract.predecessor, request, "predecessor");
    set(contract.signed_on, request, "signedOn", day_in);
    set(contract.evaluation, request, "evaluation",
        [&](const Value& value) { return planned_date(value, "/evaluation", faults); });
}

}  // namespace mvoi::json
