// SPDX-License-Identifier: EUPL-1.2
// A schema as it is compiled, for the files that compile, check and bundle schemas, and for nobody else.
#pragma once

#include <Poco/RegularExpression.h>

#include <deque>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "json/value.hpp"

namespace mvoi::json {

enum TypeBit : unsigned { Null = 1, Boolean = 2, Integer = 4, Number = 8, Text = 16, ListType = 32, ObjectType = 64 };

struct Node {
    unsigned types = 0;  // bits; 0: any
    std::vector<std::pair<std::string, const Node*>> properties;
    std::vector<std::string> required;
    bool closed = false;               // additionalProperties: false
    const Node* additional = nullptr;  // additionalProperties: a schema
    const Node* items = nullptr;
    std::vector<std::string> accepted;  // enum or vocabulary
    std::string vocabulary;             // its name; empty: none
    std::optional<std::int64_t> minimum, maximum;
    std::size_t min_length = 0, max_length = std::numeric_limits<std::size_t>::max();
    std::size_t min_items = 0, max_items = std::numeric_limits<std::size_t>::max();
    bool unique_items = false;
    std::shared_ptr<Poco::RegularExpression> pattern;
    std::vector<std::string> examples;  // of what fits the pattern, for people
    std::string format;
    bool redactable = false;
};

class Schema {
  public:
    const Node* root = nullptr;
    std::deque<Node> nodes;  // stable addresses
};

// The JSON of schema/operations/<file>, read once. Call it only while holding schema_lock().
const Value& schema_document(const std::string& file);
std::mutex& schema_lock();
std::vector<std::string> vocabulary_codes(const std::string& name);

}  // namespace mvoi::json
