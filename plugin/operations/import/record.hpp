// SPDX-License-Identifier: EUPL-1.2
// What a row that was read comes to in the register.
#pragma once

#include <string>

#include "operations/call.hpp"
#include "operations/import/rows.hpp"

namespace mvoi::operations::import {

enum class Result { Added, Changed, Unchanged };

// A row that is one contract. The same row again changes nothing; one that changed at its source takes over what the
// row says, and leaves what was recorded here: options that were decided on, a notice that was given.
Result record_contract(const Call& call, store::Connection& connection, const Row& row, const std::string& digest);

}  // namespace mvoi::operations::import
