// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/reviews.hpp"

namespace mvoi::store {
namespace {

constexpr int journal_column = 4, frozen_column = 8, agenda_column = 12;

PlacedReview review_from(Query& row) {
    const Place place{row.integer(0), row.integer(1)};
    const std::int64_t frozen = row.integer(2);
    return {place, frozen, row.integer(3) == 1, entry_from(row, place.entry, journal_column),
            entry_from(row, frozen, frozen_column)};
}

}  // namespace

std::optional<PlacedReview> review_by_uuid(Connection& connection, const std::string& uuid) {
    Query row(connection, "review_by_uuid");
    if (!row.with(uuid).step()) return std::nullopt;
    return review_from(row);
}

std::optional<PlacedReview> latest_review_of(Connection& connection, const std::string& tender) {
    Query row(connection, "review_of_tender");
    if (!row.with(tender).step()) return std::nullopt;
    return review_from(row);
}

std::vector<PlacedReview> reviews_of(Connection& connection, const std::string& tender) {
    std::vector<PlacedReview> reviews;
    Query row(connection, "reviews_of_tender");
    row.with(tender);
    while (row.step()) reviews.push_back(review_from(row));
    return reviews;
}

std::vector<ReviewLine> review_lines(Connection& connection, const ReviewFilter& filter) {
    std::vector<ReviewLine> lines;
    Query row(connection, "review_list");
    row.with(filter.organisation).with(filter.on_agenda ? std::optional(1) : std::nullopt).with(filter.state);
    row.with(filter.before).with(filter.limit);
    while (row.step()) {
        const Place tender{row.integer(agenda_column + 1), row.integer(agenda_column + 2)};
        lines.push_back({review_from(row),
                         row.integer(agenda_column) == 1,
                         {tender, entry_from(row, tender.entry, agenda_column + 3)}});
    }
    return lines;
}

}  // namespace mvoi::store
