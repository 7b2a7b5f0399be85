// SPDX-License-Identifier: EUPL-1.2
// A JSON value as the library works with it: members keep their order, integers are exact, texts are UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace mvoi::json {

class Value;
struct Member;
using List = std::vector<Value>;
using Object = std::vector<Member>;

class Value {
  public:
    // Defined below, where Member is complete.
    Value();
    Value(const Value& other);
    Value(Value&& other) noexcept;
    Value& operator=(const Value& other);
    Value& operator=(Value&& other) noexcept;
    ~Value();
    Value(std::nullptr_t);
    Value(bool value);
    Value(int value);
    Value(std::int64_t value);
    Value(double value);
    Value(std::string value);
    Value(std::string_view value);
    Value(const char* value);
    Value(List value);
    Value(Object value);

    // A text that a person wrote or that names a person: in the journal it is sealed, so that it can be blacked out.
    static Value redactable(std::string text);
    bool is_redactable() const { return redactable_; }
    void mark_redactable() { redactable_ = true; }

    bool is_null() const { return data_.index() == 0; }
    const bool* boolean() const { return std::get_if<bool>(&data_); }
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data_); }
    const double* decimal() const { return std::get_if<double>(&data_); }
    const std::string* text() const { return std::get_if<std::string>(&data_); }
    const List* list() const { return std::get_if<List>(&data_); }
    List* list() { return std::get_if<List>(&data_); }
    const Object* object() const { return std::get_if<Object>(&data_); }
    Object* object() { return std::get_if<Object>(&data_); }

    // The member of this name; nullptr when there is none or this is no object.
    const Value* find(std::string_view name) const;
    Value* find(std::string_view name);

    // For reading what a schema has already checked: the member's content, or what an absent one means.
    std::string text_or(std::string_view name, std::string_view otherwise = {}) const;
    std::int64_t integer_or(std::string_view name, std::int64_t otherwise) const;
    bool boolean_or(std::string_view name, bool otherwise) const;
    const List& list_or_empty(std::string_view name) const;

    // For building: adds a member to an object, or an element to a list; a null Value becomes one first.
    Value& add(std::string name, Value value);
    Value& append(Value value);

    bool operator==(const Value& other) const;

  private:
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Object> data_;
    bool redactable_ = false;
};

struct Member {
    std::string name;
    Value value;
    bool operator==(const Member&) const = default;
};

inline Value::Value() = default;
// By hand: a std::variant of GCC 12 that runs out of memory while it is copied takes itself apart as if it held
// something.
inline Value::Value(const Value& other) : redactable_(other.redactable_) {
    if (const std::string* text = other.text())
        data_ = std::string(*text);
    else if (const Object* members = other.object())
        data_ = Object(*members);
    else if (const List* items = other.list())
        data_ = List(*items);
    else if (const std::int64_t* integer = other.integer())
        data_ = *integer;
    else if (const double* decimal = other.decimal())
        data_ = *decimal;
    else if (const bool* truth = other.boolean())
        data_ = *truth;
}
inline Value::Value(Value&& other) noexcept = default;
inline Value& Value::operator=(const Value& other) {
    return *this = Value(other);
}
inline Value& Value::operator=(Value&& other) noexcept = default;
inline Value::~Value() = default;
inline Value::Value(std::nullptr_t) {}
inline Value::Value(bool value) : data_(value) {}
inline Value::Value(int value) : data_(std::int64_t{value}) {}
inline Value::Value(std::int64_t value) : data_(value) {}
inline Value::Value(double value) : data_(value) {}
inline Value::Value(std::string value) : data_(std::move(value)) {}
inline Value::Value(std::string_view value) : data_(std::string(value)) {}
inline Value::Value(const char* value) : data_(std::string(value)) {}
inline Value::Value(List value) : data_(std::move(value)) {}
inline Value::Value(Object value) : data_(std::move(value)) {}

// The value at a JSON Pointer (RFC 6901); nullptr when there is nothing there or the pointer is malformed.
const Value* at(const Value& root, std::string_view pointer);
Value* at(Value& root, std::string_view pointer);

// Splits a JSON Pointer into its unescaped parts; false when it is malformed.
bool split_pointer(std::string_view pointer, std::vector<std::string>& parts);
// One part, escaped for use behind a "/".
std::string pointer_part(std::string_view name);

// Sets the value at a JSON Pointer and makes objects and lists on the way; a list grows by its next index or by "-".
// False, and nothing changed, when the pointer is malformed or contradicts what is there.
bool put(Value& root, std::string_view pointer, Value value);

}  // namespace mvoi::json
