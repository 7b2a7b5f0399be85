// SPDX-License-Identifier: EUPL-1.2
// Social return ⇄ JSON: rules and tables, as policies and contracts hold them whole; what was put down as realised; and
// the members of requests.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"
#include "domain/social_return/social_return.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// ---- the journal's facts, in canonical JSON -------------------------------------------------------------------------

void write_json(Out& out, const domain::social_return::Rule& rule);
domain::social_return::Rule social_return_rule_from(const Value& object);

void write_json(Out& out, const domain::social_return::Table& table);
domain::social_return::Table social_return_table_from(const Value& object);

void write_json(Out& out, const domain::social_return::OwnRule& own);
domain::social_return::OwnRule own_social_return_from(const Value& object);

// The members alone, for what shows more beside them.
void write_members(Out& out, const domain::social_return::Terms& terms);
void write_json(Out& out, const domain::social_return::Terms& terms);
domain::social_return::Terms social_return_terms_from(const Value& object);

// References and reasons are redactable; that two placements are of one candidate survives without them.
void write_json(Out& out, const domain::social_return::Realised& realised);
domain::social_return::Realised realised_from(const Value& object);

// ---- requests -------------------------------------------------------------------------------------------------------

// What a request's own rule or table has that could not be read: numbers that are not exact, a limit that is none. They
// are read with the functions above, once there is nothing here.
std::vector<domain::Fault> unreadable_rule(const Value& given, const std::string& path);
std::vector<domain::Fault> unreadable_table(const Value& given, const std::string& path);

// Sets the amounts, shares and basis that a request gives: null forgets, what is left out stays.
void apply_amounts(domain::social_return::Terms& terms, const Value& given, const std::string& path,
                   std::vector<domain::Fault>& faults);

// As put down in a request; what is no exact number is added to faults.
domain::social_return::Placement asked_placement(const Value& given, const std::string& path,
                                                 std::vector<domain::Fault>& faults);
domain::social_return::Invoice asked_invoice(const Value& given);
domain::social_return::Done asked_activity(const Value& given, const std::string& path,
                                           std::vector<domain::Fault>& faults);

}  // namespace mvoi::json
