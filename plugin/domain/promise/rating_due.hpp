// SPDX-License-Identifier: EUPL-1.2
// The days by which a person is to rate a promise: once for each year of it, and once more when it is over.
//
//   by each anniversary of its first day, as long as it runs: the rating of the year that is then over
//   so many days after its end: the rating given after that end
// A rating counts for the year in which it was given; on the anniversary itself for the year that is over. When the
// rating of a year did not come in time, the first one after it makes up for it, and for all years missed before; the
// year in which that one was given is to be rated again. A second one in a year is welcome, and counts for no other.
// One that was given after the end is the last, whatever was missed before.
//
// After the British Procurement Act 2023, which asks for a rating at least yearly and at termination of large
// contracts; no Dutch law does. It is our choice, and so is the time after the end: a row of vocabulary "rating-terms".
#pragma once

#include <optional>
#include <vector>

#include "domain/model.hpp"
#include "domain/promise/promise.hpp"
#include "domain/promise/rating.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain::promise {

// The days over which a promise is rated: its own, as far as its contract runs.
struct RatedTerm {
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};  // inclusive
};
//   contract_end  its last day as things stand; nothing: for an indefinite time
RatedTerm rated_term(const Promise& promise, const std::optional<Date>& contract_end);

// The number of days after the end of a promise within which its last rating may come; by the rules of that day.
int days_after_end(const Rules& rules, Date day);

// The day by which the next rating is to be given; it may be past. Nothing: all were given, or there is none to give.
//   ratings     in any order; those after today are not known yet
//   after_end   days_after_end
std::optional<Date> rating_due(const RatedTerm& term, const std::vector<Rating>& ratings, int after_end, Date today);

// Said from the day on which a rating is due.
//   due  as rating_due gave it
std::optional<Finding> rating_finding(const Promise& promise, const std::optional<Date>& due, Date today);

}  // namespace mvoi::domain::promise
