// SPDX-License-Identifier: EUPL-1.2
// Rows of one number in one list. Contracts that several suppliers have are often a row for each: those are one. Rows
// that contradict each other are not: the first is taken, and each later one is refused with what differs, so that the
// same list again finds what it left.
#pragma once

#include <memory>

#include "intake/row.hpp"

namespace mvoi::intake {

// The source must be of lists: a later notice is about the same tender as an earlier one.
//   joins  rows that differ in their suppliers alone are one (contracts); otherwise they are refused too
std::unique_ptr<RowSource> one_row_each(std::unique_ptr<RowSource> rows, bool joins);

}  // namespace mvoi::intake
