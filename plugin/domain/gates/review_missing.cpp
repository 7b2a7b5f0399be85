// SPDX-License-Identifier: EUPL-1.2
// A tender for which policy or an explanation asks a review: all who are to answer have said akkoord, perhaps on
// conditions, before the tender goes out. Source: the policy edition in force; vocabulary "reasons".
#include "domain/gates/rules.hpp"
#include "domain/review/review.hpp"

namespace mvoi::domain::gates {

void review_missing(const GateFacts& facts, Findings& findings) {
    if (!facts.reviews_known) return;
    const auto needed = reviewers_needed(facts.tender, facts.in_force, facts.today);
    if (needed.empty()) return;
    const auto say = [&](const char* rule, const std::string& role) {
        findings.push_back(
            {rule, Severity::Warning, "", {{"role", role}}, facts.in_force ? facts.in_force->id : std::string()});
    };
    if (!facts.reviewed) return say("review-missing", needed.front());
    const Review& review = facts.reviewed->review;
    switch (state_of(review)) {
        case ReviewState::Open:
            return say("review-open", next_reviewer(review));
        case ReviewState::Rejected:
            return say("review-rejected", review.verdicts.back().role);
        case ReviewState::Approved:
        case ReviewState::Conditional:
            break;
    }
    for (const std::string& role : needed)
        if (!has_answered(review, role)) say("review-incomplete", role);
}

}  // namespace mvoi::domain::gates
