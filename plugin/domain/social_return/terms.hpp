// SPDX-License-Identifier: EUPL-1.2
// Social return: the dated tables of regions, the rules of organisations, and what one contract agreed. What a contract
// agreed holds the table and the rule whole, so that a later edition changes nothing of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/date.hpp"
#include "domain/measure/exact.hpp"

namespace mvoi::domain::social_return {

enum class Limit { NotStated, Months, Always };

// A target group, or a kind of placement, and what a year of 36 hours a week counts for.
struct Block {
    std::string code;
    std::string nl;
    std::string en;
    std::int64_t year_cents = 0;
    Limit limit = Limit::NotStated;
    int limit_months = 0;  // of Months: of one candidate together
    bool operator==(const Block&) const = default;
};

// Counts once beside a placement, in full, however many hours and months that is: our reading of the tables, which
// give one amount.
struct Bonus {
    std::string code;
    std::string nl;
    std::string en;
    std::int64_t cents = 0;
    int from_months = 0;  // only when the placement lasts as long
    bool operator==(const Bonus&) const = default;
};

struct Activity {
    std::string code;
    std::int64_t hour_cents = 0;  // of each hour; 0: not by the hour
    std::int64_t day_cents = 0;   // the most of each day; 0: not by the day
    bool operator==(const Activity&) const = default;
};

struct PsoDiscount {
    std::string step;          // aspirant, basis, trede-1, trede-2, trede-3
    measure::Decimal percent;  // of the obligation
    bool operator==(const PsoDiscount&) const = default;
};

struct Table {
    std::string code;
    std::string region;
    std::string nl;
    std::string en;
    std::optional<Date> valid_from;  // nothing: not known, and never chosen by a date
    std::optional<Date> valid_to;    // inclusive
    std::vector<Block> blocks;
    std::vector<Bonus> bonuses;
    std::optional<bool> purchases_only_paid;  // invoices of social enterprises; nothing: no value shown for them
    std::optional<Activity> activity;
    std::optional<int> started_within_months;  // before the contract
    bool lks_counts = false;  // with loonkostensubsidie a candidate counts as long as that lasts, also over the limit
    std::vector<PsoDiscount> pso;
    std::string source;
    bool operator==(const Table&) const = default;
};
using Tables = std::vector<Table>;

// A rule that lays down the contracts that owe social return, the amount it is reckoned over, and the percentage. Rules
// of organisations as they were found, and one's own.
struct Rule {
    struct Threshold {
        std::vector<std::string> kinds;  // werk, levering, dienst
        std::int64_t cents = 0;
        bool from_itself = true;  // the amount itself counts (vanaf); otherwise only what is above it (boven)
        bool operator==(const Threshold&) const = default;
    };
    struct LabourShare {
        measure::Decimal below_percent;  // of the contract: not this share itself
        measure::Decimal percent;        // then this percentage holds
        bool operator==(const LabourShare&) const = default;
    };
    std::string code;
    std::string organisation;
    std::vector<Threshold> thresholds;        // a kind that is not named owes nothing
    std::string basis;                        // opdrachtwaarde, aanneemsom, loonsom; empty: the rule does not say
    std::optional<measure::Decimal> percent;  // nothing: made to measure
    std::optional<LabourShare> labour_share;
    std::optional<measure::Decimal> assumed_labour_percent;  // of the aanneemsom: the loonsom that is reckoned with
    int from_months = 0;                                     // shorter contracts owe nothing
    bool carry_over = false;                                 // value that another contract brought too much counts here
    std::string source;
    bool operator==(const Rule&) const = default;
};
using RuleList = std::vector<Rule>;

// The rule of an organisation for its own contracts, with a table of its own or that of a region.
struct OwnRule {
    Rule rule;
    std::string region;          // of the table that counts; empty: the own one
    std::optional<Table> table;  // of its own
    bool operator==(const OwnRule&) const = default;
};

// The agreements about social return under one contract.
struct Terms {
    Rule rule;
    std::optional<Table> table;      // nothing: none is known; then nothing can be counted
    std::string region;              // of the table that was asked for; empty: a table was named, or is of its own
    std::optional<Date> chosen_for;  // of a region: the day of publication by which its table was chosen
    std::optional<std::int64_t> agreed_cents;  // the amount that the contract itself says; goes before the rule
    std::string basis;                         // only when the rule has none: opdrachtwaarde, aanneemsom, loonsom
    std::optional<std::int64_t> aanneemsom_cents;
    std::optional<std::int64_t> loonsom_cents;
    std::optional<measure::Decimal> labour_share_percent;
    bool operator==(const Terms&) const = default;
};

}  // namespace mvoi::domain::social_return
