// SPDX-License-Identifier: EUPL-1.2
// Shared by the two halves of reading dates: by their numbers (dates.cpp) and by their words (date_words.cpp).
#pragma once

#include <string_view>

#include "intake/value/dates.hpp"

namespace mvoi::intake {

namespace date_rule {
constexpr std::string_view unreadable = "import.date-unreadable";
constexpr std::string_view year_missing = "import.date-year";
constexpr std::string_view serial = "import.date-serial";
constexpr std::string_view placeholder = "import.date-placeholder";
constexpr std::string_view midnight = "import.date-midnight";
constexpr std::string_view not_firm = "import.date-not-firm";
constexpr std::string_view month_first = "import.date-month-first";
constexpr std::string_view day_needed = "import.day-needed";
constexpr std::string_view day_serial = "import.day-serial";
}  // namespace date_rule

struct Number {
    int value = 0;
    std::size_t digits = 0;
};
// The digits from here on.
Number number_at(std::string_view text, std::size_t at);

DateReading refused_date(std::string_view rule);
DateReading on_day(int year, int month, int day);
DateReading in_month(int year, int month);
DateReading in_part(int year, char unit, int part);  // unit 'Q' or 'H'
DateReading in_year(int year);

// A date with letters in it, folded: "3 e kwartaal 2026".
DateReading read_date_words(std::string_view folded);

}  // namespace mvoi::intake
