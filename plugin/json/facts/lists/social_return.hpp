// SPDX-License-Identifier: EUPL-1.2
// The members of social return: rules and tables, as policies and contracts hold them whole, and what was realised.
#pragma once

#include "domain/social_return/social_return.hpp"
#include "json/facts/fields.hpp"

namespace mvoi::json {

template <typename Fields>
void fields(Fields& f, As<domain::social_return::Block> auto& block) {
    using domain::social_return::Limit;
    std::string limit = block.limit == Limit::Always ? "always" : "";
    f.member("code", block.code);
    f.member_if("en", block.en);
    f.member_if("limit", limit);
    f.member_when(block.limit == Limit::Months, "limitMonths", block.limit_months);
    f.member("nl", block.nl);
    f.required("yearCents", block.year_cents);
    if constexpr (Fields::reads) {
        block.limit = block.limit_months > 0 ? Limit::Months : limit == "always" ? Limit::Always : Limit::NotStated;
    }
}

void fields(auto& f, As<domain::social_return::Bonus> auto& bonus) {
    f.required("cents", bonus.cents);
    f.member("code", bonus.code);
    f.member_if("en", bonus.en);
    f.member_if("fromMonths", bonus.from_months);
    f.member("nl", bonus.nl);
}

void fields(auto& f, As<domain::social_return::Activity> auto& activity) {
    f.member("code", activity.code);
    f.member_if("dayCents", activity.day_cents);
    f.member_if("hourCents", activity.hour_cents);
}

void fields(auto& f, As<domain::social_return::PsoDiscount> auto& discount) {
    f.member("code", discount.step);
    f.member("percent", discount.percent);
}

template <typename Fields>
void fields(Fields& f, As<domain::social_return::Table> auto& table) {
    std::string purchases = !table.purchases_only_paid ? "" : *table.purchases_only_paid ? "paid" : "any";
    f.member_if("activity", table.activity);
    f.member("blocks", table.blocks);
    f.member_if("bonuses", table.bonuses);
    f.member("code", table.code);
    f.member_if("en", table.en);
    f.member_if("lksCounts", table.lks_counts);
    f.member("nl", table.nl);
    f.member_if("pso", table.pso);
    f.member_if("purchases", purchases);
    f.member_if("region", table.region);
    f.member_if("source", table.source);
    f.member_if("startedWithinMonths", table.started_within_months);
    f.member_if("validFrom", table.valid_from);
    f.member_if("validTo", table.valid_to);
    if constexpr (Fields::reads)
        if (!purchases.empty()) table.purchases_only_paid = purchases == "paid";
}

template <typename Fields>
void fields(Fields& f, As<domain::social_return::Rule::Threshold> auto& threshold) {
    bool above = !threshold.from_itself;
    f.member_if("above", above);
    f.required("cents", threshold.cents);
    f.member("kinds", threshold.kinds);
    if constexpr (Fields::reads) threshold.from_itself = !above;
}

void fields(auto& f, As<domain::social_return::Rule::LabourShare> auto& share) {
    f.member("belowPercent", share.below_percent);
    f.member("percent", share.percent);
}

void fields(auto& f, As<domain::social_return::Rule> auto& rule) {
    f.member_if("assumedLabourPercent", rule.assumed_labour_percent);
    f.member_if("basis", rule.basis);
    f.member_if("carryOver", rule.carry_over);
    f.member_if("code", rule.code);
    f.member_if("fromMonths", rule.from_months);
    f.member_if("labourShare", rule.labour_share);
    f.member_if("organisation", rule.organisation);
    f.member_if("percent", rule.percent);
    f.member_if("source", rule.source);
    f.member("thresholds", rule.thresholds);
}

void fields(auto& f, As<domain::social_return::OwnRule> auto& own) {
    f.member_if("region", own.region);
    f.member("rule", own.rule);
    f.member_if("table", own.table);
}

void fields(auto& f, As<domain::social_return::Terms> auto& terms) {
    f.member_if("aanneemsomCents", terms.aanneemsom_cents);
    f.member_if("agreedCents", terms.agreed_cents);
    f.member_if("basis", terms.basis);
    f.member_if("chosenFor", terms.chosen_for);
    f.member_if("labourSharePercent", terms.labour_share_percent);
    f.member_if("loonsomCents", terms.loonsom_cents);
    f.member_if("region", terms.region);
    f.member("rule", terms.rule);
    f.member_if("table", terms.table);
}

// That two placements are of one candidate survives without their references.
void fields(auto& f, As<domain::social_return::Placement> auto& placement) {
    f.member("block", placement.block);
    f.member_if("bonuses", placement.bonuses);
    f.member("candidate", placement.candidate);
    f.member("halfMonths", placement.half_months);
    f.member("hoursPerWeek", placement.hours_per_week);
    f.member_if("lksHalfMonths", placement.lks_half_months);
    f.member("number", placement.number);
    f.redactable("reference", placement.reference);
    f.member("started", placement.started);
}

void fields(auto& f, As<domain::social_return::Invoice> auto& invoice) {
    f.member("cents", invoice.cents);
    f.member("number", invoice.number);
    f.member("on", invoice.on);
    f.member("paid", invoice.paid);
    f.redactable("reference", invoice.reference);
}

void fields(auto& f, As<domain::social_return::Done> auto& done) {
    f.member_if("days", done.days);
    f.member_if("hours", done.hours);
    f.member("number", done.number);
    f.member("on", done.on);
    f.redactable("reference", done.reference);
    f.member_if("valueCents", done.value_cents);
}

void fields(auto& f, As<domain::social_return::EffortRecord::Withdrawal> auto& back) {
    f.member("number", back.number);
    f.redactable_if("reason", back.reason);
}

void fields(auto& f, As<domain::social_return::EffortRecord> auto& realised) {
    f.member_if("activities", realised.activities);
    f.member_if("carriedInCents", realised.carried_in_cents);
    f.member("contract", realised.contract);
    f.member_if("invoices", realised.invoices);
    f.member_if("placements", realised.placements);
    f.member_if("pso", realised.pso_step);
    f.member_if("takenBack", realised.taken_back);
}

}  // namespace mvoi::json
