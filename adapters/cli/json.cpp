// SPDX-License-Identifier: EUPL-1.2
#include "json.hpp"

#include <Poco/Exception.h>
#include <Poco/JSON/ParseHandler.h>
#include <Poco/JSON/Parser.h>
#include <Poco/JSON/Stringifier.h>

#include <sstream>
#include <vector>

#include "text.hpp"

namespace mvoi::cli {

namespace {

Poco::Dynamic::Var parse(const std::string& text) try {
    const bool in_their_order = true;
    Poco::JSON::Parser parser(new Poco::JSON::ParseHandler(in_their_order));
    return parser.parse(text);
} catch (const Poco::Exception&) {
    return {};
}

std::string stringified(const Poco::Dynamic::Var& value, unsigned indent) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    Poco::JSON::Stringifier::stringify(value, out, indent);
    return out.str();
}

}  // namespace

Object::Ptr parse_object(const std::string& text) {
    const Poco::Dynamic::Var value = parse(text);
    return value.type() == typeid(Object::Ptr) ? value.extract<Object::Ptr>() : Object::Ptr();
}

Array::Ptr parse_array(const std::string& text) {
    const Poco::Dynamic::Var value = parse(text);
    return value.type() == typeid(Array::Ptr) ? value.extract<Array::Ptr>() : Array::Ptr();
}

std::string text_of(const Object& object, const std::string& member) {
    const Poco::Dynamic::Var value = object.get(member);
    return value.isEmpty() ? std::string() : plain(value);
}

std::int64_t integer_of(const Object& object, const std::string& member) {
    return object.optValue<Poco::Int64>(member, 0);
}

bool truth_of(const Object& object, const std::string& member) {
    return object.optValue<bool>(member, false);
}

std::string plain(const Poco::Dynamic::Var& value) {
    return value.isString() ? value.toString() : compact(value);
}

void each_object(const Object& object, const std::string& member, const std::function<void(const Object&)>& visit) {
    const Array::Ptr list = object.getArray(member);
    if (!list) return;
    for (unsigned i = 0; i < list->size(); ++i) {
        if (const Object::Ptr element = list->getObject(i)) visit(*element);
    }
}

std::string list_of(const Object& object, const std::string& member, std::string_view separator) {
    std::vector<std::string> parts;
    const Array::Ptr list = object.getArray(member);
    for (unsigned i = 0; list && i < list->size(); ++i) parts.push_back(plain(list->get(i)));
    return joined(parts, separator);
}

std::string compact(const Poco::Dynamic::Var& value) {
    return stringified(value, 0);
}
std::string indented(const Poco::Dynamic::Var& value) {
    return stringified(value, 2);
}

}  // namespace mvoi::cli
