// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/place.hpp"

namespace mvoi::store {

Placed placed_from(Query& row, int journal_column) {
    const Place place{row.integer(0), row.integer(1)};
    return {place, entry_from(row, place.entry, journal_column)};
}

}  // namespace mvoi::store
