// SPDX-License-Identifier: EUPL-1.2
// Days, and days that are not known to the day. Pure; text is ISO 8601 and never depends on a locale.
#pragma once

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace mvoi::domain {

using Date = boost::gregorian::date;  // a calendar day; never "not a date" inside the domain

// "2026-03-01" and nothing else: real days of the years 1900 to 2199.
std::optional<Date> parse_date(std::string_view text);
std::string to_text(Date date);

// The same day of the month so many months later, or the last day of that month when it has no such day; and the day
// after. Nothing behind the last day that has a text.
std::optional<Date> months_after(Date day, int months);
std::optional<Date> day_after(Date day);

inline constexpr int months_per_year = 12;

// Both days counted; 0 when the second comes before the first.
int days_in(Date first, Date last);

// The precision with which a planned date is known. The order is from precise to vague.
enum class Precision { Day, Month, Quarter, HalfYear, Year, Unknown };
enum class Certainty { Fixed, Expected, Uncertain };  // vast, verwacht, onzeker

// A planned date: all days from first to last are still possible. Without days when the precision is Unknown.
struct PlannedDate {
    Precision precision = Precision::Unknown;
    Certainty certainty = Certainty::Expected;
    std::optional<Date> first;
    std::optional<Date> last;

    bool operator==(const PlannedDate&) const = default;
};

// Reads "2027-01-15", "2027-01", "2027-Q1", "2027-H1", "2027" and "onbekend"; the form is the precision.
std::optional<PlannedDate> parse_planned_date(std::string_view text);
// The same forms back: to_text(*parse_planned_date(t)) == t.
std::string to_text(const PlannedDate& date);
// The period of this precision that holds the day: (2027-05-09, Quarter) is 2027-Q2.
PlannedDate period_of(Date day, Precision precision);

std::string_view code_of(Precision precision);
std::string_view code_of(Certainty certainty);
std::optional<Precision> precision_from(std::string_view code);
std::optional<Certainty> certainty_from(std::string_view code);

}  // namespace mvoi::domain
