// SPDX-License-Identifier: EUPL-1.2
// Checks that hold for every sentence that the library writes.
#pragma once

#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "render/sentences.hpp"

// It is there in both languages, all its words are filled in, and none of them left a hole.
inline void check_sentence(const std::string& rule, const std::map<std::string, std::string>& words) {
    INFO(rule);
    for (const auto language : {mvoi::domain::Language::Dutch, mvoi::domain::Language::English}) {
        const std::string text = mvoi::render::sentence(language, rule, words);
        CHECK(text.find('{') == std::string::npos);
        CHECK(text.find("  ") == std::string::npos);
        CHECK(text.find("()") == std::string::npos);
        CHECK(text.find(" .") == std::string::npos);
    }
}

inline void check_sentence(const mvoi::domain::Finding& finding) {
    check_sentence("finding." + finding.rule, finding.words);
}
