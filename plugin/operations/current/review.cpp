// SPDX-License-Identifier: EUPL-1.2
#include "operations/current/review.hpp"

namespace mvoi::operations {

ReviewOf review_from(store::PlacedReview placed) {
    if (!placed.entry.facts.review || !placed.frozen.facts.dossier)
        throw store::StoreError(store::Trouble::Damaged,
                                "the entry of a review does not hold it: " + std::to_string(placed.entry.seq));
    ReviewOf found{placed.place.id, placed.place.entry, placed.frozen_entry, placed.latest, {}, {}};
    found.texts = std::move(placed.entry.texts);
    found.reviewed = {std::move(*placed.entry.facts.review), std::move(placed.frozen.facts.dossier->tender)};
    // The entry that froze it could not name itself.
    found.reviewed.review.frozen_entry = placed.frozen_entry;
    found.reviewed.review.frozen_hash = placed.frozen.hash;
    return found;
}

std::optional<ReviewOf> latest_review(store::Connection& connection, const std::string& tender) {
    auto placed = store::latest_review_of(connection, tender);
    return placed ? std::optional(review_from(std::move(*placed))) : std::nullopt;
}

ReviewOf named_review(const Call& call, store::Connection& connection) {
    const std::string uuid = call.request().text_or("review");
    auto placed = store::review_by_uuid(connection, uuid);
    if (!placed) refuse(domain::No::NotFound, "/review", "review.not-found", {{"value", uuid}});
    return review_from(std::move(*placed));
}

}  // namespace mvoi::operations
