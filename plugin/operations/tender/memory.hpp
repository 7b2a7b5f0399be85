// SPDX-License-Identifier: EUPL-1.2
// The argument memory: what the same organisation decided before, on the same theme, in tenders much like this one.
// Reads a few rows, whatever the size of the register.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "domain/decision/precedents.hpp"
#include "domain/model.hpp"
#include "store/engine.hpp"

namespace mvoi::operations {

// The part of an organisation's precedents that one tender and the verdicts on it add.
struct OwnPart {
    std::vector<domain::Precedent> precedents;
    std::multiset<std::int64_t> texts;  // hashes
};
//   kept  the tender as the register has it now
OwnPart own_part(store::Connection& connection, const domain::Tender& kept);

// Precedents for one decision of a tender, the tender itself not counted.
domain::Precedents precedents_for(store::Connection& connection, const domain::Tender& tender,
                                  const domain::Decision& decision, const OwnPart& own);

}  // namespace mvoi::operations
