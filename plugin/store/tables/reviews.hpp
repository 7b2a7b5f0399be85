// SPDX-License-Identifier: EUPL-1.2
// Reviews by a tender board, as the tables have them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/tables/place.hpp"

namespace mvoi::store {

struct PlacedReview {
    Place place;
    std::int64_t frozen_entry = 0;  // seq of the entry with its dossier
    bool latest = true;             // of its tender
    Entry entry;
    Entry frozen;
};
std::optional<PlacedReview> review_by_uuid(Connection& connection, const std::string& uuid);
std::optional<PlacedReview> latest_review_of(Connection& connection, const std::string& tender);
// Oldest first.
std::vector<PlacedReview> reviews_of(Connection& connection, const std::string& tender);

struct ReviewLine : PlacedReview {
    bool on_agenda = false;
    Placed tender;  // as it is now
};
// Members that are not given are not looked at.
struct ReviewFilter {
    std::string organisation;
    bool on_agenda = false;            // those alone
    std::optional<std::string> state;  // open, akkoord, ...
    std::int64_t before = 0;           // ids below this one
    std::int64_t limit = 0;
};
// Newest first.
std::vector<ReviewLine> review_lines(Connection& connection, const ReviewFilter& filter);

}  // namespace mvoi::store
