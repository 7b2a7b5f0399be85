// SPDX-License-Identifier: EUPL-1.2
// Rows that the purchasing system has anyway become observations, by the rule that the promise declares (CountedRows):
// which rows count, in what unit they are, by what factor one unit becomes another, and over which windows of the
// calendar they are added up.
#pragma once

#include <string>
#include <vector>

#include "domain/promise/observation.hpp"

namespace mvoi::domain::promise {

// An invoice line, a meter reading, a line of a timesheet.
struct HostRow {
    Date on{2000, 1, 1};
    std::string code;           // article, ledger account or meter; empty: it has none
    measure::Decimal quantity;  // below zero for what is credited
    std::string unit;           // empty: the one that the rule names
};

struct CountedWindow {
    Observation observation;
    int rows = 0;  // that were added up
};

// True when the rule counts this row.
bool counts(const CountedRows& rule, const HostRow& row);

// From rows that are all there are from one day to another: an observation for each window of the calendar, as far as
// it lies within those days and the term of the promise, cut where the promise is held against what was measured. A
// window without rows is 0: the system says that there was nothing. The sum is exact, and rounded once to the
// millionth. Throws Refusal: a row (path "/3/unit") whose unit the rule does not convert, a day outside from..to.
std::vector<CountedWindow> counted_windows(const Promise& promise, const std::vector<HostRow>& rows, Date from, Date to,
                                           const measure::UnitsOfMeasure& units);

// Throws Refusal for a rule that leads nowhere: a unit nobody knows, one of another kind without a factor, a factor
// that is not above zero, not needed or leads elsewhere, rows for a promise whose observations are not added up.
void check_rows(const Promise& promise, const measure::UnitsOfMeasure& units);

}  // namespace mvoi::domain::promise
