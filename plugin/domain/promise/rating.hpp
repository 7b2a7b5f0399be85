// SPDX-License-Identifier: EUPL-1.2
// A person's judgement of a promise, on a day, beside what was measured: one of five, of vocabulary "ratings".
#pragma once

#include <string>
#include <vector>

#include "domain/date.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain::promise {

struct Rating {
    Date on{2000, 1, 1};
    std::string by;      // name or account of a person
    std::string rating;  // goed, nadert-doel, verbetering-nodig, onvoldoende, anders
    std::string text;    // free text; of `anders` never empty
    bool operator==(const Rating&) const = default;
};

// The ratings given at once to promises of one contract.
struct RatingRecord {
    struct PromiseRating {
        int promise = 0;  // its number
        Rating rating;
        std::string instead_of;  // the rating of that promise and day that counts no more; empty: there was none
        bool operator==(const PromiseRating&) const = default;
    };
    std::string contract;  // UUID
    std::vector<PromiseRating> found;
    bool operator==(const RatingRecord&) const = default;
};

// Throws Refusal: a rating nobody knows on that day, a day after today or before the promise, `anders` without a text.
//   begins  the first day of the promise
void check_rating(const Rating& rating, Date begins, const Rules& rules, Date today);

// The rating that counts on a day: the last one given by then.
const Rating* rating_on(const std::vector<Rating>& ratings, Date day);

}  // namespace mvoi::domain::promise
