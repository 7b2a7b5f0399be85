// SPDX-License-Identifier: EUPL-1.2
// The fold: from what the journal established to the tables that answer questions. The same code serves the living
// register and its rebuilding, so that the two cannot differ.
#pragma once

#include "store/engine.hpp"
#include "store/journal.hpp"
#include "store/tables/observations.hpp"

namespace mvoi::store {

// Raised when schema/sqlite/fold.sql or the fold itself changes; an older file is then rebuilt when it is opened.
constexpr int fold_version = 9;

// Objects that the writer of an entry has at hand, so that they need not be read again; nullptr: they are read.
struct AtHand {
    const domain::Tender* before = nullptr;      // the tender as it was, when the entry changes one
    const domain::Contract* contract = nullptr;  // the contract that observations are about, as it is
    const Observations* observed = nullptr;      // all that was observed under it, with what the entry puts down
};

// Brings the tables up to date with an entry that was just appended.
void fold(Connection& connection, const Entry& entry, const AtHand& at_hand);

// Folds the whole journal into empty tables; gives the number of entries.
std::int64_t fold_all(Connection& connection, const StopFlag& stop);

}  // namespace mvoi::store
