// SPDX-License-Identifier: EUPL-1.2
// Reading answers and building requests. A member that is not there reads as empty: a later library may leave out or
// add members, and a table is no place to be strict about it.
#pragma once

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace mvoi::cli {

using Poco::JSON::Array;
using Poco::JSON::Object;

// The object that the text holds, its members in their order; null when it holds none.
Object::Ptr parse_object(const std::string& text);
Array::Ptr parse_array(const std::string& text);

std::string text_of(const Object& object, const std::string& member);
std::int64_t integer_of(const Object& object, const std::string& member);
bool truth_of(const Object& object, const std::string& member);
// A text, a number or a word as it is, anything else as JSON.
std::string plain(const Poco::Dynamic::Var& value);

// Each element of a list that is an object; nothing when there is no such list.
void each_object(const Object& object, const std::string& member, const std::function<void(const Object&)>& visit);
// The elements of a list, as plain() has them, with separators between.
std::string list_of(const Object& object, const std::string& member, std::string_view separator = ", ");

std::string compact(const Poco::Dynamic::Var& value);
std::string indented(const Poco::Dynamic::Var& value);

}  // namespace mvoi::cli
