// SPDX-License-Identifier: EUPL-1.2
// What a gate needs to know besides the tender, and how it says no.
#pragma once

#include "domain/gates/gate.hpp"
#include "operations/tender/tender.hpp"
#include "store/tables/reviews.hpp"

namespace mvoi::operations {

// The latest review of a tender, as the register has it.
struct ReviewOf {
    std::int64_t id = 0;            // seq of the entry that asked for it
    std::int64_t entry = 0;         // seq of the entry that holds it
    std::int64_t frozen_entry = 0;  // seq of the entry with its dossier
    bool latest = true;
    store::SealedTexts texts;
    domain::gates::Reviewed reviewed;
};
std::optional<ReviewOf> latest_review(store::Connection& connection, const std::string& tender);
ReviewOf review_from(store::PlacedReview placed);

// What the register holds beside a tender that its rules look at: its latest review, and its contracts as they are on
// the day of the call. The call and the tender must outlive it.
class Surroundings {
  public:
    Surroundings(const Call& call, store::Connection& connection, const Current& current);

    const ReviewOf* review() const { return review_ ? &*review_ : nullptr; }  // nullptr: there was none
    const std::vector<domain::Contract>& contracts() const { return contracts_; }
    domain::gates::Facts facts() const;

  private:
    const Call& call_;
    const Current& current_;
    std::optional<ReviewOf> review_;
    std::vector<domain::Contract> contracts_;
    std::vector<std::string> promised_;      // criteria that the contracts hold a promise about
    std::vector<domain::Finding> weakened_;  // what they hold less of than was offered
};

// The gate of a tender on the day of the call.
domain::gates::Gate gate_of(const Call& call, store::Connection& connection, const Current& current, domain::Phase to);

// The no of a gate, with a sentence for each finding that stops the tender.
[[noreturn]] void refuse_blocked(const Call& call, const domain::gates::Gate& gate, const domain::Policy* policy);

}  // namespace mvoi::operations
