// SPDX-License-Identifier: EUPL-1.2
// Reads case files: "= title =", then lines of words; "#" begins a comment.
#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

struct Case {
    std::string title;
    std::vector<std::vector<std::string>> lines;
};

inline std::vector<Case> read_cases(const std::string& name) {
    std::ifstream file(std::string(MVOI_CASES) + "/" + name);
    REQUIRE(file);
    std::vector<Case> cases;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        if (line.rfind("= ", 0) == 0) {
            cases.push_back({line.substr(2, line.rfind(" =") - 2), {}});
            continue;
        }
        std::istringstream words(line);
        std::vector<std::string> split;
        for (std::string word; words >> word;) split.push_back(word);
        cases.back().lines.push_back(std::move(split));
    }
    REQUIRE_FALSE(cases.empty());
    return cases;
}
