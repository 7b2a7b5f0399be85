// SPDX-License-Identifier: EUPL-1.2
// JSON text ⇄ Value. Reading is Poco's parser with the checks that it leaves out.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "json/value.hpp"

namespace mvoi::json {

// The fault of unacceptable JSON. `rule` names its sentence: json.syntax, .utf8, .nul, .duplicate or .depth.
struct ParseError : std::runtime_error {
    ParseError(std::string rule_, std::string path_, std::string detail_)
        : std::runtime_error(rule_ + " " + path_ + " " + detail_),
          rule(std::move(rule_)),
          path(std::move(path_)),
          detail(std::move(detail_)) {}
    std::string rule;
    std::string path;    // JSON Pointer, where it is known
    std::string detail;  // line and character, or the byte
};

// Reads one JSON value. Refuses what is not RFC 8259, is not UTF-8, holds a NUL, repeats a member name within an
// object, or nests deeper than max_depth. Throws ParseError.
Value parse(std::string_view text, int max_depth = 32);

// Writes without white space, in the order in which the value was built.
std::string write(const Value& value);
// Puts something else in the place of a redactable text.
class TextSeal {
  public:
    virtual ~TextSeal() = default;
    virtual void write(std::string& out, const std::string& text) = 0;  // appends JSON
};

// Writes as RFC 8785 (JCS) does for texts, integers, booleans, null, lists and objects: members sorted, escapes short.
void write_canonical(std::string& out, const Value& value, TextSeal* seal = nullptr);
std::string write_canonical(const Value& value);
// One text as JSON, with its quotes.
void write_text(std::string& out, std::string_view text);

// The place of the first byte that is not part of well-formed UTF-8; npos when all are.
std::size_t find_invalid_utf8(std::string_view text);
// The same text, with U+FFFD for each byte that is not part of well-formed UTF-8.
std::string readable(std::string text);
// The longest prefix of at most this many bytes that does not end inside a character.
std::size_t utf8_prefix(std::string_view text, std::size_t bytes);

}  // namespace mvoi::json
