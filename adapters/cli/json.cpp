// SPDX-License-Identifier: EUPL-1.2
#include "json.hpp"

#include <Poco/Exception.h>
#include <Poco/JSON/ParseHandler.h>
#include <Poco/JSON/Parser.h>
#include <Poco/JSON/Stringifier.h>

#include <algorithm>
#include <span>
#include <sstream>
#include <vector>

#include "text.hpp"

namespace mvoi::cli {

namespace {

Var parse(const std::string& text) try {
    const bool in_their_order = true;
    Poco::JSON::Parser parser(new Poco::JSON::ParseHandler(in_their_order));
    return parser.parse(text);
} catch (const Poco::Exception&) {
    return {};
}

std::string stringified(const Var& value, unsigned indent) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    Poco::JSON::Stringifier::stringify(value, out, indent);
    return out.str();
}

// The steps of a pointer, from behind its first slash.
std::vector<std::string> steps_of(std::string_view pointer) {
    std::vector<std::string> steps;
    for (const std::string_view part : split(pointer.substr(std::min<std::size_t>(1, pointer.size())), '/')) {
        std::string& step = steps.emplace_back(part);
        for (std::size_t at = 0; (at = step.find('~', at)) != std::string::npos; ++at)
            step.replace(at, 2, step.substr(at, 2) == "~1" ? "/" : "~");
    }
    return steps;
}

// The list or object that is there, or a new one.
template <typename Container>
typename Container::Ptr container_of(const Var& there) {
    if (there.type() == typeid(typename Container::Ptr)) return there.extract<typename Container::Ptr>();
    return new Container;
}

// This part of a document, with the value at the end of the steps.
Var with_value(const Var& there, std::span<const std::string> steps, const Var& value) {
    if (steps.empty()) return value;
    const std::string& step = steps.front();
    const bool is_place = step == "-" || step.find_first_not_of("0123456789") == std::string::npos;
    if (!is_place || there.type() == typeid(Object::Ptr)) {
        Object::Ptr members = container_of<Object>(there);
        members->set(step, with_value(members->get(step), steps.subspan(1), value));
        return members;
    }
    Array::Ptr items = container_of<Array>(there);
    const unsigned place = step == "-" ? static_cast<unsigned>(items->size()) : static_cast<unsigned>(std::stoul(step));
    items->set(place, with_value(items->get(place), steps.subspan(1), value));
    return items;
}

}  // namespace

Object::Ptr parse_object(const std::string& text) {
    const Var value = parse(text);
    return value.type() == typeid(Object::Ptr) ? value.extract<Object::Ptr>() : Object::Ptr();
}

std::string text_of(const Object& object, const std::string& member) {
    const Var value = object.get(member);
    return value.isEmpty() ? std::string() : plain(value);
}

std::int64_t integer_of(const Object& object, const std::string& member) {
    return object.optValue<Poco::Int64>(member, 0);
}

bool truth_of(const Object& object, const std::string& member) {
    return object.optValue<bool>(member, false);
}

std::string plain(const Var& value) {
    return value.isString() ? value.toString() : compact(value);
}

void each_object(const Object& object, const std::string& member, const std::function<void(const Object&)>& visit) {
    const Array::Ptr list = object.getArray(member);
    if (!list) return;
    for (unsigned i = 0; i < list->size(); ++i) {
        if (const Object::Ptr element = list->getObject(i)) visit(*element);
    }
}

std::size_t size_of(const Object& object, const std::string& member) {
    const Array::Ptr list = object.getArray(member);
    return list ? list->size() : 0;
}

std::vector<std::string> texts_of(const Object& object, const std::string& member) {
    std::vector<std::string> texts;
    if (const Array::Ptr list = object.getArray(member))
        for (const Var& each : *list) texts.push_back(plain(each));
    return texts;
}

std::string list_of(const Object& object, const std::string& member, std::string_view separator) {
    return joined(texts_of(object, member), separator);
}

Var object(std::initializer_list<std::pair<std::string, Var>> members) {
    Object::Ptr object = new Object;
    for (const auto& [name, value] : members) object->set(name, value);
    return object;
}

Var at(const Object& object, std::string_view pointer) {
    const std::vector<std::string> steps = steps_of(pointer);
    const Object* inside = &object;
    Object::Ptr member;
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
        member = inside->getObject(steps[i]);
        if (!member) return {};
        inside = member.get();
    }
    return inside->get(steps.back());
}

void put(const Object::Ptr& object, std::string_view pointer, const Var& value) {
    with_value(object, steps_of(pointer), value);
}

std::string escaped(std::string_view name) {
    std::string step;
    for (const char c : name) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return step;
}

std::string compact(const Var& value) {
    return stringified(value, 0);
}
std::string indented(const Var& value) {
    return stringified(value, 2);
}

}  // namespace mvoi::cli
