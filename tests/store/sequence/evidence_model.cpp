// SPDX-License-Identifier: EUPL-1.2
#include "evidence_model.hpp"

#include <algorithm>

namespace mvoi::sequence {

namespace {

using domain::Date;

constexpr int called_off_shown_days = 30;

const Promise* promise_of(const Contract& contract, int number) {
    for (const Promise& each : contract.promises)
        if (each.number == number) return &each;
    return nullptr;
}

bool proves(const Document& document, int promise) {
    return std::count(document.promises.begin(), document.promises.end(), promise) > 0;
}

bool stands_under(const std::string& sha256, const Contract& contract) {
    for (const Document& each : contract.documents)
        if (!each.withdrawn && each.sha256 == sha256) return true;
    return false;
}

}  // namespace

bool is_possible(const Document& document, const Contract& contract) {
    const std::set<int> once(document.promises.begin(), document.promises.end());
    if (once.empty() || once.size() != document.promises.size()) return false;
    for (const int each : once)
        if (!promise_of(contract, each)) return false;
    if (document.sha256.size() != 64 || document.sha256.find('z') != std::string::npos) return false;
    if (document.kind == "praatje") return false;
    return !document.from || !document.to || *document.from <= *document.to;
}

std::set<std::string> said_of(const Document& document, const Contract& contract,
                              const std::vector<Contract>& contracts, Date today) {
    if (document.withdrawn) return {};
    std::set<std::string> said;
    if (document.seen.empty()) said.insert("evidence-not-verified");
    if (!document.seen.empty() && document.seen != document.sha256) said.insert("evidence-changed");
    if (document.to && *document.to < today) said.insert("evidence-expired");
    const auto end = standing_of(contract, today).end;
    if (document.to && end && *document.to < *end) said.insert("evidence-ends-early");
    if (document.from && *document.from > contract.start) said.insert("evidence-begins-late");
    std::set<std::string> suppliers;
    int under = 1;
    if (!contract.supplier.empty()) suppliers.insert(contract.supplier);
    for (const Contract& other : contracts) {
        if (other.uuid == contract.uuid || other.organisation != contract.organisation) continue;
        if (!stands_under(document.sha256, other)) continue;
        ++under;
        if (!other.supplier.empty()) suppliers.insert(other.supplier);
    }
    if (suppliers.size() > 1)
        said.insert("evidence-two-suppliers");
    else if (under > 1)
        said.insert("evidence-several-contracts");
    return said;
}

bool lacks_proof(const Promise& promise, const Contract& contract, Date today) {
    if (promise.proof.empty() || today < first_shown(promise).first) return false;
    for (const Document& each : contract.documents) {
        const bool valid = (!each.from || *each.from <= today) && (!each.to || *each.to >= today);
        if (!each.withdrawn && valid && each.kind == promise.proof && proves(each, promise.number)) return false;
    }
    return true;
}

bool is_on_calendar(const Document& document, const Contract& contract, Date today) {
    if (!document.to) return false;
    const auto end = standing_of(contract, today).end;
    if (end && *document.to >= *end) return false;
    return !document.withdrawn || (today - document.changed_on).days() <= called_off_shown_days;
}

bool is_to_be_renewed(const Document& document, const Contract& contract, Date today) {
    if (document.withdrawn || !document.to) return false;
    const auto end = standing_of(contract, today).end;
    bool over = true, renewed = true;
    for (const int number : document.promises) {
        const Promise* promise = promise_of(contract, number);
        over = over && promise && promise->to <= *document.to;
        bool longer = false;
        for (const Document& other : contract.documents)
            longer = longer || (!other.withdrawn && other.number != document.number && other.kind == document.kind &&
                                proves(other, number) && (!other.to || *other.to > *document.to));
        renewed = renewed && longer;
    }
    return !over && !(end && *end <= *document.to) && !renewed;
}

bool is_to_be_asked(const Promise& promise, const Contract& contract, Date today) {
    if (promise.proof.empty()) return false;
    const auto end = standing_of(contract, today).end;
    if (end && *end < first_shown(promise).second) return false;
    for (const Document& each : contract.documents)
        if (!each.withdrawn && each.kind == promise.proof && proves(each, promise.number)) return false;
    return true;
}

}  // namespace mvoi::sequence
