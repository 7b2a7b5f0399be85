// SPDX-License-Identifier: EUPL-1.2
#include "json/value.hpp"

#include <charconv>

namespace mvoi::json {

Value Value::redactable(std::string text) {
    Value value(std::move(text));
    value.redactable_ = true;
    return value;
}

const Value* Value::find(std::string_view name) const {
    if (const Object* members = object())
        for (const Member& member : *members)
            if (member.name == name) return &member.value;
    return nullptr;
}

Value* Value::find(std::string_view name) {
    return const_cast<Value*>(std::as_const(*this).find(name));
}

std::string Value::text_or(std::string_view name, std::string_view otherwise) const {
    const Value* found = find(name);
    const std::string* text = found ? found->text() : nullptr;
    return text ? *text : std::string(otherwise);
}

std::int64_t Value::integer_or(std::string_view name, std::int64_t otherwise) const {
    const Value* found = find(name);
    const std::int64_t* integer = found ? found->integer() : nullptr;
    return integer ? *integer : otherwise;
}

bool Value::boolean_or(std::string_view name, bool otherwise) const {
    const Value* found = find(name);
    const bool* boolean = found ? found->boolean() : nullptr;
    return boolean ? *boolean : otherwise;
}

const List& Value::list_or_empty(std::string_view name) const {
    static const auto* empty = new List;
    const Value* found = find(name);
    const List* list = found ? found->list() : nullptr;
    return list ? *list : *empty;
}

Value& Value::add(std::string name, Value value) {
    if (is_null()) data_ = Object{};
    Object& members = std::get<Object>(data_);
    if (members.capacity() == 0) members.reserve(8);  // most objects of this library have a handful
    members.push_back({std::move(name), std::move(value)});
    return members.back().value;
}

Value& Value::append(Value value) {
    if (is_null()) data_ = List{};
    List& items = std::get<List>(data_);
    items.push_back(std::move(value));
    return items.back();
}

bool Value::operator==(const Value& other) const {
    return data_ == other.data_;
}

bool split_pointer(std::string_view pointer, std::vector<std::string>& parts) {
    parts.clear();
    if (pointer.empty()) return true;
    if (pointer.front() != '/') return false;
    std::string part;
    for (std::size_t i = 1; i <= pointer.size(); ++i) {
        if (i == pointer.size() || pointer[i] == '/') {
            parts.push_back(std::move(part));
            part.clear();
        } else if (pointer[i] != '~') {
            part += pointer[i];
        } else {
            ++i;
            if (i == pointer.size() || (pointer[i] != '0' && pointer[i] != '1')) return false;
            part += pointer[i] == '0' ? '~' : '/';
        }
    }
    return true;
}

std::string pointer_part(std::string_view name) {
    std::string part;
    for (char c : name) {
        if (c == '~')
            part += "~0";
        else if (c == '/')
            part += "~1";
        else
            part += c;
    }
    return part;
}

namespace {

// The index a pointer part names in a list of this size; "-" and the size itself name the place after the last.
bool index_of(std::string_view part, std::size_t size, std::size_t& index) {
    if (part == "-") {
        index = size;
        return true;
    }
    if (part.empty() || (part.size() > 1 && part.front() == '0')) return false;
    const char* end = part.data() + part.size();
    auto [stop, error] = std::from_chars(part.data(), end, index);
    return error == std::errc() && stop == end && index <= size;
}

bool is_index(std::string_view part) {
    return part == "-" || (!part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos);
}

bool put_parts(Value& node, const std::vector<std::string>& parts, std::size_t depth, Value& value) {
    if (depth == parts.size()) {
        if (node.object() || node.list()) return false;
        node = std::move(value);
        return true;
    }
    const std::string& part = parts[depth];
    Value fresh;  // made apart, so that a refusal deeper down leaves nothing behind
    if (node.is_null()) {
        fresh = is_index(part) ? Value(List{}) : Value(Object{});
        if (!put_parts(fresh, parts, depth, value)) return false;
        node = std::move(fresh);
        return true;
    }
    if (List* items = node.list()) {
        std::size_t index = 0;
        if (!index_of(part, items->size(), index)) return false;
        if (index < items->size()) return put_parts((*items)[index], parts, depth + 1, value);
        if (!put_parts(fresh, parts, depth + 1, value)) return false;
        items->push_back(std::move(fresh));
        return true;
    }
    if (!node.object()) return false;
    if (Value* found = node.find(part)) return put_parts(*found, parts, depth + 1, value);
    if (!put_parts(fresh, parts, depth + 1, value)) return false;
    node.add(part, std::move(fresh));
    return true;
}

}  // namespace

const Value* at(const Value& root, std::string_view pointer) {
    std::vector<std::string> parts;
    if (!split_pointer(pointer, parts)) return nullptr;
    const Value* node = &root;
    for (const std::string& part : parts) {
        if (const List* items = node->list()) {
            std::size_t index = 0;
            if (part == "-" || !index_of(part, items->size(), index) || index == items->size()) return nullptr;
            node = &(*items)[index];
        } else {
            node = node->find(part);
            if (!node) return nullptr;
        }
    }
    return node;
}

Value* at(Value& root, std::string_view pointer) {
    return const_cast<Value*>(at(std::as_const(root), pointer));
}

bool put(Value& root, std::string_view pointer, Value value) {
    std::vector<std::string> parts;
    if (!split_pointer(pointer, parts) || parts.empty()) return false;
    return put_parts(root, parts, 0, value);
}

}  // namespace mvoi::json
