// SPDX-License-Identifier: EUPL-1.2
// In what and by what promises are measured, as typed rows of schema/rules/: units, KPIs, the effects they add up to,
// what instruments can say, and how long checking is assumed to take.
#pragma once

#include "domain/checkability/checkability.hpp"
#include "domain/effect/effect.hpp"
#include "domain/measure/instrument.hpp"
#include "domain/measure/kpi.hpp"

namespace mvoi::json {

// The units, KPIs, effects and instruments that are compiled in. Read at first use, then shared by all threads; never
// changes. A row that makes no sense throws std::logic_error: it is a fault of the library.
const domain::measure::UnitsOfMeasure& units_of_measure();
const domain::measure::Kpis& kpis();
const domain::effect::Effects& effects();
const domain::measure::InstrumentEditions& instrument_editions();
const domain::checkability::CheckEfforts& check_efforts();

}  // namespace mvoi::json
