// SPDX-License-Identifier: EUPL-1.2
// Policies ⇄ JSON: the form of the journal's facts, and of a request.
#pragma once

#include "domain/model.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

void write_json(Out& out, const domain::Policy& policy);
domain::Policy policy_from(const Value& value);

// Parts of a policy that a review or a dossier keeps too.
void write_json(Out& out, const domain::OwnTheme& own);
domain::OwnTheme own_theme_from(const Value& value);
void write_json(Out& out, const domain::DriftRule& rule);
domain::DriftRule drift_rule_from(const Value& value);

}  // namespace mvoi::json
