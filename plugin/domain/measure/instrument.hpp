// SPDX-License-Identifier: EUPL-1.2
// The result of an instrument about a supplier or a work: a step of one edition of a ladder, or a number. A step means
// nothing without its edition: trede 3 of the CO2-Prestatieladder 4.0 is not niveau 3 of 3.1, and R5 is Refurbish in
// one edition of the R-ladder and Recycling in another. No edition converts into another.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "domain/measure/instrument_value.hpp"
#include "domain/model.hpp"
#include "domain/promise/promise.hpp"

namespace mvoi::domain::measure {

struct InstrumentStep {
    std::string code;
    std::string name;  // empty: in words that are not kept here
};

struct InstrumentEdition {
    std::string instrument;                             // vocabulary "instruments"
    std::string edition;                                // empty: there is one
    std::string word;                                   // the name of its steps: niveau, trede, R
    std::vector<InstrumentStep> steps;                  // from the least to the most demanding; empty: a number
    std::string unit;                                   // of a number
    promise::Demand better = promise::Demand::AtLeast;  // of a number: at least, higher is better
    std::optional<Decimal> least;
    std::optional<Decimal> most;
    std::optional<Date> ask_until;  // the last day on which a tender may still ask for it
    std::string source;
};
using InstrumentEditions = std::vector<InstrumentEdition>;

// Of this instrument and edition; nullptr: there is none.
const InstrumentEdition* edition_of(const InstrumentValue& value, const InstrumentEditions& editions);

// Throws Refusal: an instrument or edition that is not there, a step that this edition does not have, a text that is no
// number, a number outside its range.
void check_instrument(const InstrumentValue& value, const InstrumentEditions& editions);

// Greater when `one` is the better. Nothing when the two are not of the same instrument and edition.
std::optional<std::strong_ordering> compare(const InstrumentValue& one, const InstrumentValue& other,
                                            const InstrumentEditions& editions);

// Of a consortium (combinatie) the lowest counts. Nothing when they are not all of one edition, or there are none.
std::optional<InstrumentValue> lowest(const std::vector<InstrumentValue>& values, const InstrumentEditions& editions);

// Of a tender published on a day: an edition that may no longer be asked for.
std::vector<Finding> asking_findings(const InstrumentValue& value, const InstrumentEditions& editions,
                                     Date publication);

}  // namespace mvoi::domain::measure
