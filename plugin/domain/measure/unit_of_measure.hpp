// SPDX-License-Identifier: EUPL-1.2
// Units in which promises are measured. A unit is converted into another of the same base by an exact factor (a ton is
// 1000 kg). One of another kind is converted only by a factor that somebody declared, with its source: kWh are not CO2.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/measure/exact.hpp"

namespace mvoi::domain::measure {

struct UnitOfMeasure {
    std::string code;
    std::string nl;
    std::string en;
    std::string beside_nl;  // written after a number; empty: the number says enough
    std::string beside_en;
    std::vector<std::string> also;       // its names in lists of other people
    std::string base;                    // code of the unit that all of its kind are converted to
    Decimal in_base = whole(1);          // the number of the base that one of this is
    int decimals = 0;                    // that people are shown
    bool share = false;                  // of a whole: never more than 100
    bool below_zero = false;             // may be negative
    std::optional<Decimal> person_year;  // the most that one person can bring in a year
    std::string source;
};
using UnitsOfMeasure = std::vector<UnitOfMeasure>;

const UnitOfMeasure* find_unit(const UnitsOfMeasure& units, std::string_view code);

// Nothing when the two are of another kind.
std::optional<Fraction> convert(const Fraction& value, const UnitOfMeasure& from, const UnitOfMeasure& to);

// The number of `to` that one of `from` is taken to be: "1 kWh is 0.27 kg-co2e", as somebody declared it.
struct DeclaredFactor {
    std::string from;  // codes of units
    std::string to;
    Decimal factor;
    std::string source;  // a factor without a source is none
    bool operator==(const DeclaredFactor&) const = default;
};

// By a declared factor, through units of the same kind on both sides. Nothing when the factor is about something else,
// or has no source.
std::optional<Fraction> convert(const Fraction& value, const UnitOfMeasure& from, const UnitOfMeasure& to,
                                const DeclaredFactor& declared, const UnitsOfMeasure& units);

}  // namespace mvoi::domain::measure
