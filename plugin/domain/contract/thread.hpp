// SPDX-License-Identifier: EUPL-1.2
// The golden thread (de rode draad): each criterion that was chosen at the start comes back in the contract as a
// promise that can be measured, and no weaker than the winner offered. This says where the thread breaks.
//
//     criterion of an applied theme ─▶ promise of the winning bid ─▶ promise of the contract
//
// The thread follows criteria of the kinds that vocabulary "criterion-kinds" lets go on into the contract: a criterion
// about the tenderer himself (geschiktheidseis, selectiecriterium) ends at the award, and a suggestion asks nothing. A
// promise belongs to a criterion by its theme and name. Of several, those that are about the same KPI, the same words
// or the same kind of unit belong together; a promise of the bid never stands for two of the contract.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/model.hpp"
#include "domain/promise/promise.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain::contract {

// True for a criterion of a kind that goes on into the contract, and for one of no kind.
bool goes_on(const Criterion& criterion, const Rules& rules);
// The names of the criteria that these contracts hold a promise about.
std::vector<std::string> promised_criteria(const std::vector<Contract>& contracts);

enum class Outcome {
    Whole,         // heel
    NotFollowed,   // niet-gevolgd: of a kind that ends at the award
    Added,         // toegevoegd: in the contract only
    Unmeasured,    // zonder-meting: it is in the contract, and nobody can hold anything against it
    Incomparable,  // anders-gemeten: measured in another way than was offered, so which asks more cannot be told
    Weakened,      // verzwakt: what is just enough under the contract was not enough for the bid
    Dropped        // verdwenen: not in the contract
};
std::string_view code_of(Outcome outcome);

struct ThreadRow {
    std::string theme;
    std::string criterion;                  // name_of; empty: the theme itself, or a promise of no criterion
    std::optional<std::size_t> offered;     // index of the promise of the bid
    std::optional<std::size_t> contracted;  // index of the promise of the contract
    Outcome outcome = Outcome::Whole;       // the worst of its findings
    std::vector<Finding> findings;
};

// A promise that another contract of the same tender holds, such as that of another lot.
struct Elsewhere {
    std::string theme;
    std::string criterion;
};

struct ThreadInput {
    const std::vector<Decision>& decisions;
    const std::vector<promise::Offered>& offered;
    const std::vector<promise::Promise>& contracted;
    const measure::UnitsOfMeasure& units;
    const Rules& rules;
    bool social_return = false;  // the contract says how much social return is owed, which is what was asked of it
    std::vector<Elsewhere> elsewhere = {};  // these are not asked of this contract too
};
// Rows in the order of the decisions, then what was offered on no chosen criterion, then what was added.
std::vector<ThreadRow> thread_of(const ThreadInput& input);

// The promises of the winner that the contracts of a tender hold less of, or measure in another way.
std::vector<Finding> weakened_in(const std::vector<Contract>& contracts, const std::vector<Decision>& decisions,
                                 const measure::UnitsOfMeasure& units, const Rules& rules);

}  // namespace mvoi::domain::contract
