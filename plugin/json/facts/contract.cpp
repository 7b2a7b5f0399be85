// SPDX-License-Identifier: EUPL-1.2
// Written and read side by side, so that the two cannot drift apart.
#include "json/facts/contract.hpp"

#include "domain/contract/term.hpp"
#include "json/facts/instrument.hpp"
#include "json/facts/promise.hpp"
#include "json/facts/reading.hpp"
#include "json/facts/social_return_terms.hpp"
#include "json/facts/tender.hpp"

namespace mvoi::json {
namespace {

using namespace domain;
using contract::Notice;
using contract::Option;

// ---- writing, members in the order of canonical JSON ----------------------------------------------------------------

void write_notice(Out& out, const Notice& notice) {
    out.object("notice", [&] {
        out.member("count", notice.count);
        out.member("unit", code_of(notice.unit));
    });
}

void write_option(Out& out, const Option& option) {
    out.object([&] {
        if (option.decided_on) out.member("decidedOn", to_text(*option.decided_on));
        out.member("decision", code_of(option.decision));
        out.member("months", option.months);
        if (option.notice) write_notice(out, *option.notice);
    });
}

void write_supplier(Out& out, const Supplier& supplier) {
    out.object([&] {
        out.redactable("name", supplier.name);
        out.member_if("number", supplier.number);
    });
}

// ---- reading --------------------------------------------------------------------------------------------------------

Notice notice_from(const Value& object) {
    return {static_cast<int>(object.integer_or("count", 0)),
            must(contract::notice_unit_from(object.text_or("unit")), "unit of notice")};
}

Option option_from(const Value& object) {
    Option option;
    option.months = static_cast<int>(object.integer_or("months", 0));
    if (const Value* notice = object.find("notice")) option.notice = notice_from(*notice);
    if (object.find("decision"))
        option.decision = must(contract::option_decision_from(object.text_or("decision")), "decision on an option");
    option.decided_on = date_if(object, "decidedOn");
    return option;
}

contract::Term term_from(const Value& object) {
    contract::Term term;
    term.start = date_of(object, "start");
    term.end = date_if(object, "end");
    term.months = small_number(object, "months");
    term.minimum_months = small_number(object, "minimumMonths");
    term.renewal = must(contract::renewal_from(object.text_or("renewal")), "renewal");
    term.renewal_months = small_number(object, "renewalMonths");
    term.max_renewals = small_number(object, "maxRenewals");
    term.agreed_renewals = small_number(object, "agreedRenewals").value_or(0);
    if (const Value* notice = object.find("notice")) term.notice = notice_from(*notice);
    for (const Value& each : object.list_or_empty("options")) term.options.push_back(option_from(each));
    term.notice_given = date_if(object, "noticeGiven");
    return term;
}

std::vector<Supplier> suppliers_from(const Value& object) {
    std::vector<Supplier> suppliers;
    for (const Value& each : object.list_or_empty("suppliers"))
        suppliers.push_back({each.text_or("name"), each.text_or("number")});
    return suppliers;
}

// ---- requests -------------------------------------------------------------------------------------------------------

// The member of a request, null as nothing; the place stays as it is when the request leaves it out.
template <typename T, typename Read>
void set(std::optional<T>& place, const Value& object, const char* name, Read read) {
    if (const Value* given = object.find(name)) {
        place.reset();
        if (!given->is_null()) place = read(*given);
    }
}

Date day(const Value& value) {
    return parse_date(*value.text()).value();
}
int whole(const Value& value) {
    return static_cast<int>(*value.integer());
}

void set_text(std::string& place, const Value& request, const char* name) {
    if (request.find(name)) place = request.text_or(name);
}

// Options by their number: what was decided on one stands, unless the request says otherwise.
void set_options(contract::Term& term, const Value& given) {
    std::vector<Option> options;
    for (const Value& each : given.list_or_empty("options")) {
        Option option = option_from(each);
        if (!each.find("decision") && options.size() < term.options.size()) {
            option.decision = term.options[options.size()].decision;
            option.decided_on = term.options[options.size()].decided_on;
        }
        options.push_back(option);
    }
    term.options = std::move(options);
}

void set_term(contract::Term& term, const Value& given) {
    if (given.find("start")) term.start = date_of(given, "start");
    const auto names = [&](const char* name) { return given.find(name) && !given.find(name)->is_null(); };
    if (names("end") && !given.find("months")) term.months.reset();
    if (names("months") && !given.find("end")) term.end.reset();
    set(term.end, given, "end", day);
    set(term.months, given, "months", whole);
    set(term.minimum_months, given, "minimumMonths", whole);
    if (given.find("renewal")) {
        term.renewal = contract::renewal_from(given.text_or("renewal")).value();
        if (term.renewal == contract::Renewal::None) term.renewal_months.reset(), term.max_renewals.reset();
    }
    set(term.renewal_months, given, "renewalMonths", whole);
    set(term.max_renewals, given, "maxRenewals", whole);
    if (given.find("agreedRenewals")) term.agreed_renewals = whole(*given.find("agreedRenewals"));
    set(term.notice, given, "notice", notice_from);
    if (given.find("options")) set_options(term, given);
}

}  // namespace

void write_term(Out& out, const contract::Term& term) {
    out.object("term", [&] {
        if (term.agreed_renewals) out.member("agreedRenewals", term.agreed_renewals);
        if (term.end) out.member("end", to_text(*term.end));
        out.member_if("maxRenewals", term.max_renewals);
        out.member_if("minimumMonths", term.minimum_months);
        out.member_if("months", term.months);
        if (term.notice) write_notice(out, *term.notice);
        if (term.notice_given) out.member("noticeGiven", to_text(*term.notice_given));
        out.list("options", term.options, [&](const Option& each) { write_option(out, each); });
        out.member("renewal", code_of(term.renewal));
        out.member_if("renewalMonths", term.renewal_months);
        out.member("start", to_text(term.start));
    });
}

void write_json(Out& out, const Contract& contract) {
    out.object([&] {
        out.member("asOf", to_text(contract.as_of));
        out.member("contract", contract.id);
        out.texts("cpv", contract.cpv);
        if (contract.ended)
            out.object("ended", [&] {
                out.member("on", to_text(contract.ended->on));
                out.redactable("reason", contract.ended->reason);
            });
        if (contract.evaluation) {
            out.name("evaluation");
            write_planned(out, *contract.evaluation);
        }
        out.member("followUp", contract.follow_up);
        if (!contract.instruments.empty())
            out.list("instruments", contract.instruments,
                     [&](const measure::InstrumentHeld& each) { write_json(out, each); });
        out.member("kind", contract.kind);
        if (contract.last_promise) out.member("lastPromise", contract.last_promise);
        out.texts("lots", contract.lots);
        out.list("milestones", contract.milestones, [&](const Milestone& each) { write_json(out, each); });
        if (!contract.offered.empty())
            out.list("offered", contract.offered, [&](const promise::Offered& each) { write_json(out, each); });
        out.member("organisation", contract.organisation);
        out.object("people", [&] {
            for (const auto& [role, name] : contract.people) out.redactable(role, name);
        });
        out.member_if("predecessor", contract.predecessor);
        out.member_if("productGroup", contract.product_group);
        if (!contract.promises.empty())
            out.list("promises", contract.promises, [&](const promise::Promise& each) { write_json(out, each); });
        out.member("reference", contract.reference);
        out.member("revision", contract.revision);
        out.member_if("sector", contract.sector);
        if (contract.signed_on) out.member("signedOn", to_text(*contract.signed_on));
        if (contract.social_return) {
            out.name("socialReturn");
            write_json(out, *contract.social_return);
        }
        out.member_if("source", contract.source);
        out.member_if("sourceDigest", contract.source_digest);
        out.list("suppliers", contract.suppliers, [&](const Supplier& each) { write_supplier(out, each); });
        out.member_if("tender", contract.tender);
        write_term(out, contract.term);
        out.redactable("title", contract.title);
        out.member_if("valueCents", contract.value_cents);
    });
}

Contract contract_from(const Value& facts) {
    Contract contract;
    contract.as_of = date_of(facts, "asOf");
    contract.id = facts.text_or("contract");
    contract.cpv = texts_of(facts, "cpv");
    if (const Value* ended = facts.find("ended"))
        contract.ended = Ended{date_of(*ended, "on"), ended->text_or("reason")};
    if (const Value* evaluation = facts.find("evaluation")) contract.evaluation = planned_from(*evaluation);
    contract.follow_up = facts.text_or("followUp");
    for (const Value& each : facts.list_or_empty("instruments"))
        contract.instruments.push_back(instrument_held_from(each));
    contract.kind = facts.text_or("kind");
    contract.last_promise = static_cast<int>(facts.integer_or("lastPromise", 0));
    contract.lots = texts_of(facts, "lots");
    for (const Value& each : facts.list_or_empty("milestones")) contract.milestones.push_back(milestone_from(each));
    for (const Value& each : facts.list_or_empty("offered")) contract.offered.push_back(offered_from(each));
    contract.organisation = facts.text_or("organisation");
    if (const Value* people = facts.find("people"))
        for (const Member& person : *people->object()) contract.people[person.name] = *person.value.text();
    contract.predecessor = facts.text_or("predecessor");
    contract.product_group = facts.text_or("productGroup");
    for (const Value& each : facts.list_or_empty("promises")) contract.promises.push_back(promise_from(each));
    contract.reference = facts.text_or("reference");
    contract.revision = static_cast<int>(facts.integer_or("revision", 0));
    contract.sector = facts.text_or("sector");
    contract.signed_on = date_if(facts, "signedOn");
    if (const Value* terms = facts.find("socialReturn")) contract.social_return = social_return_terms_from(*terms);
    contract.source = facts.text_or("source");
    contract.source_digest = facts.text_or("sourceDigest");
    contract.suppliers = suppliers_from(facts);
    contract.tender = facts.text_or("tender");
    contract.term = term_from(must(facts.find("term") ? std::optional(*facts.find("term")) : std::nullopt, "term"));
    contract.title = facts.text_or("title");
    contract.value_cents = big_number(facts, "valueCents");
    return contract;
}

void apply_members(Contract& contract, const Value& request, std::vector<Fault>& faults) {
    set_text(contract.title, request, "title");
    set_text(contract.kind, request, "kind");
    if (request.find("cpv")) contract.cpv = cpv_codes(request);
    set_text(contract.product_group, request, "productGroup");
    set_text(contract.sector, request, "sector");
    if (request.find("lots")) contract.lots = texts_of(request, "lots");
    if (request.find("suppliers")) contract.suppliers = suppliers_from(request);
    if (request.find("instruments")) contract.instruments = held_instruments(request, "instruments", faults);
    if (request.find("instruments") || request.find("suppliers"))
        for (Fault& fault : measure::faults_of(contract)) {
            fault.path.insert(0, "/instruments");
            faults.push_back(std::move(fault));
        }
    set(contract.value_cents, request, "valueCents", [](const Value& value) { return *value.integer(); });
    if (const Value* term = request.find("term")) set_term(contract.term, *term);
    if (const Value* people = request.find("people"))
        for (const Member& person : *people->object()) contract.people[person.name] = *person.value.text();
    set_text(contract.follow_up, request, "followUp");
    set_text(contract.predecessor, request, "predecessor");
    set(contract.signed_on, request, "signedOn", day);
    set(contract.evaluation, request, "evaluation",
        [&](const Value& value) { return planned_date(value, "/evaluation", faults); });
}

}  // namespace mvoi::json
