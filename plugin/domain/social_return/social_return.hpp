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

#include "domain/model.hpp"
#include "domain/promise/standing.hpp"
#include "domain/social_return/terms.hpp"

namespace mvoi::domain::social_return {

// ---- finding one's way in the tables -------------------------------------------------------------------------------

const Table* find_table(const Tables& tables, std::string_view code);
const Block* find_block(const Table& table, std::string_view code);
const Bonus* find_bonus(const Table& table, std::string_view code);
const Rule* find_rule(const RuleList& rules, std::string_view code);

// The table of a region for a tender published on a day: the latest that held then. With a finding instead: no such
// region, none known for that day, or tables whose dates are not known, which are to be named.
// As sentences say it: "1250.00" of cents, "5.5" of half months.
std::string euros(const measure::Fraction& cents);
std::string months(int half_months);

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
    std::optional<measure::Decimal> labour_share_percent;
    int months = 0;     // that the contract runs
    std::string basis;  // only when the rule has none; empty: not chosen
};

struct Obligation {
    bool owed = false;
    std::optional<std::int64_t> cents;  // nothing: owed, but how much cannot be told; the findings say why
    std::vector<promise::Sentence> steps;
    std::vector<Finding> findings;
};

Obligation obligation_of(const Rule& rule, const Owing& owing);
// The obligation under the terms of one contract: an amount that the contract itself says goes before the rule.
Obligation obligation_of(const Terms& terms, Owing owing);

// ---- what was realised ----------------------------------------------------------------------------------------------

struct Placement {
    int number = 0;         // within the contract, of all that was realised; 0: none yet
    int candidate = 0;      // the same of each placement of one candidate, whatever its reference reads; 0: not given
    std::string reference;  // of the candidate, without a name; empty: each placement another candidate
    std::string block;
    Date started{2000, 1, 1};
    measure::Decimal hours_per_week;
    int half_months = 0;
    int lks_half_months = 0;  // with loonkostensubsidie
    std::vector<std::string> bonuses;
    bool operator==(const Placement&) const = default;
};

struct Invoice {
    int number = 0;
    std::string reference;
    Date on{2000, 1, 1};
    std::int64_t cents = 0;  // without btw
    bool paid = false;
    bool operator==(const Invoice&) const = default;
};

struct Done {  // an activity that was done
    int number = 0;
    std::string reference;
    Date on{2000, 1, 1};
    measure::Decimal hours;
    measure::Decimal days;
    std::optional<std::int64_t> value_cents;  // of what counts at most so much a day: what it was worth
    bool operator==(const Done&) const = default;
};

// The changes to the social return under one contract put down at once: first those taken back, then those added.
struct EffortRecord {
    struct Withdrawal {
        int number = 0;
        std::string reason;  // free text
        bool operator==(const Withdrawal&) const = default;
    };
    std::string contract;  // UUID
    std::vector<Withdrawal> taken_back;
    std::vector<Placement> placements;
    std::vector<Invoice> invoices;
    std::vector<Done> activities;
    std::optional<std::string> pso_step;           // as it is from now on; empty: no certificate
    std::optional<std::int64_t> carried_in_cents;  // likewise
    bool operator==(const EffortRecord&) const = default;
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
    int number = 0;    // of what it counts
    std::string kind;  // plaatsing, bonus, factuur, activiteit, overloop
    std::string reference;
    std::string code;
    measure::Fraction whole;    // cents, before anything was cut
    measure::Fraction counted;  // cents
    std::vector<promise::Sentence> how;
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

}  // namespace mvoi::domain::social_return
