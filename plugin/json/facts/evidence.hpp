// SPDX-License-Identifier: EUPL-1.2
// Documents by their fingerprint ⇄ JSON: the form of the journal's facts, and the members of a request.
#pragma once

#include "domain/promise/evidence.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// In canonical JSON; who issued it, where it is, who looked at it and why it was withdrawn are redactable.
void write_json(Out& out, const domain::promise::Evidenced& evidenced);
domain::promise::Evidenced evidenced_from(const Value& object);

// The members of a document inside an object that is already open, as answers show it.
void write_members(Out& out, const domain::promise::Document& document);

// Changes the members of a document that a request (checked against its schema) gives; what it leaves out stays, null
// takes away. A verification without a name is of `actor`, without a day of `today`, and without a fingerprint of the
// document as it then is.
void apply_members(domain::promise::Document& document, const Value& given, const std::string& actor,
                   domain::Date today);

}  // namespace mvoi::json
