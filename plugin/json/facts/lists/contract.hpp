// SPDX-License-Identifier: EUPL-1.2
// The members of a contract.
#pragma once

#include "domain/calendar/statutory.hpp"
#include "json/facts/lists/common.hpp"
#include "json/facts/lists/promise.hpp"
#include "json/facts/lists/social_return.hpp"

namespace mvoi::json {

void fields(auto& f, As<domain::contract::Notice> auto& notice) {
    f.member("count", notice.count);
    f.member("unit", notice.unit);
}

void fields(auto& f, As<domain::contract::Option> auto& option) {
    f.member_if("decidedOn", option.decided_on);
    f.member("decision", option.decision);
    f.member("months", option.months);
    f.member_if("notice", option.notice);
}

void fields(auto& f, As<domain::contract::Term> auto& term) {
    f.member_if("agreedRenewals", term.agreed_renewals);
    f.member_if("end", term.end);
    f.member_if("maxRenewals", term.max_renewals);
    f.member_if("minimumMonths", term.minimum_months);
    f.member_if("months", term.months);
    f.member_if("notice", term.notice);
    f.member_if("noticeGiven", term.notice_given);
    f.member("options", term.options);
    f.member_if("renewal", term.renewal);
    f.member_if("renewalMonths", term.renewal_months);
    f.member("start", term.start);
    f.member_if("unknown", term.unknown);
    if constexpr (std::remove_reference_t<decltype(f)>::reads) term.settle_renewal();
}

void fields(auto& f, As<domain::calendar::Step> auto& step) {
    f.member("date", step.date);
    f.member_if("law", step.law);
    f.member("rule", step.rule);
    f.words("words", step.words, [](std::string_view) { return false; });
}

void fields(auto& f, As<domain::Supplier> auto& supplier) {
    f.redactable("name", supplier.name);
    f.member_if("number", supplier.number);
}

void fields(auto& f, As<domain::Ended> auto& ended) {
    f.member("on", ended.on);
    f.redactable("reason", ended.reason);
}

void fields(auto& f, As<domain::Contract> auto& contract) {
    f.member("asOf", contract.as_of);
    f.member("contract", contract.id);
    f.member("cpv", contract.cpv);
    f.member_if("ended", contract.ended);
    f.member_if("evaluation", contract.evaluation);
    f.member("followUp", contract.follow_up);
    f.member_if("instruments", contract.instruments);
    f.member("kind", contract.kind);
    f.member_if("lastPromise", contract.last_promise);
    f.member("lots", contract.lots);
    f.member("milestones", contract.milestones);
    f.member_if("offered", contract.offered);
    f.member("organisation", contract.organisation);
    f.redactable("people", contract.people);
    f.member_if("predecessor", contract.predecessor);
    f.member_if("productGroup", contract.product_group);
    f.member_if("promises", contract.promises);
    f.member("reference", contract.reference);
    f.member("revision", contract.revision);
    f.member_if("rules", contract.rules);
    f.member_if("sector", contract.sector);
    f.member_if("signedOn", contract.signed_on);
    f.member_if("socialReturn", contract.social_return);
    f.member_if("source", contract.source);
    f.member_if("sourceDigest", contract.source_digest);
    f.member("suppliers", contract.suppliers);
    f.member_if("tender", contract.tender);
    f.member("term", contract.term);
    f.redactable("title", contract.title);
    f.member_if("valueCents", contract.value_cents);
}

}  // namespace mvoi::json
