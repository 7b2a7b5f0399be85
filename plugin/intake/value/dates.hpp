// SPDX-License-Identifier: EUPL-1.2
// Dates as people write them: "3e kwartaal 2026" is 2026-Q3. Reading never guesses: what can mean two things is refused
// with the rule that says so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/date.hpp"
#include "domain/model.hpp"

namespace mvoi::intake {

struct DateReading {
    domain::PlannedDate date;
    bool widened = false;   // "eind 2027" is kept as 2027, which holds it
    std::string_view rule;  // the fault why it cannot be read; empty when it is
};
// Day first, ISO 8601 (also with a time), months by name or number, quarters, half years, years, "onbekend". Not for
// an empty text.
DateReading read_date(std::string_view text);

// A date where one certain day is needed.
struct DayReading {
    std::optional<domain::Date> day;
    std::string_view rule;  // the fault why it is none; empty when it is
};
DayReading one_day(const DateReading& reading);

// The order of day and month in "01/02/2027", as far as the text shows it: "12/31/2027" can only have the month first.
enum class DayOrder { Plain, MonthFirst, Either };
DayOrder day_order(std::string_view text);

// A day written inside a text, such as a title.
struct DateInText {
    std::string text;  // as it stands there
    domain::Date day;
};
std::vector<DateInText> dates_in(std::string_view text);

// A date that nobody means: 2050-01-01, 1900-01-01, 9999. Ends of contracts may lie further ahead than other dates,
// since concessions of thirty years exist; far_ahead says that this is such a one.
bool is_placeholder(domain::Date day, domain::Date base, bool is_contract_end);
bool is_far_ahead(domain::Date day, domain::Date base);

}  // namespace mvoi::intake
