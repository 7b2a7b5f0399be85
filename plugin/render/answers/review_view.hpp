// SPDX-License-Identifier: EUPL-1.2
// Reviews, drift, precedents and the strength of explanations as answers show them.
#pragma once

#include <string>
#include <vector>

#include "domain/review/dossier.hpp"
#include "domain/rules.hpp"
#include "json/out.hpp"

namespace mvoi::render {

void write_precedents(json::Out& out, const domain::Precedents& precedents, const domain::Rules& rules,
                      domain::Language language);
void write_strength(json::Out& out, const domain::Strength& strength, const domain::Rules& rules,
                    domain::Language language);
// The sentence of one point for or against.
std::string strength_sentence(const domain::StrengthPoint& point, const domain::Rules& rules,
                              domain::Language language);

struct ReviewShown {
    const domain::Review& review;
    const std::vector<domain::Drift>& drifts;
    bool latest;                // false: a later review took its place
    std::int64_t entry;         // that holds it
    std::int64_t frozen_entry;  // that holds its dossier
    std::string frozen_hash;    // of that entry; empty: not shown
};
// The members of common.json#/$defs/answerReview, inside an object.
void write_review(json::Out& out, const ReviewShown& shown, const domain::Rules& rules, domain::Language language);

}  // namespace mvoi::render
