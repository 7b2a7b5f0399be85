// SPDX-License-Identifier: EUPL-1.2
// The facts of a gate besides the tender, and its refusal.
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

// The gate of a tender on the day of the call. Reads the tender's latest review and its contracts, and nothing
// else.
domain::gates::Gate gate_of(const Call& call, store::Connection& connection, const Current& current, domain::Phase to);

// The no of a gate, with a sentence for each finding that stops the tender.
[[noreturn]] void refuse_blocked(const Call& call, const domain::gates::Gate& gate, const domain::Policy* policy);

}  // namespace mvoi::operations
