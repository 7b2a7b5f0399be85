// SPDX-License-Identifier: EUPL-1.2
// The members of a request, set on a document by its fingerprint.
#pragma once

#include "domain/promise/evidence.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// Changes the members of a document that a request (checked against its schema) gives; what it leaves out stays, null
// takes away. A verification without a name is of `actor`, without a day of `today`, and without a fingerprint of the
// document as it then is.
void apply_members(domain::promise::Document& document, const Value& given, const std::string& actor,
                   domain::Date today);

}  // namespace mvoi::json
