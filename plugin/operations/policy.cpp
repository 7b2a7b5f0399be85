// SPDX-License-Identifier: EUPL-1.2
// policy.adopt: an organisation lays down its own rules, as a dated edition.
#include <algorithm>

#include "domain/decision/decide.hpp"

#include "domain/words.hpp"
#include "json/facts/form.hpp"
#include "json/text.hpp"
#include "operations/contract/social_return.hpp"
#include "operations/table.hpp"
#include "store/tables/policies.hpp"

namespace mvoi::operations {
namespace {

using domain::Fault;
using domain::Policy;

// Faults that only the rules can tell: themes that do not exist, or that are given twice.
std::vector<Fault> faults_of(const Policy& policy, const domain::Rules& rules) {
    std::vector<Fault> faults;
    std::vector<std::string> known = domain::themes_of(rules, nullptr, policy.valid_from);
    const auto is_known = [&](const std::string& theme) {
        return std::find(known.begin(), known.end(), theme) != known.end();
    };
    for (std::size_t i = 0; i < policy.themes.size(); ++i) {
        const std::string& theme = policy.themes[i].code;
        if (rules.find("themes", theme) || is_known(theme))
            faults.push_back({"/themes/" + std::to_string(i) + "/theme", "policy.theme-exists", {{"value", theme}}});
        known.push_back(theme);
    }
    const std::string accepted = domain::joined(known);
    const auto check = [&](const std::string& theme, const std::string& path) {
        if (!is_known(theme))
            faults.push_back({path, "decision.theme-unknown", {{"value", theme}, {"accepted", accepted}}});
    };
    for (std::size_t i = 0; i < policy.default_levels.size(); ++i) {
        const domain::DefaultLevel& row = policy.default_levels[i];
        const std::string path = "/defaultLevels/" + std::to_string(i);
        check(row.theme, path + "/theme");
        for (std::size_t j = 0; j < i; ++j)
            if (policy.default_levels[j].theme == row.theme &&
                policy.default_levels[j].product_group == row.product_group)
                faults.push_back({path, "policy.level-twice", {{"value", row.theme}}});
    }
    for (std::size_t i = 0; i < policy.goals.size(); ++i)
        check(policy.goals[i].theme, "/goals/" + std::to_string(i) + "/theme");
    for (std::size_t i = 0; i < policy.opportunities.size(); ++i)
        for (std::size_t j = 0; j < policy.opportunities[i].themes.size(); ++j)
            check(policy.opportunities[i].themes[j],
                  "/opportunities/" + std::to_string(i) + "/themes/" + std::to_string(j));
    return faults;
}

// Lists in which something may be named once, and permissions, which name operations that write.
void check_names(const json::Value& request, std::vector<Fault>& faults) {
    const std::pair<const char*, const char*> once[] = {{"opportunities", "productGroup"},
                                                        {"reasons", "reason"},
                                                        {"permissions", "operation"},
                                                        {"catalogueEditions", "productGroup"},
                                                        {"checking", "role"}};
    for (const auto& [list, member] : once) {
        std::vector<std::string> seen;
        for (const json::Value& row : request.list_or_empty(list)) {
            const std::string name = row.text_or(member);
            const std::string path = "/" + std::string(list) + "/" + std::to_string(seen.size()) + "/" + member;
            if (std::find(seen.begin(), seen.end(), name) != seen.end())
                faults.push_back({path, "policy.twice", {{"value", name}}});
            seen.push_back(name);
        }
    }
    std::string writing;
    for (const Operation& operation : operations())
        if (operation.writes) writing += (writing.empty() ? "" : ", ") + std::string(operation.name);
    std::size_t row = 0;
    for (const json::Value& each : request.list_or_empty("permissions")) {
        const Operation* named = find_operation(each.text_or("operation"));
        if (!named || !named->writes)
            faults.push_back({"/permissions/" + std::to_string(row) + "/operation",
                              "policy.operation-unknown",
                              {{"value", each.text_or("operation")}, {"accepted", writing}}});
        ++row;
    }
}

// Closed times end after they begin, are no seasons, and stand apart.
void check_closed_times(const domain::PlanningRule& planning, std::vector<Fault>& faults) {
    constexpr int longest_days = 92;
    for (std::size_t i = 0; i < planning.closed.size(); ++i) {
        const domain::ClosedTime& each = planning.closed[i];
        const std::string path = "/planning/closed/" + std::to_string(i) + "/to";
        const std::map<std::string, std::string> words{{"from", domain::to_text(each.first)},
                                                       {"value", domain::to_text(each.last)}};
        if (each.last < each.first)
            faults.push_back({path, "policy.closed-ends-before", words});
        else if ((each.last - each.first).days() >= longest_days)
            faults.push_back({path, "policy.closed-too-long", words});
        for (std::size_t j = 0; j < i; ++j)
            if (planning.closed[j].first <= each.last && each.first <= planning.closed[j].last)
                faults.push_back({path, "policy.closed-twice", words});
    }
}

// Value bands are told by their bounds, from low to high, and without bounds there are none.
void check_publication(const Policy& policy, std::vector<Fault>& faults) {
    if (!policy.publication) return;
    const auto& bands = policy.publication->bands_cents;
    for (std::size_t i = 1; i < bands.size(); ++i)
        if (bands[i] <= bands[i - 1])
            faults.push_back({"/publication/bandsCents/" + std::to_string(i),
                              "policy.bands-order",
                              {{"value", std::to_string(bands[i])}, {"before", std::to_string(bands[i - 1])}}});
    const auto& fields = policy.publication->fields;
    if (bands.empty() && fields && std::find(fields->begin(), fields->end(), "valueBand") != fields->end())
        faults.push_back({"/publication/bandsCents", "policy.bands-needed", {}});
}

// "gm0344:2026-01-01:1", and :2 for a second edition that begins on the same day.
std::string name_of(store::Connection& connection, const Policy& policy) {
    const std::string from = domain::to_text(policy.valid_from);
    const std::int64_t before = store::policies_from(connection, policy.organisation, policy.valid_from);
    return policy.organisation + ":" + from + ":" + std::to_string(before + 1);
}

}  // namespace

std::string policy_adopt(const Call& call) {
    if (auto wrong = social_return_faults(call.request(), call.book()); !wrong.empty())
        throw domain::Refusal(domain::No::Invalid, std::move(wrong));
    std::vector<Fault> faults;
    Policy policy = json::asked<Policy>(call.request(), {}, faults);
    faults = faults_of(policy, call.rules());
    check_names(call.request(), faults);
    check_closed_times(policy.planning, faults);
    check_publication(policy, faults);
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));

    const Committed committed = call.write([&](store::Connection& connection) {
        call.permit(call.store().policy_in_force(connection, policy.organisation, call.today()).get());
        policy.id = name_of(connection, policy);
        Draft draft;
        draft.object = "policy:" + policy.id;
        draft.facts.policy = policy;
        return draft;
    });
    const Policy& adopted = *committed.entry.facts.policy;
    json::Value answer;
    answer.add("policy", adopted.id);
    answer.add("organisation", adopted.organisation);
    answer.add("validFrom", domain::to_text(adopted.valid_from));
    answer.add("entry", committed.entry.seq);
    answer.add("findings", json::Value(json::List{}));
    return json::write(answer);
}

}  // namespace mvoi::operations
