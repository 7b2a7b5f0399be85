// SPDX-License-Identifier: EUPL-1.2
// The argument memory: what the same organisation decided before, on the same theme, in tenders much like this one.
// Reads a few rows, whatever the size of the register.
#pragma once

#include "domain/decision/precedents.hpp"
#include "domain/model.hpp"
#include "store/engine.hpp"

namespace mvoi::operations {

// Precedents for one decision of a tender, the tender itself not counted.
//   kept  the tender as the register has it now; nullptr: it has not
domain::Precedents precedents_for(store::Connection& connection, const domain::Tender& tender,
                                  const domain::Decision& decision, const domain::Tender* kept);

}  // namespace mvoi::operations
