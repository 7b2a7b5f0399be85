// SPDX-License-Identifier: EUPL-1.2
// Everything that law, tables and fixed assumptions say, as the domain uses it: the rows of schema/rules/, each with
// its days and its source. Who needs one part takes that part; who judges a whole tender takes the book.
#pragma once

#include "domain/calendar/deadline.hpp"
#include "domain/checkability/checkability.hpp"
#include "domain/effect/effect.hpp"
#include "domain/measure/instrument.hpp"
#include "domain/measure/kpi.hpp"
#include "domain/planning/chain.hpp"
#include "domain/rules.hpp"
#include "domain/social_return/social_return.hpp"

namespace mvoi::domain {

struct RuleBook {
    Rules rules;  // vocabularies, and the edition of all of it
    calendar::CalendarLaw law;
    planning::PlanningRules planning;
    measure::UnitsOfMeasure units;
    measure::Kpis kpis;
    measure::InstrumentEditions instruments;
    effect::Effects effects;
    checkability::CheckEfforts check_efforts;
    social_return::Tables social_return_tables;
    social_return::RuleList social_return_rules;

    // For plans under this policy; nullptr: none in force.
    planning::Circumstances circumstances(const Policy* policy) const { return {law, planning, policy}; }
};

}  // namespace mvoi::domain
