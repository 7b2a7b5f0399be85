// SPDX-License-Identifier: EUPL-1.2
// Reviews as the register has them now.
#pragma once

#include "domain/gates/rules.hpp"
#include "operations/call.hpp"
#include "store/tables/reviews.hpp"

namespace mvoi::operations {

// A review of a tender, as the register has it.
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

// The review that a request names by "review"; refused when there is none.
ReviewOf named_review(const Call& call, store::Connection& connection);

}  // namespace mvoi::operations
