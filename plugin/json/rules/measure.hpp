// SPDX-License-Identifier: EUPL-1.2
// The measures of promises, as typed rows of schema/rules/: units, KPIs, the effects they add up to, the values of
// instruments, and the minutes that checking is assumed to take.
#pragma once

#include "domain/checkability/checkability.hpp"
#include "domain/effect/effect.hpp"
#include "domain/measure/instrument.hpp"
#include "domain/measure/kpi.hpp"

namespace mvoi::json {

// A row that makes no sense throws std::logic_error: it is a fault of the library.
domain::measure::UnitsOfMeasure read_units_of_measure();
domain::measure::Kpis read_kpis();
domain::effect::Effects read_effects();
domain::measure::InstrumentEditions read_instruments();
domain::checkability::CheckEfforts read_check_efforts();

}  // namespace mvoi::json
