// SPDX-License-Identifier: EUPL-1.2
// Making all tables anew from the journal, and saying where the living ones differed.
#pragma once

#include "store/engine.hpp"

namespace mvoi::store {

struct Rebuilt {
    std::int64_t entries = 0;
    Connection::Differences differences;  // between the tables as they were and as the journal makes them
};

// Holds the write lock for as long as it takes. A dry run leaves the tables as they were.
Rebuilt rebuild(Engine& engine, int wait_ms, const StopFlag& stop, bool dry_run);

}  // namespace mvoi::store
