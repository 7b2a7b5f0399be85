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

// The request for a decision about one theme; it may leave much open, and may contradict itself.
struct DecisionRequest {
    std::string path;  // JSON Pointer of this element in the request
    std::string theme;
    State state = State::Undecided;
    std::optional<int> level;
    std::vector<Criterion> criteria;
    std::optional<Explained> explanation;  // author empty, date absent: filled in here
    bool has_date = false;
};

// The rules, the policy and the tender on the day of deciding.
struct DecisionContext {
    const Rules& rules;
    const Policy* policy;             // nullptr: none was in force
    const Tender& tender;             // its product group, ambition, kind and estimate count
    std::vector<std::string> themes;  // all that are to be decided, in order
    Date today;
    std::string actor;
    std::string role;  // in which the actor acts; empty: not named
};

// The themes of a tender that starts on this day: those of the rules in force, then the organisation's own.
std::vector<std::string> themes_of(const Rules& rules, const Policy* policy, Date day);
// The label of a theme: of the rules, else of the policy, else its code.
std::string theme_label(const Rules& rules, const Policy* policy, const std::string& theme, Language language);

// The level policy wants for a theme: of the product group; else 3 where the theme is kansrijk in the product group;
// else of the theme. Nothing when policy is silent.
std::optional<int> policy_level(const Policy* policy, const std::string& theme, const std::string& product_group);

// True when the organisation's "apply or explain" covers a tender. An unknown value, kind or procedure is covered;
// without a policy everything is.
bool is_covered(const Tender& tender, const Policy* policy);

// Applies requests to decisions; themes that no request names keep theirs, themes without any are undecided since
// today. Everything that is wrong is added to faults; the result is only of use when nothing was.
std::vector<Decision> decide(const std::vector<Decision>& current, const std::vector<DecisionRequest>& requests,
                             const DecisionContext& context, std::vector<Fault>& faults);

// A level that came from the tender's ambition follows it when the ambition changes.
void follow_ambition(std::vector<Decision>& decisions, const DecisionContext& context);

// The flags that a tender board wants to see of a tender, in the order of vocabulary "flags". Flags that begin on a
// later day ("uitleg-loopt-af", "uitleg-vervallen") are among them, with that day as their "since".
//   applied  the policy that was applied to the tender; in_force  the one in force today
std::vector<Flag> flags_of(const Tender& tender, const Policy* applied, const Policy* in_force, Date today);
// The flags by which a tender is found: none of one that was called off or taken back, as nobody decides about it any
// more. Where it is shown, it keeps what stood.
std::vector<Flag> open_flags(const Tender& tender);
// A flag that nobody raises: its day comes, and then it stands.
bool begins_by_itself(const Flag& flag);
// Those that stand on a day.
std::vector<Flag> flags_on(const std::vector<Flag>& flags, Date today);

}  // namespace mvoi::domain
