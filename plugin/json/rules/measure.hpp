// SPDX-License-Identifier: EUPL-1.2
// In what and by what promises are measured, as typed rows of schema/rules/: units, KPIs, the effects they add up to,
// what instruments can say, and how long checking is assumed to take.
#pragma once

#include "domain/contract/checkability.hpp"
#include "domain/contract/measure/effect.hpp"
#include "domain/contract/measure/instrument.hpp"
#include "domain/contract/measure/kpi.hpp"

namespace mvoi::json {

// What is compiled in. Read at first use, then shared by all threads; never changes. A row that makes no sense throws
// std::logic_error: it is a fault of the library.
const domain::contract::UnitsOfMeasure& units_of_measure();
const domain::contract::Kpis& kpis();
const domain::contract::Effects& effects();
const domain::contract::InstrumentEditions& instrument_editions();
const domain::contract::CheckEfforts& check_efforts();

}  // namespace mvoi::json
