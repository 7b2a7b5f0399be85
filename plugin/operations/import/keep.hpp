// SPDX-License-Identifier: EUPL-1.2
// Changes made in the register since a list was there stay when the list comes again: the journal tells who wrote
// each part last. A list takes over what it wrote itself, and fills in what nobody wrote.
#pragma once

#include <string>
#include <vector>

#include "operations/call.hpp"

namespace mvoi::operations::import {

// A part that the list has otherwise than the register, and that stays as the register has it.
struct KeptPart {
    std::string path;                  // of a request: "/people/contractmanager"
    std::string in_register, in_list;  // as an answer shows them; empty: nothing
};

// Puts back in `wanted` what was changed in `now` by anything but an import.
//   object_id  seq of the object's first entry
std::vector<KeptPart> keep_changes(store::Connection& connection, std::int64_t object_id, const domain::Contract& now,
                                   domain::Contract& wanted);
std::vector<KeptPart> keep_changes(store::Connection& connection, std::int64_t object_id, const domain::Tender& now,
                                   domain::Tender& wanted);

}  // namespace mvoi::operations::import
