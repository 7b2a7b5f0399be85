// SPDX-License-Identifier: EUPL-1.2
// Everything that was observed of one promise, kept so that what one more observation has against it is found at once,
// however many there are. What would make a total untrue is refused when it is put down, with a sentence that says what
// would be accepted.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/promise/observation.hpp"

namespace mvoi::domain::promise {

class Logbook {
  public:
    // The promise and the units must outlive the logbook.
    Logbook(const Promise& promise, const measure::UnitsOfMeasure& units);

    // Adds an observation from the register without checking it: that was done when it was noted.
    void know(const Observation& before);

    // Throws Refusal, and leaves everything as it was, when: the period is upside down, begins before the promise, ends
    // after it or after today; the same source already spoke about one of these days; the period lies on both sides of
    // a day at which the promise is held against what was measured, so that nobody can tell which part belongs where;
    // the unit is of another kind; a share is over 100; a value is below zero where none can be; so many persons would
    // each have worked more hours than there are in a working year (36 x 52, for each year begun), in this observation
    // or in those of the same source and calendar year together.
    void note(const Observation& added, Date today);

    // The same for what a source says anew: it comes in the place of what that source said before that began on the
    // same day. Saying the same again changes nothing.
    enum class Put { Added, Changed, Unchanged };
    Put put(const Observation& added, Date today);

    // The observations of a source that lie within these days, by first day.
    std::vector<Observation> within(const std::string& source, Date from, Date to) const;
    // The observation of a source that begins on this day; nullptr: none.
    const Observation* find(const std::string& source, Date from) const;
    // Removes the observation of a source that begins on this day; false: there is none.
    bool take_back(const std::string& source, Date from);

    // By source and first day.
    std::vector<Observation> all() const;
    std::size_t size() const { return size_; }

  private:
    using ByDay = std::map<Date, Observation>;
    struct Year {
        std::string source;
        std::string unit;
        int year = 0;
        auto operator<=>(const Year&) const = default;
    };

    void check_period(const Observation& added, Date today) const;
    void check_value(const Observation& added) const;
    void check_hours(const measure::UnitOfMeasure& unit, const Observation& added) const;
    void check_marks(const Observation& added) const;
    void check_overlap(const Observation& added) const;
    void count_hours(const Observation& seen, bool added);

    const Promise& promise_;
    const measure::UnitsOfMeasure& units_;
    const measure::UnitOfMeasure* const asked_;
    std::vector<Date> ends_;  // of the marks, rising
    std::map<std::string, ByDay> by_source_;
    std::map<Year, measure::Fraction> hours_each_;  // that each person had, where persons are told
    std::size_t size_ = 0;
};

}  // namespace mvoi::domain::promise
