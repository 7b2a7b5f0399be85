// SPDX-License-Identifier: EUPL-1.2
// The strength of an explanation: what speaks for it and what against, point by point. It decides nothing; it tells a
// board where to ask on. The weights are the library's own, and each point is shown with its sentence.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/decision/precedents.hpp"
#include "domain/model.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain {

enum class Grade { Weak, Fair, Strong };  // zwak, redelijk, sterk
std::string_view code_of(Grade grade);

// One thing that speaks for or against an explanation. The sentence is "strength.<rule>" with these words.
struct StrengthPoint {
    std::string rule;
    int points = 0;  // below zero: speaks against
    std::map<std::string, std::string> words;
    bool operator==(const StrengthPoint&) const = default;
};
struct Strength {
    std::string theme;
    Grade grade = Grade::Weak;
    std::vector<StrengthPoint> points;
    bool operator==(const Strength&) const = default;
};

struct StrengthFacts {
    const Tender& tender;
    const std::string& theme;
    const Explained& explained;
    const Precedents& precedents;
    const Rules& rules;
    const Policy* policy;    // the edition that was applied to the tender; nullptr: none
    const Policy* in_force;  // the one in force today
    const Review* review;    // the latest of this tender; nullptr: none
    Date today;
};
// Three points or more for it is strong, below zero is weak.
Strength strength_of(const StrengthFacts& facts);

}  // namespace mvoi::domain
