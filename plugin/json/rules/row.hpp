// SPDX-License-Identifier: EUPL-1.2
// Reading a row of schema/rules/. A row that makes no sense throws std::logic_error: it is a fault of the library.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "domain/date.hpp"
#include "domain/measure/exact.hpp"
#include "json/facts/reading.hpp"
#include "json/text.hpp"
#include "resources/resources.hpp"

namespace mvoi::json {

template <typename Content>
Content sense_in(const std::optional<Content>& content, const Value& row) {
    if (!content) throw std::logic_error("schema/rules/: a row that makes no sense: " + write(row));
    return *content;
}

inline domain::measure::Decimal decimal_of(const Value& row, std::string_view name) {
    return sense_in(domain::measure::parse_decimal(row.text_or(name)), row);
}

inline std::optional<domain::measure::Decimal> decimal_if(const Value& row, std::string_view name) {
    return row.find(name) ? std::optional(decimal_of(row, name)) : std::nullopt;
}

inline domain::Date day_of(const Value& row, std::string_view name) {
    return sense_in(domain::parse_date(row.text_or(name)), row);
}

inline std::optional<domain::Date> day_if(const Value& row, std::string_view name) {
    return row.find(name) ? std::optional(day_of(row, name)) : std::nullopt;
}

inline Value rule_document(const std::string& name) {
    return parse(resources::file("rules/" + name));
}

// Every row of a file, as one function reads a row.
template <typename Read>
auto read_rows(const std::string& name, Read read) {
    std::vector<decltype(read(Value()))> rows;
    const Value document = rule_document(name);
    for (const Value& row : document.list_or_empty("rows")) rows.push_back(read(row));
    return rows;
}

}  // namespace mvoi::json
