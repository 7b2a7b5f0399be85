// SPDX-License-Identifier: EUPL-1.2
// An observation (waarneming): what was measured over a stretch of days, by what source, put down by whom. What would
// make a total untrue is refused when it is put down, with a sentence that says what would be accepted.
#pragma once

#include <string>
#include <vector>

#include "domain/contract/promise.hpp"

namespace mvoi::domain::contract {

struct Observation {
    Decimal value;
    std::string unit;  // of the promise, or another of the same kind: converted exactly
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};     // inclusive
    std::string source;      // "facturen", "brandstofpas": one source says one thing about one day
    std::string actor;       // who put it down
    int persons = 0;         // whose hours these are; 0: not told
    bool estimated = false;  // somebody reckoned it (geraamd); otherwise it was measured (gemeten)
    bool operator==(const Observation&) const = default;
};

// As it was put down: of which promise, and with what remark.
struct Noted {
    std::string promise;  // its id
    Observation observation;
    std::string note;  // free text
    bool operator==(const Noted&) const = default;
};

// An observation that is taken back, so that another can come in its place: a source has one that begins on a day.
struct TakenBack {
    std::string promise;
    std::string source;
    Date from{2000, 1, 1};
    std::string reason;  // free text
    bool operator==(const TakenBack&) const = default;
};

// What was put down under one contract at once: first what is taken back, then what is noted.
struct Observed {
    std::string contract;  // UUID
    std::vector<TakenBack> taken_back;
    std::vector<Noted> noted;
    bool operator==(const Observed&) const = default;
};

// What a promise, and what was observed of it before, have against one more observation. Throws Refusal when: the
// period is upside down, begins before the promise, ends after it or after today; the same source already spoke about
// one of these days; the period lies on both sides of a day at which the promise is held against what was measured, so
// that nobody can tell which part belongs where; the unit is of another kind; a share is over 100; a value is below
// zero where none can be; so many persons would each have worked more hours than there are in a working
// year (36 x 52, for each year begun), in this observation or in those of the same source and calendar year together.
void check_observation(const Promise& promise, const std::vector<Observation>& before, const Observation& added,
                       const UnitsOfMeasure& units, Date today);

// An observation in the unit of its promise.
struct Reading {
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};
    Fraction value;
    int days() const { return static_cast<int>((to - from).days()) + 1; }
};
using Readings = std::vector<Reading>;

// In the promise's unit and by their last day, as far as they were over on a day. What is of another kind is left out.
Readings readings_of(const Promise& promise, const std::vector<Observation>& observations, const UnitsOfMeasure& units,
                     Date today);

// The readings that lie within these days.
Readings within(const Readings& readings, Date from, Date to);
// How many of these days are in a reading.
int covered_days(const Readings& readings, Date from, Date to);
// What they come to: nothing when there is none.
std::optional<Fraction> gathered(Gather gather, const Readings& readings);

}  // namespace mvoi::domain::contract
