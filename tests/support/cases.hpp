// SPDX-License-Identifier: EUPL-1.2
// Reads the files of ../cases/, and the words on their lines.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using Line = std::vector<std::string>;  // its words

// "= title =", and lines up to the next.
struct Case {
    std::string title;
    std::vector<Line> lines;
};

// "a | b | c" at this number of its file.
struct TableLine {
    int line = 0;
    std::vector<std::string> cells;
};

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    INFO(path);
    REQUIRE(file);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

// The lines of a text that are not empty and do not begin a comment with "#", each with its number.
inline std::vector<std::pair<int, std::string>> numbered_lines(const std::string& text) {
    std::vector<std::pair<int, std::string>> lines;
    std::istringstream input(text);
    std::string line;
    for (int number = 1; std::getline(input, line); ++number)
        if (!line.empty() && line[0] != '#') lines.emplace_back(number, line);
    return lines;
}

//   name  within ../cases/
inline std::vector<Case> read_cases(const std::string& name) {
    std::vector<Case> cases;
    for (const auto& [number, line] : numbered_lines(read_file(std::string(MVOI_CASES) + "/" + name))) {
        if (line.rfind("= ", 0) == 0) {
            cases.push_back({line.substr(2, line.rfind(" =") - 2), {}});
            continue;
        }
        std::istringstream words(line);
        Line split;
        for (std::string word; words >> word;) split.push_back(word);
        cases.back().lines.push_back(std::move(split));
    }
    REQUIRE_FALSE(cases.empty());
    return cases;
}

// Without blanks around it, nor the quotes that keep blanks within.
inline std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return "";
    std::string cell = text.substr(first, text.find_last_not_of(' ') - first + 1);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
    return cell;
}

//   name  within ../cases/
inline std::vector<TableLine> read_table(const std::string& name) {
    std::vector<TableLine> table;
    for (const auto& [number, line] : numbered_lines(read_file(std::string(MVOI_CASES) + "/" + name))) {
        TableLine one{number, {}};
        std::istringstream cells(line + " ");
        for (std::string cell; std::getline(cells, cell, '|');) one.cells.push_back(trimmed(cell));
        table.push_back(std::move(one));
    }
    return table;
}

inline std::vector<std::string> parts_of(const std::string& list, char mark = ',') {
    std::vector<std::string> parts;
    std::istringstream stream(list);
    for (std::string part; std::getline(stream, part, mark);)
        if (!part.empty()) parts.push_back(part);
    return parts;
}

inline std::string with_blanks(std::string text) {
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

// A word that is "-" where nothing is meant.
inline std::string unless_dash(const std::string& word) {
    return word == "-" ? std::string() : word;
}

// The words NAME=VALUE of a line, from this place on; a word alone is a name without a value.
inline std::map<std::string, std::string> named_or_alone(const Line& line, std::size_t from) {
    std::map<std::string, std::string> words;
    for (std::size_t i = from; i < line.size(); ++i) {
        const std::size_t at = line[i].find('=');
        words[line[i].substr(0, at)] = at == std::string::npos ? "" : line[i].substr(at + 1);
    }
    return words;
}

// The same, where each word has to have its value.
inline std::map<std::string, std::string> named(const Line& line, std::size_t from) {
    for (std::size_t i = from; i < line.size(); ++i) {
        INFO(line[0] << ": " << line[i]);
        REQUIRE(line[i].find('=') != std::string::npos);
    }
    return named_or_alone(line, from);
}
