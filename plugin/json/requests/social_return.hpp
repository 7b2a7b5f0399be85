// SPDX-License-Identifier: EUPL-1.2
// Social return, as requests lay it down.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"
#include "domain/social_return/social_return.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// Of the own rule or table of a request, all that could not be read: numbers that are not exact, a limit that is none.
// They are read as the journal has them, once there is nothing here.
std::vector<domain::Fault> unreadable_rule(const Value& given, const std::string& path);
std::vector<domain::Fault> unreadable_table(const Value& given, const std::string& path);

// Sets the amounts, shares and basis that a request gives: null forgets, what is left out stays.
void apply_amounts(domain::social_return::Terms& terms, const Value& given, const std::string& path,
                   std::vector<domain::Fault>& faults);

// As put down in a request; what is no exact number is added to faults.
domain::social_return::Placement asked_placement(const Value& given, const std::string& path,
                                                 std::vector<domain::Fault>& faults);

}  // namespace mvoi::json
