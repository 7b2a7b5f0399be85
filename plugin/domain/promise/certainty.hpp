// SPDX-License-Identifier: EUPL-1.2
// Since when it is certain that a mark fails; the rules stand in standing.hpp.
#pragma once

#include "domain/promise/observation.hpp"

namespace mvoi::domain::promise {

// The last day about which something should have been reported by today: of the mark when it is over that long, and
// otherwise of the last period of checking that is. Before the mark when nothing is due yet.
Date due_through(const Promise& promise, const Mark& mark, Date today);

bool fails(const Promise& promise, const Mark& mark, const measure::Fraction& value);

// True when everything about the mark was reported: for a state, an observation that ended in its last period of
// checking; for what is to be done once, any; otherwise one about each day.
bool is_complete(const Promise& promise, const Mark& mark, const Readings& readings);

// Nothing when it is not certain. The readings lie within the mark.
std::optional<Date> certain_failure(const Promise& promise, const Mark& mark, const Readings& readings,
                                    const measure::UnitOfMeasure& unit, Date today);

// True when the mark is met and nothing that is still to come can undo it.
bool certainly_met(const Promise& promise, const Mark& mark, const Readings& readings,
                   const measure::UnitOfMeasure& unit, Date today);

}  // namespace mvoi::domain::promise
