// SPDX-License-Identifier: EUPL-1.2
// Social return by the bouwblokkenmethode: what a supplier owes, and what its efforts count for.
//
//     obligation = basis x percentage                                  by the rule of an organisation
//     realised   = sum of value x hours/36 x months/12, each cut to its limit, + bonuses + invoices + activities
//
// There is no national list of values: regions have their own, and an edition counts for the tenders published while it
// held. Everything is exact; the sum is rounded once, at the end, to whole cents, half a cent upwards. What a table
// does not say is not filled in: no limit stated is no limit, and the statement says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/contract/standing.hpp"
#include "domain/model.hpp"

namespace mvoi::domain::contract::social_return {

// ---- the dated tables -----------------------------------------------------------------------------------------------

enum class Limit { NotStated, Months, Always };

// A target group, or a kind of placement, and what a year of 36 hours a week counts for.
struct Block {
    std::string code;
    std::string nl;
    std::string en;
    std::int64_t year_cents = 0;
    Limit limit = Limit::NotStated;
    int limit_months = 0;  // of Months: of one candidate together
};

// Counts once beside a placement, in full, however many hours and months that is: our reading of the tables, which
// give one amount.
struct Bonus {
    std::string code;
    std::string nl;
    std::string en;
    std::int64_t cents = 0;
    int from_months = 0;  // only when the placement lasts as long
};

struct Activity {
    std::string code;
    std::int64_t hour_cents = 0;  // of each hour; 0: not by the hour
    std::int64_t day_cents = 0;   // the most of each day; 0: not by the day
};

struct PsoDiscount {
    std::string step;  // aspirant, basis, trede-1, trede-2, trede-3
    Decimal percent;   // of the obligation
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
};
using Tables = std::vector<Table>;

// Who owes social return, over what, and how much. Rules of organisations as they were found, and one's own.
struct Rule {
    struct Threshold {
        std::vector<std::string> kinds;  // werk, levering, dienst
        std::int64_t cents = 0;
        bool from_itself = true;  // the amount itself counts (vanaf); otherwise only what is above it (boven)
    };
    struct LabourShare {
        Decimal below_percent;  // of the contract: not this share itself
        Decimal percent;        // then this percentage holds
    };
    std::string code;
    std::string organisation;
    std::vector<Threshold> thresholds;  // a kind that is not named owes nothing
    std::string basis;                  // opdrachtwaarde, aanneemsom, loonsom; empty: the rule does not say
    std::optional<Decimal> percent;     // nothing: made to measure
    std::optional<LabourShare> labour_share;
    std::optional<Decimal> assumed_labour_percent;  // of the aanneemsom: the loonsom that is reckoned with
    int from_months = 0;                            // shorter contracts owe nothing
    bool carry_over = false;                        // what another contract brought too much counts here
    std::string source;
};
using RuleList = std::vector<Rule>;

const Table* find_table(const Tables& tables, std::string_view code);
const Block* find_block(const Table& table, std::string_view code);
const Bonus* find_bonus(const Table& table, std::string_view code);
const Rule* find_rule(const RuleList& rules, std::string_view code);

// The table of a region for a tender published on a day: the latest that held then. With a finding instead: no such
// region, none known for that day, or tables whose dates are not known, which are to be named.
struct Chosen {
    const Table* table = nullptr;
    std::vector<Finding> findings;
};
Chosen table_for(const Tables& tables, const std::string& region, Date publication);

// ---- what is owed ---------------------------------------------------------------------------------------------------

struct Owing {
    std::string kind;                                  // werk, levering, dienst
    std::optional<std::int64_t> opdrachtwaarde_cents;  // held against the threshold
    std::optional<std::int64_t> aanneemsom_cents;
    std::optional<std::int64_t> loonsom_cents;
    std::optional<Decimal> labour_share_percent;
    int months = 0;     // that the contract runs
    std::string basis;  // where the rule does not say; empty: not chosen
};

struct Obligation {
    bool owed = false;
    std::optional<std::int64_t> cents;  // nothing: owed, but how much cannot be told; the findings say why
    std::vector<Said> steps;
    std::vector<Finding> findings;
};

Obligation obligation_of(const Rule& rule, const Owing& owing);

// ---- what was realised ----------------------------------------------------------------------------------------------

struct Placement {
    std::string reference;  // of the candidate, without a name; empty: each placement another candidate
    std::string block;
    Date started{2000, 1, 1};
    Decimal hours_per_week;
    int half_months = 0;
    int lks_half_months = 0;  // with loonkostensubsidie
    std::vector<std::string> bonuses;
};

struct Invoice {
    std::string reference;
    std::int64_t cents = 0;  // without btw
    bool paid = false;
};

struct Done {  // an activity that was done
    std::string reference;
    Decimal hours;
    Decimal days;
    std::optional<std::int64_t> value_cents;  // of what counts at most so much a day: what it was worth
};

struct Efforts {
    Date contract_start{2000, 1, 1};
    Date contract_end{2000, 1, 1};  // inclusive
    std::vector<Placement> placements;
    std::vector<Invoice> invoices;
    std::vector<Done> activities;
    std::string pso_step;               // of the certificate; empty: none
    std::int64_t carried_in_cents = 0;  // too much realised under another contract
};

struct StatementRow {
    std::string kind;  // plaatsing, bonus, factuur, activiteit, overloop
    std::string reference;
    std::string code;
    Fraction whole;    // cents, before anything was cut
    Fraction counted;  // cents
    std::vector<Said> how;
};

struct Statement {
    std::vector<StatementRow> rows;
    std::int64_t realised_cents = 0;  // of the exact sum of the rows
    std::int64_t discount_cents = 0;  // on the obligation, for the PSO
    // Nothing when what is owed is not known. Below zero: so much too much was realised.
    std::optional<std::int64_t> remaining_cents;
    std::vector<Finding> findings;
};

// The placements of one candidate use up the limit of that candidate in the order in which they stand.
Statement statement_of(const Table& table, const Rule& rule, const Obligation& obligation, const Efforts& efforts);

}  // namespace mvoi::domain::contract::social_return
