// SPDX-License-Identifier: EUPL-1.2
#include "json/measure_json.hpp"

#include "json/rule_row.hpp"

namespace mvoi::json {
namespace {

using namespace domain::contract;

UnitOfMeasure read_unit(const Value& row) {
    UnitOfMeasure unit;
    unit.code = row.text_or("code");
    unit.nl = row.text_or("nl");
    unit.en = row.text_or("en");
    unit.base = row.text_or("base");
    unit.in_base = decimal_of(row, "inBase");
    unit.decimals = static_cast<int>(row.integer_or("decimals", 0));
    unit.share = row.boolean_or("share", false);
    unit.below_zero = row.boolean_or("belowZero", false);
    if (row.find("personYear")) unit.person_year = decimal_of(row, "personYear");
    unit.source = row.text_or("source");
    return unit;
}

}  // namespace

const UnitsOfMeasure& units_of_measure() {
    // Kept for ever: calls may come while the process ends.
    static const auto* units = new UnitsOfMeasure(read_rows("units.json", read_unit));
    return *units;
}

}  // namespace mvoi::json
