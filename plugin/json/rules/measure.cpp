// SPDX-License-Identifier: EUPL-1.2
#include "json/rules/measure.hpp"

#include "json/rules/row.hpp"

namespace mvoi::json {
namespace {

using domain::checkability::CheckEffort;
using domain::checkability::CheckEfforts;
using domain::effect::Effects;
using domain::measure::InstrumentEdition;
using domain::measure::InstrumentEditions;
using domain::measure::Kpi;
using domain::measure::Kpis;
using domain::measure::UnitOfMeasure;
using domain::measure::UnitsOfMeasure;

UnitOfMeasure read_unit(const Value& row) {
    UnitOfMeasure unit;
    unit.code = row.text_or("code");
    unit.nl = row.text_or("nl");
    unit.en = row.text_or("en");
    if (const Value* beside = row.find("beside")) {
        unit.beside_nl = beside->text_or("nl");
        unit.beside_en = beside->text_or("en");
    }
    for (const Value& name : row.list_or_empty("also")) unit.also.push_back(*name.text());
    unit.base = row.text_or("base");
    unit.in_base = decimal_of(row, "inBase");
    unit.decimals = int_of(row, "decimals");
    unit.share = row.boolean_or("share", false);
    unit.below_zero = row.boolean_or("belowZero", false);
    if (row.find("personYear")) unit.person_year = decimal_of(row, "personYear");
    unit.source = row.text_or("source");
    return unit;
}

Kpi read_kpi(const Value& row) {
    Kpi kpi;
    kpi.code = row.text_or("code");
    kpi.nl = row.text_or("nl");
    kpi.en = row.text_or("en");
    kpi.theme = row.text_or("theme");
    kpi.unit = row.text_or("unit");
    kpi.demand = sense_in(domain::promise::demand_from(row.text_or("demand")), row);
    kpi.gather = sense_in(domain::promise::gather_from(row.text_or("gather")), row);
    kpi.decimals = int_of(row, "decimals");
    kpi.level = row.text_or("level");
    kpi.own = row.boolean_or("own", true);
    kpi.note = row.text_or("note");
    kpi.valid_from = sense_in(day_if(row, "validFrom"), row);
    kpi.valid_to = day_if(row, "validTo");
    kpi.source = row.text_or("source");
    return kpi;
}

domain::effect::Effect read_effect(const Value& row) {
    domain::effect::Effect effect;
    effect.code = row.text_or("code");
    effect.nl = row.text_or("nl");
    effect.en = row.text_or("en");
    effect.theme = row.text_or("theme");
    effect.unit = row.text_or("unit");
    effect.decimals = int_of(row, "decimals");
    for (const Value& each : row.list_or_empty("kpis"))
        effect.kpis.push_back({each.text_or("kpi"), each.boolean_or("counts", false), each.text_or("why")});
    effect.source = row.text_or("source");
    return effect;
}

InstrumentEdition read_edition(const Value& row) {
    InstrumentEdition edition;
    edition.instrument = row.text_or("instrument");
    edition.edition = row.text_or("edition");
    edition.word = row.text_or("word");
    for (const Value& each : row.list_or_empty("steps"))
        edition.steps.push_back({each.text_or("code"), each.text_or("name")});
    edition.unit = row.text_or("unit");
    if (edition.steps.empty()) edition.better = sense_in(domain::promise::demand_from(row.text_or("better")), row);
    edition.least = decimal_if(row, "least");
    edition.most = decimal_if(row, "most");
    edition.ask_until = day_if(row, "askUntil");
    edition.source = row.text_or("source");
    return edition;
}

CheckEffort read_effort(const Value& row) {
    CheckEffort effort;
    effort.of = row.text_or("of");
    effort.code = row.text_or("code");
    effort.minutes = int_of(row, "minutes");
    effort.checks_per_year = int_of(row, "checksPerYear");
    effort.role = row.text_or("role");
    effort.valid_from = sense_in(day_if(row, "validFrom"), row);
    effort.valid_to = day_if(row, "validTo");
    effort.source = row.text_or("source");
    return effort;
}

}  // namespace

UnitsOfMeasure read_units_of_measure() {
    return read_rows("units.json", read_unit);
}

Kpis read_kpis() {
    return read_rows("kpis.json", read_kpi);
}

Effects read_effects() {
    return read_rows("effects.json", read_effect);
}

InstrumentEditions read_instruments() {
    return read_rows("instrument-values.json", read_edition);
}

CheckEfforts read_check_efforts() {
    return read_rows("check-effort.json", read_effort);
}

}  // namespace mvoi::json
