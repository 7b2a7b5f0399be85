// SPDX-License-Identifier: EUPL-1.2
// Checks a request against its JSON Schema and says everything that is wrong with it at once.
//
// A JSON-Schema library is no alternative: valijson, which Debian has with an adapter for Poco, gives English texts
// instead of keyword, path and value, so there is nothing to say a Dutch sentence from; and it aborts the process when
// "format" meets a value that is no text. A test compares the verdicts of the two.
//
// The subset of draft 2020-12 that is understood: type, properties, required, additionalProperties, items, enum,
// minimum, maximum, minLength, maxLength (in characters), minItems, maxItems, uniqueItems, pattern (with examples,
// which are what people are told instead of it), format (date, planned-date, uuid), $ref into this file's or
// common.json's $defs, and anyOf of a schema and null. A keyword beyond that stops the library's own tests. Two
// keywords are ours: "vocabulary" (the codes of schema/rules/<name>.json) and "redactable" (a text that the journal
// seals).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/model.hpp"
#include "json/value.hpp"

namespace mvoi::json {

class Schema;  // compiled, immutable, shared by all threads

// The schema of schema/operations/<name>.json, such as "tender.start.request"; compiled at first use.
const Schema& schema(std::string_view name);

// Every fault of this value, by path; marks the texts that the schema calls redactable. Empty: it is to schema.
//   put_as_text  "true", "false" and digits as text become what they write, where a boolean or an integer is asked
std::vector<domain::Fault> check(const Schema& schema, Value& value, bool put_as_text = false);

// The schema as JSON, complete in itself: vocabularies are given as enum, references lead to its own $defs.
Value bundled_schema(std::string_view name);

}  // namespace mvoi::json
