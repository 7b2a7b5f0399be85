// SPDX-License-Identifier: EUPL-1.2
// Reviews, dossiers and what was said at a gate ⇄ JSON: the form of the journal's facts. Canonical JSON; free texts and
// names are redactable. Read back it is the same.
#pragma once

#include "domain/gates/gate.hpp"
#include "domain/review/dossier.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

void write_json(Out& out, const domain::Review& review);
domain::Review review_from(const Value& value);

void write_json(Out& out, const domain::Drift& drift);
domain::Drift drift_from(const Value& value);

void write_json(Out& out, const domain::Finding& finding);
domain::Finding finding_from(const Value& value);

void write_json(Out& out, const domain::gates::Gate& gate);
domain::gates::Gate gate_from(const Value& value);

void write_json(Out& out, const domain::Precedents& precedents);
domain::Precedents precedents_from(const Value& value);

void write_json(Out& out, const domain::Strength& strength);
domain::Strength strength_from(const Value& value);

void write_json(Out& out, const domain::Dossier& dossier);
domain::Dossier dossier_from(const Value& value);

}  // namespace mvoi::json
