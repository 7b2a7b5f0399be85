// SPDX-License-Identifier: EUPL-1.2
// Reviews by a tender board: when one is needed, who answers, and what changed since.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/model.hpp"

namespace mvoi::domain {

enum class ReviewState { Open, Approved, Conditional, Rejected };
std::string_view code_of(ReviewState state);  // "open", "akkoord", "akkoord-mits", "afgewezen"

// A rejection by one reviewer rejects; otherwise it is open until the last in the sequence has answered.
ReviewState state_of(const Review& review);
// Approved, with conditions or without.
bool is_approved(const Review& review);
bool has_open_conditions(const Review& review);
// True when one role may answer where another was asked: the executive board (bestuur) also for management (directie).
bool stands_for(std::string_view role, std::string_view asked);
// True when this role, or one that stands for it, has answered; and has not rejected.
bool has_answered(const Review& review, const std::string& role);
bool has_agreed(const Review& review, const std::string& role);
// The role that is to answer now; empty when there is none.
std::string next_reviewer(const Review& review);

// The roles that are to answer in a review, in sequence: those of the policy, then those who must agree with an
// explanation in the tender. Empty: no review is needed. Of the tender's flags those of the day of asking count.
//   policy  in force on that day; nullptr: none
std::vector<std::string> reviewers_needed(const Tender& tender, const Policy* policy, Date today);

// The board's next meeting whose papers can still be in on this day; nothing when policy has no calendar of meetings.
std::optional<Date> next_meeting(const Policy* policy, Date today);

// The rule of the policy, or the usual one: whatever makes the case weaker than what was approved.
DriftRule drift_rule_of(const Policy* policy);

// One change since the dossier was frozen.
struct Drift {
    std::string kind;   // vocabulary "drifts"
    std::string theme;  // empty when it is not about one
    std::string before;
    std::string after;
    bool on_agenda = false;  // puts the tender on the agenda again, by the rule of the review
    bool operator==(const Drift&) const = default;
};
// The changes from the tender as it was frozen to the tender as it is. Codes and figures, no texts of people.
std::vector<Drift> drift_since(const Tender& frozen, const Tender& now, const DriftRule& rule);
bool any_on_agenda(const std::vector<Drift>& drifts);

}  // namespace mvoi::domain
