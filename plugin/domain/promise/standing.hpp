// SPDX-License-Identifier: EUPL-1.2
// "Wat ontbreekt, is niet aangetoond: geen nul, en ook niet goed." The standing of a promise on a day follows from
// observations and from nothing else: own rules of libmvoi, in exact numbers.
//
// Each mark of the promise (promise.hpp) stands on its own; the promise stands as its worst mark, in this order:
//   gemist           failing is certain.
//   niet-aangetoond  a day that should have been reported by now is in no observation; or nothing was measured at all;
//                    or it cannot be measured. Never said of a mark that is certain either way.
//   risico           measured, nothing missing, and the forecast ends on the wrong side.
//   op-koers         measured, nothing missing, and the forecast ends on the right side.
//   gehaald          every mark of the promise is met for certain.
// On the bound of the tolerance is met; a millionth beyond it is not.
//
// Days that should have been reported: those of the periods (`checked`) that are over since more days than reporting
// may take, and of a mark that is over as long. A state (laatste) is reported when an observation ended in the period;
// anything else when each of its days is in one, of whatever source: what a second source keeps to itself is not seen.
//
// Forecast: a straight line over the days that were covered. A total goes on at the pace of its covered days; a mean
// goes on as it is; a state goes on as it is from period to period, and towards a date by the line through its first
// and its last observation. One that is to be done once has no forecast.
// Of a growing promise the next point is judged, not those behind it: a straight line knows no growth.
//
// Failing is certain since a day:
//   at most, added up     on the last day of the observation that brings the total over the bound (nothing below zero);
//   each day covered      on the last day of the mark, when the value is on the wrong side;
//   at least, with a most that a period can bring   on the last day of the observation after which the bound is out of
//                         reach even when every period with a day that is not covered brings the most;
//   a mean                on the last day of the observation after which the rest at its best (0 for at most, and for
//                         at least 100 of a share) no longer helps; only when no two sources speak about one day;
//   a state               when its last observation of the mark is wrong, and nothing more is to be reported about it;
//   to be done once       on the day after the date, and after what reporting may take, when something was observed and
//                         it falls short.
// It is never certain because days are missing: those may have been good.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/promise/observation.hpp"

namespace mvoi::domain::promise {

enum class Stand { OnCourse, AtRisk, Missed, NotShown, Met };
std::string_view code_of(Stand stand);  // op-koers, risico, gemist, niet-aangetoond, gehaald

// One thing to be told: the name of its sentence in schema/messages/, and its words.
struct Sentence {
    std::string rule;
    std::map<std::string, std::string> words;
    bool operator==(const Sentence&) const = default;
};

// The part of a value that somebody measured; the rest was reckoned (geraamd).
enum class Known { Measured, Partly, Estimated };

struct MarkStanding {
    Mark mark;
    Stand stand = Stand::NotShown;
    std::optional<measure::Fraction> value;  // so far
    Known known = Known::Measured;
    std::optional<measure::Fraction> estimated;  // of a total: the part of it that was reckoned
    std::optional<measure::Fraction> required;   // by today; nothing when nothing is asked yet
    int days = 0;                                // of the mark
    int covered = 0;
    int missing = 0;                            // of the days that should have been reported
    bool together = false;                      // observations about the same days were added up
    std::optional<measure::Fraction> forecast;  // at the end of the mark
    std::optional<Date> certain;                // since when failing is
    bool in_tolerance = false;                  // met, though short of the target itself
};

// Of the marks that were over before the day.
struct Past {
    int marks = 0;
    int not_shown = 0, missed = 0;
    std::optional<Date> from, to;  // from the first of those that were not shown or missed to the last
};

struct Standing {
    Stand stand = Stand::NotShown;
    std::vector<MarkStanding> marks;   // that have begun, by date
    std::optional<std::size_t> about;  // the mark that decided
    std::optional<std::size_t> now;    // the mark that runs on the day; nothing: none does
    Past past;
    std::optional<Date> certain;       // the first day on which failing of any mark was
    std::optional<Date> first_due;     // when nothing was measured yet: the last day of what is to be shown first
    std::vector<Sentence> steps;       // the values asked, shown, missing and expected of the mark that decided
    std::vector<Sentence> now_steps;   // the same of the one that runs, where a mark before it decided
    std::vector<Sentence> past_steps;  // of marks before the one that runs, what was not shown or missed
};

// The observations went through check_observation. Nothing after today counts, also when it is known.
Standing standing_of(const Promise& promise, const std::vector<Observation>& observations,
                     const measure::UnitsOfMeasure& units, Date today);

}  // namespace mvoi::domain::promise
