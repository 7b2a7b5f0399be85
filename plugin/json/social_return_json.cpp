// SPDX-License-Identifier: EUPL-1.2
#include "json/social_return_json.hpp"

#include "json/reading.hpp"
#include "json/rule_row.hpp"

namespace mvoi::json {
namespace {

using namespace domain::contract::social_return;

std::int64_t cents_of(const Value& row, const char* name) {
    return sense_in(big_number(row, name), row);
}

Block read_block(const Value& row) {
    Block block{row.text_or("code"), row.text_or("nl"), row.text_or("en"), cents_of(row, "yearCents")};
    if (row.text_or("limit") == "always") block.limit = Limit::Always;
    if (const auto months = small_number(row, "limitMonths")) {
        block.limit = Limit::Months;
        block.limit_months = *months;
    }
    return block;
}

Bonus read_bonus(const Value& row) {
    return {row.text_or("code"), row.text_or("nl"), row.text_or("en"), cents_of(row, "cents"),
            static_cast<int>(row.integer_or("fromMonths", 0))};
}

Table read_table(const Value& document) {
    Table table;
    table.code = document.text_or("socialReturnTable");
    table.region = document.text_or("region");
    table.nl = document.text_or("nl");
    table.en = document.text_or("en");
    table.valid_from = day_if(document, "validFrom");
    table.valid_to = day_if(document, "validTo");
    for (const Value& row : document.list_or_empty("blocks")) table.blocks.push_back(read_block(row));
    for (const Value& row : document.list_or_empty("bonuses")) table.bonuses.push_back(read_bonus(row));
    if (document.find("purchases")) table.purchases_only_paid = document.text_or("purchases") == "paid";
    if (const Value* activity = document.find("activity"))
        table.activity = Activity{activity->text_or("code"), activity->integer_or("hourCents", 0),
                                  activity->integer_or("dayCents", 0)};
    table.started_within_months = small_number(document, "startedWithinMonths");
    table.lks_counts = document.boolean_or("lksCounts", false);
    for (const Value& row : document.list_or_empty("pso"))
        table.pso.push_back({row.text_or("code"), decimal_of(row, "percent")});
    table.source = document.text_or("source");
    return table;
}

Tables read_tables() {
    constexpr std::string_view prefix = "rules/social-return-";
    Tables tables;
    for (std::size_t i = 0; i < resources::file_count; ++i) {
        if (!resources::files[i].name.starts_with(prefix)) continue;
        const Value document = parse(resources::files[i].content);
        if (document.find("socialReturnTable")) tables.push_back(read_table(document));
    }
    return tables;
}

Rule read_rule(const Value& row) {
    Rule rule;
    rule.code = row.text_or("code");
    rule.organisation = row.text_or("organisation");
    for (const Value& each : row.list_or_empty("thresholds"))
        rule.thresholds.push_back({texts_of(each, "kinds"), cents_of(each, "cents"), !each.boolean_or("above", false)});
    rule.basis = row.text_or("basis");
    rule.percent = decimal_if(row, "percent");
    if (const Value* share = row.find("labourShare"))
        rule.labour_share = Rule::LabourShare{decimal_of(*share, "belowPercent"), decimal_of(*share, "percent")};
    rule.assumed_labour_percent = decimal_if(row, "assumedLabourPercent");
    rule.from_months = static_cast<int>(row.integer_or("fromMonths", 0));
    rule.carry_over = row.boolean_or("carryOver", false);
    rule.source = row.text_or("source");
    return rule;
}

}  // namespace

// Both are kept for ever: calls may come while the process ends.
const Tables& social_return_tables() {
    static const auto* tables = new Tables(read_tables());
    return *tables;
}

const RuleList& social_return_rules() {
    static const auto* rules = new RuleList(read_rows("social-return-obligations.json", read_rule));
    return *rules;
}

}  // namespace mvoi::json
