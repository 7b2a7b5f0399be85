// SPDX-License-Identifier: EUPL-1.2
#include "json/facts/policy.hpp"

#include <stdexcept>

#include "domain/phase.hpp"
#include "json/facts/reading.hpp"
#include "json/facts/social_return_terms.hpp"
#include "json/rules/planning.hpp"

namespace mvoi::json {
namespace {

using namespace domain;

void texts_if(Out& out, const char* name, const std::vector<std::string>& items) {
    if (!items.empty()) out.texts(name, items);
}

// ---- writing, members in the order of canonical JSON ----------------------------------------------------------------

void write_board(Out& out, const BoardRule& board) {
    out.object("board", [&] {
        out.member("everyDays", board.every_days);
        if (board.first_meeting) out.member("firstMeeting", to_text(*board.first_meeting));
        texts_if(out, "flags", board.flags);
        out.member_if("fromCents", board.from_cents);
        out.member("papersDays", board.papers_days);
        texts_if(out, "procedures", board.procedures);
        out.texts("reviewers", board.reviewers);
    });
}

void write_coverage(Out& out, const Coverage& coverage) {
    out.object("covers", [&] {
        out.member_if("fromCents", coverage.from_cents);
        texts_if(out, "kinds", coverage.kinds);
        texts_if(out, "procedures", coverage.procedures);
    });
}

void write_reason(Out& out, const ReasonRule& rule) {
    out.object([&] {
        out.member_if("agreement", rule.agreement);
        if (rule.endings) out.texts("endings", *rule.endings);
        out.member_if("endsAfterMonths", rule.ends_after_months);
        out.member("reason", rule.reason);
        if (rule.signers) out.texts("signers", *rule.signers);
    });
}

void write_publication(Out& out, const Publication& publication) {
    out.object("publication", [&] {
        out.list("bandsCents", publication.bands_cents, [&](std::int64_t cents) { out.value(cents); });
        out.redactable_if("contact", publication.contact);
        out.redactable_if("disclaimer", publication.disclaimer);
        if (publication.fields) out.texts("fields", *publication.fields);
        if (publication.milestones) out.texts("milestones", *publication.milestones);
        if (publication.precision) out.member("precision", code_of(*publication.precision));
    });
}

// ---- reading --------------------------------------------------------------------------------------------------------

BoardRule board_from(const Value& object) {
    BoardRule board;
    board.reviewers = texts_of(object, "reviewers");
    board.from_cents = big_number(object, "fromCents");
    board.procedures = texts_of(object, "procedures");
    board.flags = texts_of(object, "flags");
    board.first_meeting = parse_date(object.text_or("firstMeeting"));
    board.every_days = static_cast<int>(object.integer_or("everyDays", 0));
    board.papers_days = static_cast<int>(object.integer_or("papersDays", 0));
    return board;
}

ReasonRule reason_from(const Value& object) {
    ReasonRule rule;
    rule.reason = object.text_or("reason");
    if (object.find("signers")) rule.signers = texts_of(object, "signers");
    if (object.find("agreement")) rule.agreement = object.text_or("agreement");
    if (object.find("endsAfterMonths"))
        rule.ends_after_months = static_cast<int>(object.integer_or("endsAfterMonths", 0));
    if (object.find("endings")) rule.endings = texts_of(object, "endings");
    return rule;
}

Publication publication_from(const Value& object) {
    Publication publication;
    if (object.find("fields")) publication.fields = texts_of(object, "fields");
    if (object.find("milestones")) publication.milestones = texts_of(object, "milestones");
    publication.precision = precision_from(object.text_or("precision"));
    for (const Value& each : object.list_or_empty("bandsCents")) publication.bands_cents.push_back(*each.integer());
    publication.contact = object.text_or("contact");
    publication.disclaimer = object.text_or("disclaimer");
    return publication;
}

// What says which tenders go through which gate.
void read_gate(Policy& policy, const Value& value) {
    policy.gate_mode = gate_mode_from(value.text_or("gateMode"));
    if (const Value* covers = value.find("covers"))
        policy.coverage = {big_number(*covers, "fromCents"), texts_of(*covers, "procedures"),
                           texts_of(*covers, "kinds")};
    for (const Value& each : value.list_or_empty("reasons")) policy.reasons.push_back(reason_from(each));
    if (const Value* board = value.find("board")) policy.board = board_from(*board);
    if (const Value* drift = value.find("drift")) policy.drift = drift_rule_from(*drift);
    for (const Value& each : value.list_or_empty("permissions"))
        policy.permissions[each.text_or("operation")] = texts_of(each, "roles");
}

}  // namespace

void write_json(Out& out, const OwnTheme& own) {
    out.object([&] {
        out.member_if("en", own.en);
        out.member("nl", own.nl);
        out.member("theme", own.code);
    });
}

OwnTheme own_theme_from(const Value& value) {
    return {value.text_or("theme"), value.text_or("nl"), value.text_or("en")};
}

void write_json(Out& out, const DriftRule& rule) {
    out.object([&] {
        out.texts("backOnAgenda", rule.kinds);
        out.member("estimatePercent", rule.estimate_percent);
    });
}

DriftRule drift_rule_from(const Value& value) {
    return {texts_of(value, "backOnAgenda"),
            static_cast<int>(value.integer_or("estimatePercent", DriftRule{}.estimate_percent))};
}

void write_json(Out& out, const Policy& policy) {
    out.object([&] {
        out.member_if("ambition", policy.ambition);
        out.member_if("authority", policy.authority);
        if (policy.board) write_board(out, *policy.board);
        out.list("catalogueEditions", policy.catalogue_editions, [&](const auto& each) {
            out.object([&] {
                out.member("edition", each.second);
                out.member("productGroup", each.first);
            });
        });
        if (!policy.checking.empty())
            out.list("checking", policy.checking, [&](const CheckingHours& each) {
                out.object([&] {
                    out.member("hoursPerYear", each.hours_per_year);
                    out.member("role", each.role);
                });
            });
        write_coverage(out, policy.coverage);
        out.list("defaultLevels", policy.default_levels, [&](const DefaultLevel& row) {
            out.object([&] {
                out.member("level", row.level);
                out.member_if("productGroup", row.product_group);
                out.member("theme", row.theme);
            });
        });
        if (policy.drift) {
            out.name("drift");
            write_json(out, *policy.drift);
        }
        out.member("gateMode", code_of(policy.gate_mode));
        out.list("goals", policy.goals, [&](const Goal& row) {
            out.object([&] {
                out.member("percent", row.percent);
                out.member("theme", row.theme);
                out.member("year", row.year);
            });
        });
        out.list("opportunities", policy.opportunities, [&](const Opportunity& row) {
            out.object([&] {
                out.member("productGroup", row.product_group);
                out.texts("themes", row.themes);
            });
        });
        out.member("organisation", policy.organisation);
        out.list("permissions", policy.permissions, [&](const auto& each) {
            out.object([&] {
                out.member("operation", each.first);
                out.texts("roles", each.second);
            });
        });
        if (policy.planning != PlanningRule{}) {
            out.name("planning");
            write_json(out, policy.planning);
        }
        out.member("policy", policy.id);
        out.member("provisionalDays", policy.provisional_days);
        if (policy.publication) write_publication(out, *policy.publication);
        out.list("reasons", policy.reasons, [&](const ReasonRule& rule) { write_reason(out, rule); });
        if (policy.social_return) {
            out.name("socialReturn");
            write_json(out, *policy.social_return);
        }
        out.list("themes", policy.themes, [&](const OwnTheme& own) { write_json(out, own); });
        out.object("thresholds", [&] {
            for (const auto& [name, cents] : policy.thresholds_cents) out.member(name, cents);
        });
        out.redactable_if("title", policy.title);
        out.member("validFrom", to_text(policy.valid_from));
        out.member("warningDays", policy.warning_days);
    });
}

Policy policy_from(const Value& value) {
    Policy policy;
    policy.id = value.text_or("policy");
    policy.organisation = value.text_or("organisation");
    policy.title = value.text_or("title");
    policy.authority = value.text_or("authority");
    const auto valid_from = parse_date(value.text_or("validFrom"));
    if (!valid_from) throw std::runtime_error("a policy without validFrom");
    policy.valid_from = *valid_from;
    if (value.find("ambition")) policy.ambition = static_cast<int>(value.integer_or("ambition", 1));
    for (const Value& row : value.list_or_empty("defaultLevels"))
        policy.default_levels.push_back(
            {row.text_or("theme"), row.text_or("productGroup"), static_cast<int>(row.integer_or("level", 1))});
    for (const Value& row : value.list_or_empty("opportunities"))
        policy.opportunities.push_back({row.text_or("productGroup"), texts_of(row, "themes")});
    for (const Value& row : value.list_or_empty("themes")) policy.themes.push_back(own_theme_from(row));
    read_gate(policy, value);
    for (const Value& row : value.list_or_empty("catalogueEditions"))
        policy.catalogue_editions[row.text_or("productGroup")] = row.text_or("edition");
    if (const Value* thresholds = value.find("thresholds"))
        for (const Member& each : *thresholds->object()) policy.thresholds_cents[each.name] = *each.value.integer();
    if (const Value* planning = value.find("planning")) policy.planning = planning_rule_from(*planning);
    for (const Value& row : value.list_or_empty("goals"))
        policy.goals.push_back({row.text_or("theme"), static_cast<int>(row.integer_or("year", 0)),
                                static_cast<int>(row.integer_or("percent", 0))});
    if (const Value* publication = value.find("publication")) policy.publication = publication_from(*publication);
    if (const Value* own = value.find("socialReturn")) policy.social_return = own_social_return_from(*own);
    for (const Value& row : value.list_or_empty("checking"))
        policy.checking.push_back({row.text_or("role"), static_cast<int>(row.integer_or("hoursPerYear", 0))});
    policy.provisional_days = static_cast<int>(value.integer_or("provisionalDays", policy.provisional_days));
    policy.warning_days = static_cast<int>(value.integer_or("warningDays", policy.warning_days));
    return policy;
}

}  // namespace mvoi::json
