// SPDX-License-Identifier: EUPL-1.2
#include "domain/review/review.hpp"

#include <algorithm>

#include "domain/decision/decide.hpp"
#include "domain/decision/explain.hpp"

namespace mvoi::domain {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& code) {
    return std::find(list.begin(), list.end(), code) != list.end();
}

bool goes_to_board(const Tender& tender, const BoardRule& board, Date today) {
    if (!board.from_cents && board.procedures.empty() && board.flags.empty()) return true;
    const auto estimate = tender.value.high_cents;
    if (board.from_cents && (!estimate || *estimate >= *board.from_cents)) return true;
    if (contains(board.procedures, tender.procedure)) return true;
    const std::vector<Flag> flags = flags_on(tender.flags, today);
    return std::any_of(flags.begin(), flags.end(), [&](const Flag& flag) { return contains(board.flags, flag.code); });
}

}  // namespace

std::string_view code_of(ReviewState state) {
    switch (state) {
        case ReviewState::Open:
            return "open";
        case ReviewState::Approved:
            return "akkoord";
        case ReviewState::Conditional:
            return "akkoord-mits";
        case ReviewState::Rejected:
            return "afgewezen";
    }
    return "open";
}

ReviewState state_of(const Review& review) {
    const auto said = [&](std::string_view verdict) {
        return std::any_of(review.verdicts.begin(), review.verdicts.end(),
                           [&](const Verdict& each) { return each.verdict == verdict; });
    };
    if (said("afgewezen")) return ReviewState::Rejected;
    if (review.verdicts.size() < review.reviewers.size()) return ReviewState::Open;
    return said("akkoord-mits") ? ReviewState::Conditional : ReviewState::Approved;
}

bool is_approved(const Review& review) {
    const ReviewState state = state_of(review);
    return state == ReviewState::Approved || state == ReviewState::Conditional;
}

bool has_open_conditions(const Review& review) {
    return std::any_of(review.conditions.begin(), review.conditions.end(),
                       [](const Condition& condition) { return !condition.met_on; });
}

bool stands_for(std::string_view role, std::string_view asked) {
    return role == asked || (role == "bestuur" && asked == "directie");
}

bool has_answered(const Review& review, const std::string& role) {
    return std::any_of(review.verdicts.begin(), review.verdicts.end(),
                       [&](const Verdict& verdict) { return stands_for(verdict.role, role); });
}

bool has_agreed(const Review& review, const std::string& role) {
    return std::any_of(review.verdicts.begin(), review.verdicts.end(), [&](const Verdict& verdict) {
        return stands_for(verdict.role, role) && verdict.verdict != "afgewezen";
    });
}

std::string next_reviewer(const Review& review) {
    return state_of(review) == ReviewState::Open ? review.reviewers[review.verdicts.size()] : std::string();
}

std::vector<std::string> reviewers_needed(const Tender& tender, const Policy* policy, Date today) {
    std::vector<std::string> roles;
    if (!is_covered(tender, policy)) return roles;
    if (policy && policy->board && goes_to_board(tender, *policy->board, today)) {
        roles = policy->board->reviewers;
        if (roles.empty()) roles.emplace_back("tenderboard");
    }
    std::vector<std::string> agreements;
    for (const Decision& decision : tender.decisions)
        if (const Explained* explained = explanation_of(decision)) agreements.push_back(explained->agreement);
    for (const std::string& role : agreements) {
        if (role.empty() || contains(roles, role)) continue;
        // The executive board stands above management.
        if (role == "directie" && (contains(roles, "bestuur") || contains(agreements, "bestuur"))) continue;
        roles.push_back(role);
    }
    return roles;
}

std::optional<Date> next_meeting(const Policy* policy, Date today) {
    if (!policy || !policy->board || !policy->board->first_meeting) return std::nullopt;
    const BoardRule& board = *policy->board;
    const Date ready = today + boost::gregorian::days(board.papers_days);
    const auto late = (ready - *board.first_meeting).days();
    if (late <= 0) return board.first_meeting;
    if (board.every_days <= 0) return std::nullopt;
    const auto meetings = (late + board.every_days - 1) / board.every_days;
    return *board.first_meeting + boost::gregorian::days(meetings * board.every_days);
}

}  // namespace mvoi::domain
