// SPDX-License-Identifier: EUPL-1.2
// What the tests of the import share: case files, and rows as lines that can be compared.
#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "intake/row.hpp"
#include "json/schema/schema.hpp"
#include "json/text.hpp"

namespace import_test {

using mvoi::intake::Row;
using mvoi::intake::RowSource;

struct Case {
    int line = 0;
    std::vector<std::string> cells;
};

inline std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return "";
    std::string cell = text.substr(first, text.find_last_not_of(' ') - first + 1);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
    return cell;
}

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream input(text);
    for (std::string line; std::getline(input, line);)
        if (!line.empty() && line[0] != '#') lines.push_back(line);
    return lines;
}

inline std::vector<Case> read_cases(const std::string& path) {
    std::istringstream file(read_file(path));
    std::vector<Case> cases;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line[0] == '#') continue;
        Case one{number, {}};
        std::istringstream cells(line + " ");
        for (std::string cell; std::getline(cells, cell, '|');) one.cells.push_back(trimmed(cell));
        cases.push_back(std::move(one));
    }
    return cases;
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
