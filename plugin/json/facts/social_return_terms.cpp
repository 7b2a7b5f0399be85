// SPDX-License-Identifier: EUPL-1.2
// Written and read side by side, so that the two cannot drift apart. Members in the order of canonical JSON.
#include "json/facts/social_return_terms.hpp"

#include "json/facts/reading.hpp"

namespace mvoi::json {
namespace {

using namespace domain::measure;
using namespace domain::social_return;
using domain::to_text;

Decimal exact(const Value& object, const char* name) {
    return must(parse_decimal(object.text_or(name)), name);
}
std::optional<Decimal> exact_if(const Value& object, const char* name) {
    return object.find(name) ? std::optional(exact(object, name)) : std::nullopt;
}
void write_if(Out& out, const char* name, const std::optional<Decimal>& number) {
    if (number) out.member(name, number->text());
}
std::int64_t cents_of(const Value& object, const char* name) {
    return must(big_number(object, name), name);
}
int int_of(const Value& object, const char* name) {
    return static_cast<int>(object.integer_or(name, 0));
}

// ---- tables ---------------------------------------------------------------------------------------------------------

void write_block(Out& out, const Block& block) {
    out.object([&] {
        out.member("code", block.code);
        out.member_if("en", block.en);
        if (block.limit == Limit::Always) out.member("limit", "always");
        if (block.limit == Limit::Months) out.member("limitMonths", block.limit_months);
        out.member("nl", block.nl);
        out.member("yearCents", block.year_cents);
    });
}

Block block_from(const Value& object) {
    Block block{object.text_or("code"), object.text_or("nl"), object.text_or("en"), cents_of(object, "yearCents")};
    if (object.text_or("limit") == "always") block.limit = Limit::Always;
    if (const auto months = small_number(object, "limitMonths")) {
        block.limit = Limit::Months;
        block.limit_months = *months;
    }
    return block;
}

void write_bonus(Out& out, const Bonus& bonus) {
    out.object([&] {
        out.member("cents", bonus.cents);
        out.member("code", bonus.code);
        out.member_if("en", bonus.en);
        if (bonus.from_months) out.member("fromMonths", bonus.from_months);
        out.member("nl", bonus.nl);
    });
}

Bonus bonus_from(const Value& object) {
    return {object.text_or("code"), object.text_or("nl"), object.text_or("en"), cents_of(object, "cents"),
            int_of(object, "fromMonths")};
}

// ---- rules ----------------------------------------------------------------------------------------------------------

void write_threshold(Out& out, const Rule::Threshold& threshold) {
    out.object([&] {
        if (!threshold.from_itself) out.member("above", true);
        out.member("cents", threshold.cents);
        out.texts("kinds", threshold.kinds);
    });
}

Rule::Threshold threshold_from(const Value& object) {
    return {texts_of(object, "kinds"), cents_of(object, "cents"), !object.boolean_or("above", false)};
}

}  // namespace

void write_json(Out& out, const Table& table) {
    out.object([&] {
        if (table.activity)
            out.object("activity", [&] {
                out.member("code", table.activity->code);
                if (table.activity->day_cents) out.member("dayCents", table.activity->day_cents);
                if (table.activity->hour_cents) out.member("hourCents", table.activity->hour_cents);
            });
        out.list("blocks", table.blocks, [&](const Block& each) { write_block(out, each); });
        if (!table.bonuses.empty())
            out.list("bonuses", table.bonuses, [&](const Bonus& each) { write_bonus(out, each); });
        out.member("code", table.code);
        out.member_if("en", table.en);
        if (table.lks_counts) out.member("lksCounts", true);
        out.member("nl", table.nl);
        if (!table.pso.empty())
            out.list("pso", table.pso, [&](const PsoDiscount& each) {
                out.object([&] {
                    out.member("code", each.step);
                    out.member("percent", each.percent.text());
                });
            });
        if (table.purchases_only_paid) out.member("purchases", *table.purchases_only_paid ? "paid" : "any");
        out.member_if("region", table.region);
        out.member_if("source", table.source);
        out.member_if("startedWithinMonths", table.started_within_months);
        if (table.valid_from) out.member("validFrom", to_text(*table.valid_from));
        if (table.valid_to) out.member("validTo", to_text(*table.valid_to));
    });
}

Table social_return_table_from(const Value& object) {
    Table table;
    if (const Value* activity = object.find("activity"))
        table.activity = Activity{activity->text_or("code"), activity->integer_or("hourCents", 0),
                                  activity->integer_or("dayCents", 0)};
    for (const Value& each : object.list_or_empty("blocks")) table.blocks.push_back(block_from(each));
    for (const Value& each : object.list_or_empty("bonuses")) table.bonuses.push_back(bonus_from(each));
    table.code = object.text_or("code");
    table.en = object.text_or("en");
    table.lks_counts = object.boolean_or("lksCounts", false);
    table.nl = object.text_or("nl");
    for (const Value& each : object.list_or_empty("pso"))
        table.pso.push_back({each.text_or("code"), exact(each, "percent")});
    if (object.find("purchases")) table.purchases_only_paid = object.text_or("purchases") == "paid";
    table.region = object.text_or("region");
    table.source = object.text_or("source");
    table.started_within_months = small_number(object, "startedWithinMonths");
    table.valid_from = date_if(object, "validFrom");
    table.valid_to = date_if(object, "validTo");
    return table;
}

void write_json(Out& out, const Rule& rule) {
    out.object([&] {
        write_if(out, "assumedLabourPercent", rule.assumed_labour_percent);
        out.member_if("basis", rule.basis);
        if (rule.carry_over) out.member("carryOver", true);
        out.member_if("code", rule.code);
        if (rule.from_months) out.member("fromMonths", rule.from_months);
        if (rule.labour_share)
            out.object("labourShare", [&] {
                out.member("belowPercent", rule.labour_share->below_percent.text());
                out.member("percent", rule.labour_share->percent.text());
            });
        out.member_if("organisation", rule.organisation);
        write_if(out, "percent", rule.percent);
        out.member_if("source", rule.source);
        out.list("thresholds", rule.thresholds, [&](const Rule::Threshold& each) { write_threshold(out, each); });
    });
}

Rule social_return_rule_from(const Value& object) {
    Rule rule;
    rule.assumed_labour_percent = exact_if(object, "assumedLabourPercent");
    rule.basis = object.text_or("basis");
    rule.carry_over = object.boolean_or("carryOver", false);
    rule.code = object.text_or("code");
    rule.from_months = int_of(object, "fromMonths");
    if (const Value* share = object.find("labourShare"))
        rule.labour_share = Rule::LabourShare{exact(*share, "belowPercent"), exact(*share, "percent")};
    rule.organisation = object.text_or("organisation");
    rule.percent = exact_if(object, "percent");
    rule.source = object.text_or("source");
    for (const Value& each : object.list_or_empty("thresholds")) rule.thresholds.push_back(threshold_from(each));
    return rule;
}

void write_json(Out& out, const OwnRule& own) {
    out.object([&] {
        out.member_if("region", own.region);
        out.name("rule");
        write_json(out, own.rule);
        if (own.table) {
            out.name("table");
            write_json(out, *own.table);
        }
    });
}

OwnRule own_social_return_from(const Value& object) {
    OwnRule own;
    own.region = object.text_or("region");
    if (const Value* rule = object.find("rule")) own.rule = social_return_rule_from(*rule);
    if (const Value* table = object.find("table")) own.table = social_return_table_from(*table);
    return own;
}

void write_members(Out& out, const Terms& terms) {
    out.member_if("aanneemsomCents", terms.aanneemsom_cents);
    out.member_if("agreedCents", terms.agreed_cents);
    out.member_if("basis", terms.basis);
    if (terms.chosen_for) out.member("chosenFor", to_text(*terms.chosen_for));
    write_if(out, "labourSharePercent", terms.labour_share_percent);
    out.member_if("loonsomCents", terms.loonsom_cents);
    out.member_if("region", terms.region);
    out.name("rule");
    write_json(out, terms.rule);
    if (terms.table) {
        out.name("table");
        write_json(out, *terms.table);
    }
}

void write_json(Out& out, const Terms& terms) {
    out.object([&] { write_members(out, terms); });
}

Terms social_return_terms_from(const Value& object) {
    Terms terms;
    terms.aanneemsom_cents = big_number(object, "aanneemsomCents");
    terms.agreed_cents = big_number(object, "agreedCents");
    terms.basis = object.text_or("basis");
    terms.chosen_for = date_if(object, "chosenFor");
    terms.labour_share_percent = exact_if(object, "labourSharePercent");
    terms.loonsom_cents = big_number(object, "loonsomCents");
    terms.region = object.text_or("region");
    if (const Value* rule = object.find("rule")) terms.rule = social_return_rule_from(*rule);
    if (const Value* table = object.find("table")) terms.table = social_return_table_from(*table);
    return terms;
}

}  // namespace mvoi::json
