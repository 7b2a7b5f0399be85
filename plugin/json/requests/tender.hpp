// SPDX-License-Identifier: EUPL-1.2
// The members of a request, set on a tender.
#pragma once

#include <vector>

#include "domain/decision/decide.hpp"
#include "domain/model.hpp"
#include "domain/rules.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// Sets on a tender what a request (checked against its schema) names: title, kind, cpv, ..., planning. Members the
// request leaves out stay; null, where the schema allows it, forgets. What only the domain can see to be wrong (a band
// upside down, a kind of date that contradicts its precision) is added to faults.
void apply_members(domain::Tender& tender, const Value& request, const domain::Rules& rules,
                   std::vector<domain::Fault>& faults);

// CPV codes are kept without their check digit.
std::vector<std::string> cpv_codes(const Value& object);
// A date as the request gives it: a text, or an object that may make it less precise.
domain::PlannedDate planned_date(const Value& given, const std::string& path, std::vector<domain::Fault>& faults);

// The elements of a request's "themes".
std::vector<domain::DecisionRequest> decision_requests(const Value& request);

}  // namespace mvoi::json
