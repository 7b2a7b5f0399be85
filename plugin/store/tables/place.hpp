// SPDX-License-Identifier: EUPL-1.2
// The place of an object in the journal, and the object itself as its newest entry holds it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "store/journal.hpp"

namespace mvoi::store {

struct Place {
    std::int64_t id = 0;     // seq of its first entry, which numbers it
    std::int64_t entry = 0;  // seq of the entry that holds it now
};

// An object with the entry that holds it.
struct Placed {
    Place place;
    Entry entry;
};

// Gets one row after the other, until it answers false.
template <typename Row>
using Visitor = std::function<bool(Row&&)>;

// Of a row that begins with id and entry of an object and ends, from this column on, with object, entry, texts and hash
// of the journal.
Placed placed_from(Query& row, int journal_column);

}  // namespace mvoi::store
