// SPDX-License-Identifier: EUPL-1.2
// Makes a collection equal to the calendar. The register wins for the items of the calendar, whose UIDs end in "@mvoi":
// what somebody else changed in them is set back, and counted. No other item is ever changed or removed.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "collection.hpp"
#include "content.hpp"
#include "state.hpp"

namespace mvoi::caldav {

struct PushOptions {
    bool create = false;       // make the collection when it is not there
    bool dry_run = false;      // only say what would be done
    bool allow_empty = false;  // an empty calendar may empty the collection
};

// The change that was made to an item; the others were left untouched.
enum class Outcome { Created, Changed, SetBack, Removed, Refused };

struct RefusedItem {
    std::string uid;
    Message reason;
};

struct Report {
    std::map<std::string, Outcome> outcomes;  // by UID
    std::vector<RefusedItem> refused;
    std::size_t untouched = 0;  // equal already
    std::size_t foreign = 0;    // of others
    bool made = false;          // the collection itself

    std::size_t count(Outcome outcome) const;
};

// Throws Refusal and Fault; what was done until then is in the state.
Report push(Collection& collection, const Calendar& calendar, StateFile& file, const PushOptions& options);

}  // namespace mvoi::caldav
