// SPDX-License-Identifier: EUPL-1.2
// Social return as the sequences know it: the agreement, the efforts by their number, and the value by the table of
// Utrecht, which cuts nothing off but the hours above a full week.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/date.hpp"

namespace mvoi::sequence {

// A placement, an invoice or an activity; a reference that was blacked out is that of no other.
struct Effort {
    enum class Kind { Placement, Invoice, Activity };
    Kind kind = Kind::Placement;
    int number = 0;
    std::string reference, block;
    domain::Date on{2000, 1, 1};  // the first day of a placement
    int tenths = 0;               // of an hour: a week of a placement, an activity as a whole
    int half_months = 0, bonuses = 0;
    std::int64_t cents = 0;  // of an invoice
    std::int64_t entry = 0;  // that holds it
};

struct SocialReturn {
    bool agreed = false, carries = false;  // whether what another contract brought too much counts
    std::int64_t owed_cents = 0, carried_cents = 0;
    int given = 0;  // the last number that was given
    std::vector<Effort> efforts;
};

// The value of all efforts together in cents, rounded once.
//   end   the last day of the contract; nothing: it runs on
std::int64_t realised_cents(const SocialReturn& social, const std::optional<domain::Date>& end);

// The number of half months that went by, both days counted; the first is none of the last days of a month.
int half_months_of(domain::Date first, domain::Date last);

// True when an effort can be put down: done or begun by today and, of a placement, while the contract ran, for as long
// as it was worked.
bool is_possible(const Effort& effort, domain::Date today, const std::optional<domain::Date>& end);

// True when another effort of its kind has its reference and day.
bool is_there_already(const Effort& effort, const SocialReturn& social);

}  // namespace mvoi::sequence
