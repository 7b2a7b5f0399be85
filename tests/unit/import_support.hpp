// SPDX-License-Identifier: EUPL-1.2
// Shared by the tests of the import: rows as lines that can be compared.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "intake/row.hpp"
#include "json/schema/schema.hpp"
#include "json/text.hpp"
#include "support/cases.hpp"

namespace import_test {

using mvoi::intake::Row;
using mvoi::intake::RowSource;

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (const auto& [number, line] : numbered_lines(text)) lines.push_back(line);
    return lines;
}

inline std::string text_of(const char* kind, const mvoi::domain::Fault& fault) {
    std::string line = std::string("  ") + kind + " " + fault.path + " | " + fault.rule + " |";
    for (const auto& [name, word] : fault.words) line += " " + name + "=" + word;
    return line;
}

// A row as lines: its line and request, and behind it what is wrong and what is odd.
inline std::vector<std::string> text_of(const Row& row) {
    std::vector<std::string> lines{std::to_string(row.line) + " " + mvoi::json::write(row.request)};
    for (const auto& fault : row.faults) lines.push_back(text_of("fault", fault));
    for (const auto& warning : row.warnings) lines.push_back(text_of("warning", warning));
    return lines;
}

// Whatever is not refused must be a request that tender.start takes.
inline void check_schema(const Row& row) {
    if (!row.faults.empty()) return;
    mvoi::json::Value request = row.request;
    for (const auto& fault : mvoi::json::check(mvoi::json::schema("tender.start.request"), request)) {
        FAIL_CHECK("line " << row.line << ": " << fault.path << " " << fault.rule << " in "
                           << mvoi::json::write(row.request));
    }
}

inline std::vector<Row> rows_of(RowSource& source) {
    std::vector<Row> rows;
    for (Row row; source.next(row);) {
        check_schema(row);
        rows.push_back(row);
    }
    return rows;
}

// Rules of faults or warnings, in their order.
inline std::vector<std::string> rules_of(const std::vector<mvoi::domain::Fault>& faults) {
    std::vector<std::string> rules;
    for (const auto& fault : faults) rules.push_back(fault.rule);
    return rules;
}

using Rules = std::vector<std::string>;

}  // namespace import_test
