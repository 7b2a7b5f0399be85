// SPDX-License-Identifier: EUPL-1.2
// Putting a dossier together.
#pragma once

#include "domain/review/dossier.hpp"
#include "operations/tender/gate.hpp"

namespace mvoi::operations {

// Everything a board sees of the tender, on the day of the call.
//   kept    the tender as the register has it: what has lapsed today may still stand in it
//   latest  its latest review; nullptr: there was none
domain::Dossier dossier_of(const Call& call, store::Connection& connection, const Current& current,
                           const domain::Tender& kept, const ReviewOf* latest);

}  // namespace mvoi::operations
