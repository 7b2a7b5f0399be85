// SPDX-License-Identifier: EUPL-1.2
// The register as it was.
#pragma once

#include <memory>

#include "store/engine.hpp"
#include "store/journal.hpp"

namespace mvoi::store {

// The register as it was right after one of the entries of a contract: a register in memory, folded from the entries up
// to that one of the contract, of the tender it comes from, of the policies of its organisation, and of the contracts
// that have a document in common with it. A text that was blacked out since stays so.
std::unique_ptr<Connection> register_after(Connection& connection, const Entry& entry, const StopFlag& stop);

}  // namespace mvoi::store
