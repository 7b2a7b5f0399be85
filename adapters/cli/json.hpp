// SPDX-License-Identifier: EUPL-1.2
// Reading answers and building requests. A member that is not there reads as empty: a later library may leave out or
// add members, and a table is no place to be strict about it.
#pragma once

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mvoi::cli {

using Var = Poco::Dynamic::Var;
using Poco::JSON::Array;
using Poco::JSON::Object;

// The object that the text holds, its members in their order; null when it holds none.
Object::Ptr parse_object(const std::string& text);

std::string text_of(const Object& object, const std::string& member);
std::int64_t integer_of(const Object& object, const std::string& member);
bool truth_of(const Object& object, const std::string& member);
// A text, a number or a word as it is, anything else as JSON.
std::string plain(const Var& value);

// Each element of a list that is an object; nothing when there is no such list.
void each_object(const Object& object, const std::string& member, const std::function<void(const Object&)>& visit);
// The number of elements of the list; 0 when there is no such list.
std::size_t size_of(const Object& object, const std::string& member);
// The elements of a list, as plain() has them; then with separators between.
std::vector<std::string> texts_of(const Object& object, const std::string& member);
std::string list_of(const Object& object, const std::string& member, std::string_view separator = ", ");

// An object with these members.
Var object(std::initializer_list<std::pair<std::string, Var>> members);
// The value of a JSON pointer, as "/course/end/date"; empty when there is none.
Var at(const Object& object, std::string_view pointer);
// Puts the value there. What is not there on the way is made: an object, or before a number or "-" (one more) a list.
void put(const Object::Ptr& object, std::string_view pointer, const Var& value);
// A name as a pointer has it.
std::string escaped(std::string_view name);

std::string compact(const Var& value);
std::string indented(const Var& value);

}  // namespace mvoi::cli
