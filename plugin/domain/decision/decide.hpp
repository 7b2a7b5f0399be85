// SPDX-License-Identifier: EUPL-1.2
// Deciding on themes: what a request asks becomes one decision per theme, with the defaults of policy filled in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/model.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain {

enum class State { Applied, Explained, Undecided };
State state_of(const Decision& decision);
std::string_view code_of(State state);  // "applied", "explained", "undecided"

// What a request says about one theme; it may leave much open, and may contradict itself.
struct DecisionRequest {
    std::string path;  // JSON Pointer of this element in the request
    std::string theme;
    State state = State::Undecided;
    std::optional<int> level;
    std::vector<Criterion> criteria;
    std::optional<Explained> explanation;  // author empty, date absent: filled in here
    bool has_date = false;
};

// What holds on the day of deciding.
struct DecisionContext {
    const Rules& rules;
    const Policy* policy;  // nullptr: none was in force
    std::string product_group;
    std::optional<int> ambition;
    std::vector<std::string> themes;  // all that are to be decided, in order
    Date today;
    std::string actor;
};

// The themes of a tender that starts on this day: those of the rules in force, then the organisation's own.
std::vector<std::string> themes_of(const Rules& rules, const Policy* policy, Date day);
// The label of a theme: of the rules, else of the policy, else its code.
std::string theme_label(const Rules& rules, const Policy* policy, const std::string& theme, Language language);

// The level policy wants for a theme: of the product group, else of the theme. Nothing when policy is silent.
std::optional<int> policy_level(const Policy* policy, const std::string& theme, const std::string& product_group);

// Applies requests to decisions; themes that no request names keep theirs, themes without any are undecided since
// today. Everything that is wrong is added to faults; the result is only of use when nothing was.
std::vector<Decision> decide(const std::vector<Decision>& current, const std::vector<DecisionRequest>& requests,
                             const DecisionContext& context, std::vector<Fault>& faults);

// A level that came from the tender's ambition follows it when the ambition changes.
void follow_ambition(std::vector<Decision>& decisions, const DecisionContext& context);

// What a tender board wants to be shown about a tender, in the order of vocabulary "flags".
std::vector<Flag> flags_of(const Tender& tender, const Policy* policy);

}  // namespace mvoi::domain
