// SPDX-License-Identifier: EUPL-1.2
// Reading single members: of the journal's facts, where what cannot be read throws, and of checked requests.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "domain/date.hpp"
#include "domain/measure/exact.hpp"
#include "json/value.hpp"

namespace mvoi::json {

template <typename T>
T must(const std::optional<T>& value, std::string_view what) {
    if (!value) throw std::runtime_error("the journal holds an impossible " + std::string(what));
    return *value;
}

inline domain::Date date_of(const Value& object, std::string_view name) {
    return must(domain::parse_date(object.text_or(name)), name);
}

inline std::optional<domain::Date> date_if(const Value& object, std::string_view name) {
    return object.find(name) ? std::optional(date_of(object, name)) : std::nullopt;
}

inline int int_of(const Value& object, std::string_view name) {
    return static_cast<int>(object.integer_or(name, 0));
}

inline std::optional<int> small_number(const Value& object, std::string_view name) {
    return object.find(name) ? std::optional(int_of(object, name)) : std::nullopt;
}

inline std::vector<std::string> texts_of(const Value& object, std::string_view name) {
    std::vector<std::string> items;
    for (const Value& item : object.list_or_empty(name)) items.push_back(item.text() ? *item.text() : std::string());
    return items;
}

// ---- what a request says: what it leaves out stays, null forgets ----------------------------------------------------

inline void set_text(std::string& place, const Value& request, std::string_view name) {
    if (request.find(name)) place = request.text_or(name);
}

inline domain::Date day_in(const Value& value) {
    return domain::parse_date(*value.text()).value();
}
inline std::int64_t number_in(const Value& value) {
    return *value.integer();
}

template <typename T, typename Read>
void set(std::optional<T>& place, const Value& request, std::string_view name, Read read) {
    const Value* given = request.find(name);
    if (!given) return;
    place.reset();
    if (!given->is_null()) place = static_cast<T>(read(*given));
}

}  // namespace mvoi::json
