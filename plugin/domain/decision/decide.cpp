// SPDX-License-Identifier: EUPL-1.2
#include "domain/decision/decide.hpp"

#include <algorithm>

#include "domain/decision/explain.hpp"
#include "domain/decision/wording.hpp"
#include "domain/words.hpp"

namespace mvoi::domain {
namespace {

Undecided open_question(const std::string& theme, const DecisionContext& context) {
    auto level = policy_level(context.policy, theme, context.tender.product_group);
    return {level ? level : context.tender.ambition, {}};
}

// A criterion is either one of the catalogue, by number and edition, or one's own, by title.
void check_criteria(const DecisionRequest& request, std::vector<Fault>& faults) {
    for (std::size_t i = 0; i < request.criteria.size(); ++i) {
        const Criterion& criterion = request.criteria[i];
        const std::string path = request.path + "/criteria/" + std::to_string(i);
        if (criterion.number.empty() && criterion.title.empty())
            faults.push_back({path, "decision.criterion-unnamed", {}});
        if (!criterion.number.empty() && criterion.edition.empty())
            faults.push_back({path + "/edition", "decision.criterion-edition", {{"value", criterion.number}}});
        for (std::size_t j = 0; j < i; ++j)
            if (!criterion.number.empty() && criterion.number == request.criteria[j].number)
                faults.push_back({path + "/number", "decision.criterion-twice", {{"value", criterion.number}}});
    }
}

// The members that belong to another state than the one asked for.
void check_members(const DecisionRequest& request, std::vector<Fault>& faults) {
    const auto refuse = [&](bool there, const char* member) {
        if (there)
            faults.push_back({request.path + "/" + member,
                              "decision.not-with-state",
                              {{"member", member}, {"state", std::string(code_of(request.state))}}});
    };
    refuse(request.level && request.state != State::Applied, "level");
    refuse(!request.criteria.empty() && request.state != State::Applied, "criteria");
    refuse(request.explanation && request.state == State::Undecided, "explanation");
}

// The role in which an explanation is signed: the one it names, which must be one that may sign for this reason; else
// that of the actor, when it may; else nobody signed yet.
std::string signed_as(const DecisionRequest& request, const ReasonTerms& terms, const DecisionContext& context,
                      std::vector<Fault>& faults) {
    const std::string& named = request.explanation->role;
    if (named.empty()) return may_sign(terms, context.role) ? context.role : std::string();
    if (!may_sign(terms, named))
        faults.push_back({request.path + "/explanation/role",
                          "decision.signer",
                          {{"value", named},
                           {"reason", request.explanation->reason},
                           {"theme", request.theme},
                           {"accepted", joined(terms.signers)}}});
    return named;
}

Explained explain(const DecisionRequest& request, const DecisionContext& context, std::vector<Fault>& faults) {
    if (!request.explanation) {
        faults.push_back({request.path + "/explanation", "decision.explanation-needed", {{"theme", request.theme}}});
        return {};
    }
    Explained explained = *request.explanation;
    if (!says_something(explained.text, context.rules.vocabulary("empty-phrases")))
        faults.push_back({request.path + "/explanation/text",
                          "decision.explanation-empty",
                          {{"theme", request.theme}, {"value", explained.text}}});
    if (explained.author.empty()) explained.author = context.actor;
    if (!request.has_date) explained.date = context.today;
    if (explained.date > context.today)
        faults.push_back({request.path + "/explanation/date",
                          "decision.date-ahead",
                          {{"value", to_text(explained.date)}, {"today", to_text(context.today)}}});
    if (explained.until && *explained.until < context.today)
        faults.push_back({request.path + "/explanation/until",
                          "decision.until-passed",
                          {{"value", to_text(*explained.until)}, {"today", to_text(context.today)}}});
    const ReasonTerms terms = terms_of(context.rules, context.policy, explained.reason);
    explained.role = signed_as(request, terms, context, faults);
    explained.agreement = terms.agreement;
    explained.endings = endings_of(explained, terms, context.tender, context.policy);
    return explained;
}

Applied apply(const DecisionRequest& request, const DecisionContext& context, std::vector<Fault>& faults) {
    check_criteria(request, faults);
    const auto wanted = policy_level(context.policy, request.theme, context.tender.product_group);
    Applied applied;
    applied.criteria = request.criteria;
    if (request.level) {
        applied.level = *request.level;
    } else if (wanted) {
        applied.level = *wanted;
        applied.source = LevelSource::Policy;
    } else if (context.tender.ambition) {
        applied.level = *context.tender.ambition;
        applied.source = LevelSource::Ambition;
    } else {
        faults.push_back({request.path + "/level", "decision.level-needed", {{"theme", request.theme}}});
    }
    if (!request.explanation) return applied;
    // Going below policy is explained too; there is nothing to explain about going along with it.
    if (wanted && applied.level < *wanted)
        applied.deviation = explain(request, context, faults);
    else
        faults.push_back({request.path + "/explanation",
                          "decision.nothing-to-explain",
                          {{"theme", request.theme},
                           {"level", std::to_string(applied.level)},
                           {"policyLevel", wanted ? std::to_string(*wanted) : "-"}}});
    return applied;
}

Decision made(const DecisionRequest& request, const DecisionContext& context, std::vector<Fault>& faults) {
    check_members(request, faults);
    Decision decision{request.theme, context.today, Undecided{}};
    switch (request.state) {
        case State::Applied:
            decision.choice = apply(request, context, faults);
            break;
        case State::Explained:
            decision.choice = explain(request, context, faults);
            break;
        case State::Undecided:
            decision.choice = open_question(request.theme, context);
            break;
    }
    return decision;
}

Decision* find(std::vector<Decision>& decisions, const std::string& theme) {
    auto found = std::find_if(decisions.begin(), decisions.end(), [&](const Decision& d) { return d.theme == theme; });
    return found == decisions.end() ? nullptr : &*found;
}

}  // namespace

State state_of(const Decision& decision) {
    if (std::holds_alternative<Applied>(decision.choice)) return State::Applied;
    return std::holds_alternative<Explained>(decision.choice) ? State::Explained : State::Undecided;
}

std::string_view code_of(State state) {
    switch (state) {
        case State::Applied:
            return "applied";
        case State::Explained:
            return "explained";
        case State::Undecided:
            return "undecided";
    }
    return "undecided";
}

std::vector<std::string> themes_of(const Rules& rules, const Policy* policy, Date day) {
    std::vector<std::string> codes;
    for (const Term& term : rules.vocabulary("themes"))
        if (term.in_force(day)) codes.push_back(term.code);
    if (policy)
        for (const OwnTheme& own : policy->themes) codes.push_back(own.code);
    return codes;
}

std::string theme_label(const Rules& rules, const Policy* policy, const std::string& theme, Language language) {
    if (const Term* term = rules.find("themes", theme)) return term->label(language);
    if (policy)
        for (const OwnTheme& own : policy->themes)
            if (own.code == theme) return language == Language::Dutch || own.en.empty() ? own.nl : own.en;
    return theme;
}

std::optional<int> policy_level(const Policy* policy, const std::string& theme, const std::string& product_group) {
    if (!policy) return std::nullopt;
    std::optional<int> general;
    for (const DefaultLevel& row : policy->default_levels) {
        if (row.theme != theme) continue;
        if (row.product_group.empty()) general = row.level;
        if (!row.product_group.empty() && row.product_group == product_group) return row.level;
    }
    for (const Opportunity& row : policy->opportunities)
        if (!product_group.empty() && row.product_group == product_group &&
            std::find(row.themes.begin(), row.themes.end(), theme) != row.themes.end())
            return 3;
    return general;
}

bool is_covered(const Tender& tender, const Policy* policy) {
    if (!policy) return true;
    const Coverage& coverage = policy->coverage;
    const auto names = [](const std::vector<std::string>& list, const std::string& code) {
        const bool unknown = code.empty() || code == "onbekend";
        return list.empty() || unknown || std::find(list.begin(), list.end(), code) != list.end();
    };
    if (!names(coverage.procedures, tender.procedure) || !names(coverage.kinds, tender.kind)) return false;
    const auto estimate = tender.value.high_cents;
    return !coverage.from_cents || !estimate || *estimate >= *coverage.from_cents;
}

std::vector<Decision> decide(const std::vector<Decision>& current, const std::vector<DecisionRequest>& requests,
                             const DecisionContext& context, std::vector<Fault>& faults) {
    std::vector<Decision> decisions = current;
    for (const std::string& theme : context.themes)
        if (!find(decisions, theme)) decisions.push_back({theme, context.today, open_question(theme, context)});
    std::vector<std::string> seen;
    for (const DecisionRequest& request : requests) {
        Decision* place = find(decisions, request.theme);
        if (!place) {
            faults.push_back({request.path + "/theme",
                              "decision.theme-unknown",
                              {{"value", request.theme}, {"accepted", joined(context.themes)}}});
            continue;
        }
        if (std::find(seen.begin(), seen.end(), request.theme) != seen.end())
            faults.push_back({request.path + "/theme", "decision.theme-twice", {{"value", request.theme}}});
        seen.push_back(request.theme);
        Decision decision = made(request, context, faults);
        // Saying again that a theme is undecided does not make the question any younger.
        if (state_of(*place) == State::Undecided && state_of(decision) == State::Undecided) {
            decision.since = place->since;
            std::get<Undecided>(decision.choice).reopened = std::get<Undecided>(place->choice).reopened;
        }
        *place = std::move(decision);
    }
    return decisions;
}

void follow_ambition(std::vector<Decision>& decisions, const DecisionContext& context) {
    for (Decision& decision : decisions) {
        if (auto* applied = std::get_if<Applied>(&decision.choice)) {
            if (applied->source == LevelSource::Ambition && context.tender.ambition)
                applied->level = *context.tender.ambition;
        } else if (auto* undecided = std::get_if<Undecided>(&decision.choice)) {
            undecided->proposed_level = open_question(decision.theme, context).proposed_level;
        }
    }
}

}  // namespace mvoi::domain
