// SPDX-License-Identifier: EUPL-1.2
#include "domain/measure/unit_of_measure.hpp"

namespace mvoi::domain::measure {

const UnitOfMeasure* find_unit(const UnitsOfMeasure& units, std::string_view code) {
    for (const UnitOfMeasure& unit : units)
        if (unit.code == code) return &unit;
    return nullptr;
}

std::optional<Fraction> convert(const Fraction& value, const UnitOfMeasure& from, const UnitOfMeasure& to) {
    if (from.code == to.code) return value;
    if (from.base != to.base) return std::nullopt;
    return value * Fraction(from.in_base) / Fraction(to.in_base);
}

std::optional<Fraction> convert(const Fraction& value, const UnitOfMeasure& from, const UnitOfMeasure& to,
                                const DeclaredFactor& declared, const UnitsOfMeasure& units) {
    const UnitOfMeasure* left = find_unit(units, declared.from);
    const UnitOfMeasure* right = find_unit(units, declared.to);
    if (!left || !right || declared.source.empty()) return std::nullopt;
    const auto declared_from = convert(value, from, *left);
    if (!declared_from) return std::nullopt;
    return convert(*declared_from * Fraction(declared.factor), *right, to);
}

}  // namespace mvoi::domain::measure
