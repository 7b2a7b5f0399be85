// SPDX-License-Identifier: EUPL-1.2
#include "domain/promise/evidence.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/promise/due.hpp"
#include "domain/words.hpp"

namespace mvoi::domain::promise {
namespace {

using Words = std::map<std::string, std::string>;

const char* const source = "method of libmvoi";
constexpr std::size_t sha256_digits = 64;

std::string lower(std::string text) {
    for (char& each : text)
        if (each >= 'A' && each <= 'F') each = static_cast<char>(each - 'A' + 'a');
    return text;
}

class EvidenceFindings {
  public:
    EvidenceFindings(const std::vector<Evidence>& evidence, Date today) : evidence_(evidence), today_(today) {}

    std::vector<EvidenceFinding> result() {
        for (std::size_t i = 0; i < evidence_.size(); ++i)
            if (counts(i)) one(i);
        std::map<std::string, std::vector<std::size_t>> same;
        for (std::size_t i = 0; i < evidence_.size(); ++i)
            if (counts(i) && is_sha256(evidence_[i].document.sha256))
                same[lower(evidence_[i].document.sha256)].push_back(i);
        for (const auto& [sha256, which] : same) shared(which);
        return std::move(findings_);
    }

  private:
    bool counts(std::size_t index) const { return !evidence_[index].document.withdrawn; }

    void say(std::vector<std::size_t> which, const char* rule, Severity severity, const char* member, Words words) {
        const Document& first = evidence_[which.front()].document;
        words["kind"] = first.kind;
        words["issuer"] = first.issuer.empty() ? "-" : first.issuer;
        words["where"] = first.where;
        findings_.push_back({std::move(which), {rule, severity, member, std::move(words), source}});
    }

    void one(std::size_t index) {
        const Document& each = evidence_[index].document;
        if (!is_sha256(each.sha256)) say({index}, "evidence-no-hash", Severity::Warning, "/sha256", {});
        verification(index);
        if (each.valid_to && *each.valid_to < today_)
            say({index}, "evidence-expired", Severity::Warning, "/validTo", {{"until", to_text(*each.valid_to)}});
        std::set<std::string> told;  // once for each contract, however many promises it is about
        for (const Serves& serves : evidence_[index].serves)
            if (told.insert(serves.contract).second) validity(index, serves);
    }

    void verification(std::size_t index) {
        const Document& each = evidence_[index].document;
        if (!each.verified) return say({index}, "evidence-not-verified", Severity::Warning, "/verified", {});
        if (lower(each.verified->sha256) == lower(each.sha256)) return;
        say({index}, "evidence-changed", Severity::Warning, "/verified",
            {{"by", each.verified->by}, {"date", to_text(each.verified->on)}});
    }

    void validity(std::size_t index, const Serves& serves) {
        const Document& each = evidence_[index].document;
        if (each.valid_to && serves.to && *each.valid_to < *serves.to)
            say({index}, "evidence-ends-early", Severity::Warning, "/validTo",
                {{"until", to_text(*each.valid_to)}, {"contract", serves.contract}, {"end", to_text(*serves.to)}});
        if (each.valid_from && *each.valid_from > serves.from)
            say({index}, "evidence-begins-late", Severity::Information, "/validFrom",
                {{"from", to_text(*each.valid_from)}, {"contract", serves.contract}, {"start", to_text(serves.from)}});
    }

    void shared(const std::vector<std::size_t>& which) {
        std::vector<const Serves*> all;
        std::set<std::string> suppliers, contracts;
        for (const std::size_t index : which)
            for (const Serves& each : evidence_[index].serves) {
                all.push_back(&each);
                suppliers.insert(each.suppliers.begin(), each.suppliers.end());
                contracts.insert(each.contract);
            }
        if (are_strangers(all))
            say(which, "evidence-two-suppliers", Severity::Warning, "/serves",
                {{"suppliers", joined(suppliers)}, {"contracts", joined(contracts)}});
        else if (contracts.size() > 1)
            say(which, "evidence-several-contracts", Severity::Information, "/serves",
                {{"supplier", joined_or_dash(suppliers)}, {"contracts", joined(contracts)}});
    }

    // True when two of these contracts name their suppliers, and have none in common.
    static bool are_strangers(const std::vector<const Serves*>& all) {
        const auto apart = [](const Serves& one, const Serves& two) {
            return !one.suppliers.empty() && !two.suppliers.empty() &&
                   std::none_of(one.suppliers.begin(), one.suppliers.end(),
                                [&](const std::string& each) { return two.suppliers.contains(each); });
        };
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = i + 1; j < all.size(); ++j)
                if (apart(*all[i], *all[j])) return true;
        return false;
    }

    const std::vector<Evidence>& evidence_;
    Date today_;
    std::vector<EvidenceFinding> findings_;
};

}  // namespace

bool is_sha256(std::string_view text) {
    const auto is_digit = [](char each) {
        return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'f') || (each >= 'A' && each <= 'F');
    };
    return text.size() == sha256_digits && std::all_of(text.begin(), text.end(), is_digit);
}

std::vector<EvidenceFinding> findings_of(const std::vector<Evidence>& evidence, Date today) {
    return EvidenceFindings(evidence, today).result();
}

std::optional<Finding> missing_proof(const Promise& promise, const std::vector<Document>& documents, Date today) {
    if (promise.proof_kind.empty() || today < first_check(promise)) return std::nullopt;
    for (const Document& each : documents)
        if (!each.withdrawn && each.kind == promise.proof_kind && (!each.valid_from || *each.valid_from <= today) &&
            (!each.valid_to || today <= *each.valid_to))
            return std::nullopt;
    return Finding{"evidence-missing",
                   Severity::Warning,
                   "/documents",
                   {{"promise", std::to_string(promise.number)},
                    {"kind", promise.proof_kind},
                    {"since", to_text(first_check(promise))}},
                   source};
}

}  // namespace mvoi::domain::promise
