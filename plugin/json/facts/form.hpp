// SPDX-License-Identifier: EUPL-1.2
// Domain types ⇄ JSON, in the journal's form. Which members a type has stands in lists/; form.cpp names the types.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"
#include "json/out.hpp"
#include "json/value.hpp"

namespace mvoi::json {

template <typename Thing>
struct Form {
    static void write_members(Out& out, const Thing& thing);
    static Thing read(const Value& object);
    static void set(Thing& thing, const Value& given, const std::string& path, std::vector<domain::Fault>& faults);
};

// In canonical JSON; free texts and names are redactable. Read back it is the same.
template <typename Thing>
void write_json(Out& out, const Thing& thing) {
    out.object([&] { Form<Thing>::write_members(out, thing); });
}

// The members alone, inside an object that is already open.
template <typename Thing>
void write_members(Out& out, const Thing& thing) {
    Form<Thing>::write_members(out, thing);
}

// Throws on an object that cannot be read: this library did not write it, or has a fault.
template <typename Thing>
Thing read_json(const Value& object) {
    return Form<Thing>::read(object);
}

// Sets the members that a request (checked against its schema) gives. What it leaves out stays, null forgets, and a
// number that is not exact is added to faults.
//   path  of the thing in the request
template <typename Thing>
void set_members(Thing& thing, const Value& given, const std::string& path, std::vector<domain::Fault>& faults) {
    Form<Thing>::set(thing, given, path, faults);
}

template <typename Thing>
Thing asked(const Value& given, const std::string& path, std::vector<domain::Fault>& faults) {
    Thing thing{};
    Form<Thing>::set(thing, given, path, faults);
    return thing;
}

}  // namespace mvoi::json
