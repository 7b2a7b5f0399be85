// SPDX-License-Identifier: EUPL-1.2
// An observation (waarneming): what was measured over a stretch of days, by what source, put down by whom. What may not
// be put down stands in logbook.hpp.
#pragma once

#include <string>
#include <vector>

#include "domain/promise/promise.hpp"

namespace mvoi::domain::promise {

struct Observation {
    measure::Decimal value;
    std::string unit;  // of the promise, or another of the same kind: converted exactly
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};     // inclusive
    std::string source;      // "facturen", "brandstofpas": one source says one thing about one day
    std::string actor;       // the person who put it down
    int persons = 0;         // the number of persons whose hours these are; 0: not given
    bool estimated = false;  // somebody reckoned it (geraamd); otherwise it was measured (gemeten)
    bool operator==(const Observation&) const = default;
};

// As it was put down: of which promise, and with what remark.
struct PromiseObservation {
    int promise = 0;  // its number
    Observation observation;
    std::string note;  // free text
    bool operator==(const PromiseObservation&) const = default;
};

// An observation that is taken back, so that another can come in its place: a source has one that begins on a day.
struct Withdrawal {
    int promise = 0;  // its number
    std::string source;
    Date from{2000, 1, 1};
    std::string reason;  // free text
    bool operator==(const Withdrawal&) const = default;
};

// The observations put down under one contract at once: first those that are taken back, then those that are noted.
struct ObservationRecord {
    std::string contract;  // UUID
    std::vector<Withdrawal> taken_back;
    std::vector<PromiseObservation> noted;
    bool operator==(const ObservationRecord&) const = default;
};

// An observation in the unit of its promise.
struct Reading {
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};
    measure::Fraction value;
    bool estimated = false;  // somebody reckoned it
    int days() const { return static_cast<int>((to - from).days()) + 1; }
};
using Readings = std::vector<Reading>;

// In the promise's unit and by their last day, as far as they were over on a day. What is of another kind is left out.
Readings readings_of(const Promise& promise, const std::vector<Observation>& observations,
                     const measure::UnitsOfMeasure& units, Date today);

// The readings that lie within these days.
Readings within(const Readings& readings, Date from, Date to);
// The number of days from `from` to `to`, both included, that are in a reading.
int covered_days(const Readings& readings, Date from, Date to);
// The value of the readings together; nothing when there is none.
std::optional<measure::Fraction> gathered(Gather gather, const Readings& readings);

}  // namespace mvoi::domain::promise
