// SPDX-License-Identifier: EUPL-1.2
// A row that was read, put down in the register.
#pragma once

#include <string>

#include "intake/row.hpp"
#include "operations/call.hpp"
#include "operations/import/report.hpp"

namespace mvoi::operations::import {

// A row that is one contract. The same row again changes nothing; one that changed at its source takes over what the
// row says, and leaves what was recorded here: options that were decided on, a notice that was given.
Result record_contract(const Call& call, store::Connection& connection, const intake::Row& row,
                       const std::string& digest);

}  // namespace mvoi::operations::import
