// SPDX-License-Identifier: EUPL-1.2
// The members of a policy: of the journal's facts, and of a request.
#pragma once

#include "json/facts/lists/common.hpp"
#include "json/facts/lists/social_return.hpp"

namespace mvoi::json {

void fields(auto& f, As<domain::BoardRule> auto& board) {
    f.member("everyDays", board.every_days);
    f.member_if("firstMeeting", board.first_meeting);
    f.member_if("flags", board.flags);
    f.member_if("fromCents", board.from_cents);
    f.member("papersDays", board.papers_days);
    f.member_if("procedures", board.procedures);
    f.member("reviewers", board.reviewers);
}

void fields(auto& f, As<domain::Coverage> auto& coverage) {
    f.member_if("fromCents", coverage.from_cents);
    f.member_if("kinds", coverage.kinds);
    f.member_if("procedures", coverage.procedures);
}

void fields(auto& f, As<domain::ReasonRule> auto& rule) {
    f.member_if("agreement", rule.agreement);
    f.member_if("endings", rule.endings);
    f.member_if("endsAfterMonths", rule.ends_after_months);
    f.member("reason", rule.reason);
    f.member_if("signers", rule.signers);
}

void fields(auto& f, As<domain::Publication> auto& publication) {
    f.member("bandsCents", publication.bands_cents);
    f.redactable_if("contact", publication.contact);
    f.redactable_if("disclaimer", publication.disclaimer);
    f.member_if("fields", publication.fields);
    f.member_if("milestones", publication.milestones);
    f.member_if("precision", publication.precision);
}

void fields(auto& f, As<domain::CheckingHours> auto& checking) {
    f.member("hoursPerYear", checking.hours_per_year);
    f.member("role", checking.role);
}

void fields(auto& f, As<domain::DefaultLevel> auto& row) {
    f.member("level", row.level);
    f.member_if("productGroup", row.product_group);
    f.member("theme", row.theme);
}

void fields(auto& f, As<domain::Goal> auto& goal) {
    f.member("percent", goal.percent);
    f.member("theme", goal.theme);
    f.member("year", goal.year);
}

void fields(auto& f, As<domain::Opportunity> auto& opportunity) {
    f.member("productGroup", opportunity.product_group);
    f.member("themes", opportunity.themes);
}

void fields(auto& f, As<domain::ClosedTime> auto& closed) {
    f.member("from", closed.first);
    f.member("title", closed.title);
    f.member("to", closed.last);
}

void fields(auto& f, As<domain::LeadTime> auto& lead) {
    f.member("days", lead.days);
    f.member_if("kind", lead.kind);
    f.member_if("level", lead.level);
    f.member("part", lead.part);
    f.member_if("procedure", lead.procedure);
}

void fields(auto& f, As<domain::PlanningRule> auto& planning) {
    f.member("closed", planning.closed);
    f.member("leadTimes", planning.lead_times);
}

void fields(auto& f, As<domain::OwnThresholds> auto& from) {
    f.member_if("meervoudigLeveringenDienstenCents", from.several.supplies_and_services_cents);
    f.member_if("meervoudigWerkenCents", from.several.works_cents);
    f.member_if("nationaalLeveringenDienstenCents", from.national.supplies_and_services_cents);
    f.member_if("nationaalWerkenCents", from.national.works_cents);
}

void fields(auto& f, As<domain::Policy> auto& policy) {
    f.member_if("ambition", policy.ambition);
    f.member_if("authority", policy.authority);
    f.member_if("board", policy.board);
    f.list("catalogueEditions", policy.catalogue_editions, [](auto& g, auto& of_group) {
        g.member("edition", of_group.second);
        g.member("productGroup", of_group.first);
    });
    f.member_if("checking", policy.checking);
    f.member("covers", policy.coverage);
    f.member("defaultLevels", policy.default_levels);
    f.member_if("drift", policy.drift);
    f.member("gateMode", policy.gate_mode);
    f.member("goals", policy.goals);
    f.member("opportunities", policy.opportunities);
    f.member("organisation", policy.organisation);
    f.list("permissions", policy.permissions, [](auto& g, auto& permission) {
        g.member("operation", permission.first);
        g.member("roles", permission.second);
    });
    f.member_if("planning", policy.planning);
    f.member("policy", policy.id);
    f.member("provisionalDays", policy.provisional_days);
    f.member_if("publication", policy.publication);
    f.member("reasons", policy.reasons);
    f.member_if("socialReturn", policy.social_return);
    f.member("themes", policy.themes);
    f.member("thresholds", policy.thresholds);
    f.redactable_if("title", policy.title);
    f.member("validFrom", policy.valid_from);
    f.member("warningDays", policy.warning_days);
}

}  // namespace mvoi::json
