// SPDX-License-Identifier: EUPL-1.2
#include "offers.hpp"

#include "fault.hpp"

namespace mvoi::cli {

namespace {

// The part of a schema that says what is accepted here, wherever it stands.
Object::Ptr resolved(const Object& schema, Object::Ptr part) {
    constexpr std::string_view place = "#/$defs/";
    while (part) {
        const std::string reference = text_of(*part, "$ref");
        if (const Array::Ptr either = part->getArray("anyOf"))
            part = either->getObject(0);
        else if (reference.starts_with(place))
            part = schema.getObject("$defs")->getObject(reference.substr(place.size()));
        else
            break;
    }
    return part;
}

Object::Ptr part_at(const Object::Ptr& schema, std::string_view pointer) {
    Object::Ptr part = schema;
    for (const std::string_view step : split(pointer.substr(1), '/')) {
        part = resolved(*schema, part);
        if (!part) return part;
        const Object::Ptr members = part->getObject("properties");
        part = members ? members->getObject(std::string(step)) : part->getObject("items");
    }
    return resolved(*schema, part);
}

// Of a code its codes, of a small number its numbers.
std::string accepted(const Object& part) {
    constexpr std::int64_t most = 9;
    if (part.has("enum")) return list_of(part, "enum", " ");
    std::string numbers;
    if (part.has("minimum") && part.has("maximum") && integer_of(part, "maximum") <= most)
        for (std::int64_t each = integer_of(part, "minimum"); each <= integer_of(part, "maximum"); ++each)
            numbers += (numbers.empty() ? "" : " ") + number(each);
    return numbers;
}

}  // namespace

Object::Ptr Offers::schema_of(std::string_view operation) {
    Object::Ptr& schema = schemas_[std::string(operation)];
    if (schema) return schema;
    Object request;
    request.set("operation", std::string(operation));
    const client::Answer answer = call(run_, "describe", compact(Var(request)));
    const Object::Ptr document = parse_object(answer.text);
    if (!answer.done() || !document) throw Fault(answer.text);
    schema = document->getArray("operations")->getObject(0)->getObject("request");
    return schema;
}

std::string Offers::words(std::string_view operation, std::string_view pointer, std::string_view own) {
    const Object::Ptr part = operation.empty() || pointer.empty() ? nullptr : part_at(schema_of(operation), pointer);
    std::string words = part ? accepted(*part) : std::string();
    return words.append(words.empty() || own.empty() ? "" : " ").append(own);
}

}  // namespace mvoi::cli
