// SPDX-License-Identifier: EUPL-1.2
// Putting a dossier together.
#pragma once

#include "domain/review/dossier.hpp"
#include "operations/current/surroundings.hpp"

namespace mvoi::operations {

// Everything a board sees of the tender, on the day of the call.
//   kept    the tender as the register has it: what has lapsed today may still stand in it
//   around  what the register holds beside it
domain::Dossier dossier_of(const Call& call, store::Connection& connection, const Current& current,
                           const domain::Tender& kept, const Surroundings& around);

}  // namespace mvoi::operations
