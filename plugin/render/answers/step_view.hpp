// SPDX-License-Identifier: EUPL-1.2
// The steps of a sum as answers show them: as sentences, each with its date and its law.
#pragma once

#include <string>
#include <vector>

#include "domain/calendar/statutory.hpp"
#include "domain/rules.hpp"
#include "json/out.hpp"

namespace mvoi::render {

// One step as a sentence.
std::string step_shown(const domain::calendar::Step& step, const domain::Rules& rules, domain::Language language);
// Writes the member "steps".
void write_steps(json::Out& out, const std::vector<domain::calendar::Step>& steps, const domain::Rules& rules,
                 domain::Language language);

}  // namespace mvoi::render
