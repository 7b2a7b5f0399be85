// SPDX-License-Identifier: EUPL-1.2
// An indicator to measure promises by: dated data, no official list. A promise that names one is held against it.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"
#include "domain/promise/promise.hpp"

namespace mvoi::domain::measure {

struct Kpi {
    std::string code;
    std::string nl;
    std::string en;
    std::string theme;
    std::string unit;
    promise::Demand demand = promise::Demand::AtLeast;
    promise::Gather gather = promise::Gather::Sum;  // the usual way
    int decimals = 0;                               // that people are shown
    std::string level;                              // contract, organisation
    bool own = true;                                // our own guess; otherwise reports use it
    std::string note;                               // Dutch: what belongs to the number
    Date valid_from{2000, 1, 1};
    std::optional<Date> valid_to;  // inclusive
    std::string source;
};
using Kpis = std::vector<Kpi>;

const Kpi* find_kpi(const Kpis& kpis, std::string_view code);

// Findings about the KPI of a promise: not known, not in force when the promise begins, of another theme, measured in
// another kind of unit, or asked in the other direction. Nothing when the promise names none.
std::vector<Finding> kpi_findings(const promise::Promise& promise, const Kpis& kpis, const UnitsOfMeasure& units);

}  // namespace mvoi::domain::measure
