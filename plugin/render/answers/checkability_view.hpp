// SPDX-License-Identifier: EUPL-1.2
// The time that checking takes, as an answer shows it: minutes exact, hours in sentences alone.
#pragma once

#include "domain/checkability/checkability.hpp"
#include "json/out.hpp"

namespace mvoi::render {

struct CheckabilityContext {
    const domain::Rules& rules;
    const domain::Policy* in_force;  // nullptr: none
    domain::Language language;
};

// Members of checkability.compute.answer, in an object that is open.
void write_checkability(json::Out& out, const domain::checkability::Checkability& found,
                        const std::vector<domain::Finding>& findings, const CheckabilityContext& context);

}  // namespace mvoi::render
