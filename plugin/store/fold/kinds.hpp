// SPDX-License-Identifier: EUPL-1.2
// The kinds of facts from which tables follow, or which say what an entry is about.
// All kinds of facts stand in json/facts/lists/facts.hpp.
#pragma once

#include <span>

#include "store/fold/fold.hpp"

namespace mvoi::store {

// The turn of an entry among those about the same object.
enum class Turn {
    First,       // it is the only one
    ByRevision,  // the first is that of revision 1
    Later        // it is about something that was there
};

struct Kind {
    const char* name;  // member of the facts
    Turn turn;
    bool (*is_in)(const json::Facts& facts);
    void (*fold)(Connection& connection, const Entry& entry, const AtHand& at_hand);  // nullptr: no table follows
};

// In the order in which they are folded.
std::span<const Kind> kinds();

}  // namespace mvoi::store
