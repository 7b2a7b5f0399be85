// SPDX-License-Identifier: EUPL-1.2
// Sentences for people, in Dutch or English. They stand in schema/messages/, by the name of the rule that says them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "domain/rules.hpp"

namespace mvoi::render {

using Words = std::map<std::string, std::string>;

// The sentence of a rule, its {words} filled in; {word:n} writes an exact number as the language does, {word:euro} an
// amount of money, {word:unit} a unit of measure as it is written after a number (where that is nothing, the space
// before it goes too), {word:name} what people call something, {word:column} a member of a list; days are written in
// words otherwise. Beside a word that is a code, or a list of codes, "word:as" names the vocabulary whose labels are
// said instead, "word:with" that whose labels are said too. A rule without a sentence is a fault of the library and
// throws.
std::string sentence(domain::Language language, std::string_view rule, const Words& words);

// The name that people have for a column of a list: a header stands for itself, and where a list has none the place of
// the member in a request ("/mapping/reference") for what it is called.
std::string column_named(domain::Language language, const std::string& column);

// The labels of codes by kind: "course" has "running", "ended", ….
std::map<std::string, Words> labels_of_codes(domain::Language language);

bool has_sentence(domain::Language language, std::string_view rule);

}  // namespace mvoi::render
