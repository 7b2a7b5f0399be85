// SPDX-License-Identifier: EUPL-1.2
// Reading members of the journal's facts. What cannot be read was not written by this library, or it has a fault: that
// throws.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "domain/date.hpp"
#include "json/value.hpp"

namespace mvoi::json {

template <typename T>
T must(const std::optional<T>& value, const char* what) {
    if (!value) throw std::runtime_error(std::string("the journal holds an impossible ") + what);
    return *value;
}

inline domain::Date date_of(const Value& object, const char* name) {
    return must(domain::parse_date(object.text_or(name)), name);
}

inline std::optional<domain::Date> date_if(const Value& object, const char* name) {
    return object.find(name) ? std::optional(date_of(object, name)) : std::nullopt;
}

inline std::optional<int> small_number(const Value& object, const char* name) {
    if (!object.find(name)) return std::nullopt;
    return static_cast<int>(object.integer_or(name, 0));
}

inline std::optional<std::int64_t> big_number(const Value& object, const char* name) {
    if (!object.find(name)) return std::nullopt;
    return object.integer_or(name, 0);
}

inline std::vector<std::string> texts_of(const Value& object, const char* name) {
    std::vector<std::string> items;
    for (const Value& item : object.list_or_empty(name)) items.push_back(item.text() ? *item.text() : std::string());
    return items;
}

}  // namespace mvoi::json
