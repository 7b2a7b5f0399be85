// SPDX-License-Identifier: EUPL-1.2
// A register held against itself: the journal, the tables that follow from it, and the layout of the file.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "store/engine.hpp"
#include "store/journal.hpp"

namespace mvoi::store {

struct Contradiction {
    std::string rule;      // a sentence in schema/messages/
    std::int64_t seq = 0;  // the entry that it is about
    std::map<std::string, std::string> words;
};

// Cheap, for when a register is opened: triggers, tables and indices are those that the library makes, and the tables
// hold the last entry of the journal. Tables that another library made are not looked at.
std::optional<Contradiction> contradiction(Connection& connection);
// Throws Storage with the sentence.
void refuse_contradiction(Connection& connection);

// The tables that are not what the journal says, and how many of their rows; they are made anew beside it. Takes as
// long as that.
Connection::Differences tables_changed_by_hand(Connection& connection, const StopFlag& stop);

// Everything: the journal first, then the rest.
struct Soundness {
    JournalCheck journal;
    std::optional<Contradiction> contradiction;
    Connection::Differences differences;
    bool intact() const { return journal.intact && !contradiction && differences.empty(); }
};
Soundness soundness(Connection& connection, const StopFlag& stop, const std::optional<Head>& known);

}  // namespace mvoi::store
