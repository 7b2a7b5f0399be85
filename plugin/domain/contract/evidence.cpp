// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/evidence.hpp"

#include "domain/words.hpp"

#include <algorithm>
#include <set>

namespace mvoi::domain::contract {
namespace {

using Words = std::map<std::string, std::string>;

const char* const source = "method of libmvoi";
constexpr std::size_t sha256_digits = 64;

std::string lower(std::string text) {
    for (char& each : text)
        if (each >= 'A' && each <= 'F') each = static_cast<char>(each - 'A' + 'a');
    return text;
}

class Looking {
  public:
    Looking(const std::vector<Evidence>& evidence, Date today) : evidence_(evidence), today_(today) {}

    std::vector<EvidenceFinding> result() {
        for (std::size_t i = 0; i < evidence_.size(); ++i) one(i);
        std::map<std::string, std::vector<std::size_t>> same;
        for (std::size_t i = 0; i < evidence_.size(); ++i)
            if (is_sha256(evidence_[i].sha256)) same[lower(evidence_[i].sha256)].push_back(i);
        for (const auto& [sha256, which] : same) shared(which);
        return std::move(findings_);
    }

  private:
    void say(std::vector<std::size_t> which, const char* rule, Severity severity, const char* member, Words words) {
        const Evidence& first = evidence_[which.front()];
        words["kind"] = first.kind;
        words["issuer"] = first.issuer;
        words["where"] = first.where;
        findings_.push_back({std::move(which), {rule, severity, member, std::move(words), source}});
    }

    void one(std::size_t index) {
        const Evidence& each = evidence_[index];
        if (!is_sha256(each.sha256)) say({index}, "evidence-no-hash", Severity::Warning, "/sha256", {});
        verification(index);
        if (each.valid_to && *each.valid_to < today_)
            say({index}, "evidence-expired", Severity::Warning, "/validTo", {{"until", to_text(*each.valid_to)}});
        std::set<std::string> told;  // once for each contract, however many promises it is about
        for (const Serves& serves : each.serves)
            if (told.insert(serves.contract).second) validity(index, serves);
    }

    void verification(std::size_t index) {
        const Evidence& each = evidence_[index];
        if (!each.verified) return say({index}, "evidence-not-verified", Severity::Warning, "/verified", {});
        if (lower(each.verified->sha256) == lower(each.sha256)) return;
        say({index}, "evidence-changed", Severity::Warning, "/verified",
            {{"by", each.verified->by}, {"date", to_text(each.verified->on)}});
    }

    void validity(std::size_t index, const Serves& serves) {
        const Evidence& each = evidence_[index];
        if (each.valid_to && *each.valid_to < serves.contract_to)
            say({index}, "evidence-ends-early", Severity::Warning, "/validTo",
                {{"until", to_text(*each.valid_to)},
                 {"contract", serves.contract},
                 {"end", to_text(serves.contract_to)}});
        if (each.valid_from && *each.valid_from > serves.contract_from)
            say({index}, "evidence-begins-late", Severity::Information, "/validFrom",
                {{"from", to_text(*each.valid_from)},
                 {"contract", serves.contract},
                 {"start", to_text(serves.contract_from)}});
    }

    void shared(const std::vector<std::size_t>& which) {
        std::set<std::string> suppliers, contracts;
        for (const std::size_t index : which)
            for (const Serves& each : evidence_[index].serves) {
                suppliers.insert(each.supplier);
                contracts.insert(each.contract);
            }
        if (suppliers.size() > 1)
            say(which, "evidence-two-suppliers", Severity::Warning, "/serves",
                {{"suppliers", joined(suppliers)}, {"contracts", joined(contracts)}});
        else if (contracts.size() > 1)
            say(which, "evidence-several-contracts", Severity::Information, "/serves",
                {{"supplier", joined(suppliers)}, {"contracts", joined(contracts)}});
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
    return Looking(evidence, today).result();
}

}  // namespace mvoi::domain::contract
