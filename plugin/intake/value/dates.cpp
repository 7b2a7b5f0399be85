// SPDX-License-Identifier: EUPL-1.2
// Dates as lists have them. Numbers alone are read by their shape; as soon as there is a letter, by their words.
#include <algorithm>
#include <array>

#include "domain/characters.hpp"
#include "intake/text/text.hpp"
#include "intake/value/date_forms.hpp"
#include "intake/value/times.hpp"
#include "intake/value/words.hpp"

namespace mvoi::intake {
namespace {

using domain::Certainty;
using domain::Date;
using domain::is_digit;

constexpr int last_year = 2199;  // of domain::parse_date
constexpr int most_years_ahead = 20;
constexpr int most_years_ahead_of_contract_end = 50;
constexpr int most_years_back = 50;

std::string padded(int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

// The domain's own forms say what a day, month, quarter or year is; here they are only put together.
DateReading reading_of(const std::string& form, int year) {
    if (year > last_year)  // 31-12-9999: somebody had to fill in something
        return refused_date(domain::parse_planned_date("2000" + form.substr(4)) ? date_rule::placeholder
                                                                                : date_rule::unreadable);
    const auto date = domain::parse_planned_date(form);
    if (!date) return refused_date(date_rule::unreadable);
    DateReading reading;
    reading.date = *date;
    return reading;
}

// ---- a time or a zone behind the date -------------------------------------------------------------------------------

// The day that it is in the Netherlands.
DateReading at_time(DateReading reading, const TimeOfDay& time) {
    if (!reading.rule.empty() || reading.date.precision != domain::Precision::Day) return reading;
    const auto day = dutch_day(*reading.date.first, time);
    if (!day) return refused_date(date_rule::midnight);
    reading.date.first = reading.date.last = *day;
    return reading;
}

// "2021-03-11+01:00" and "2021-03-11Z" are days of XML Schema, which may have a zone.
std::string_view without_zone(std::string_view text) {
    constexpr std::size_t day = 10;
    if (text.size() == day + 1 && text.back() == 'Z') return text.substr(0, day);
    constexpr std::size_t zoned = day + 6;
    if (text.size() == zoned && text[4] == '-' && text[13] == ':' && (text[day] == '+' || text[day] == '-'))
        return text.substr(0, day);
    return text;
}

// ---- numbers alone --------------------------------------------------------------------------------------------------

struct Numbers {
    std::array<Number, 3> parts;
    std::size_t count = 0;
    char separator = '\0';
    bool well_formed = false;
};

// Up to three numbers with one and the same separator, which may have blanks around it.
Numbers numbers_in(std::string_view text) {
    Numbers numbers;
    std::size_t at = 0;
    while (at < text.size() && numbers.count < numbers.parts.size()) {
        const Number number = number_at(text, at);
        if (number.digits == 0) return numbers;
        numbers.parts[numbers.count++] = number;
        at += number.digits;
        if (at == text.size()) {
            numbers.well_formed = true;
            return numbers;
        }
        char separator = ' ';
        for (; at < text.size() && !is_digit(text[at]); ++at) {
            if (text[at] == ' ') continue;
            if (separator != ' ' || std::string_view("-/.").find(text[at]) == std::string_view::npos) return numbers;
            separator = text[at];
        }
        if (numbers.separator != '\0' && numbers.separator != separator) return numbers;
        numbers.separator = separator;
    }
    return numbers;
}

DateReading read_three(const Numbers& numbers) {
    const auto& [first, second, third] = numbers.parts;
    if (first.digits == 4 && second.digits <= 2 && third.digits <= 2)
        return on_day(first.value, second.value, third.value);
    if (first.digits > 2 || second.digits > 2) return refused_date(date_rule::unreadable);
    if (third.digits == 4) return on_day(third.value, second.value, first.value);
    return refused_date(third.digits == 2 ? date_rule::year_missing : date_rule::unreadable);
}

DateReading read_two(const Numbers& numbers) {
    const auto& [first, second, unused] = numbers.parts;
    if (first.digits <= 2 && second.digits == 4) return in_month(second.value, first.value);
    if (first.digits == 4 && second.digits <= 2 && numbers.separator != '.') return in_month(first.value, second.value);
    if (first.digits == 5 && numbers.separator == '.') return refused_date(date_rule::serial);
    return refused_date(first.digits <= 2 && second.digits <= 2 ? date_rule::year_missing : date_rule::unreadable);
}

DateReading read_one(const Number& number) {
    if (number.digits == 4) return in_year(number.value);
    if (number.digits == 5) return refused_date(date_rule::serial);
    if (number.digits == 8) return on_day(number.value / 10000, number.value / 100 % 100, number.value % 100);
    return refused_date(number.digits <= 2 ? date_rule::year_missing : date_rule::unreadable);
}

DateReading read_numbers(std::string_view text) {
    const Numbers numbers = numbers_in(text);
    if (!numbers.well_formed) return refused_date(date_rule::unreadable);
    if (numbers.count == 3) return read_three(numbers);
    return numbers.count == 2 ? read_two(numbers) : read_one(numbers.parts[0]);
}

// Signs of doubt around the date: "± 2027", "~03-2027", "2027 (?)".
std::string_view without_doubt(std::string_view text, bool& doubt) {
    constexpr std::string_view about = "\xC2\xB1";  // ±
    std::string_view rest = text;
    for (const std::string_view sign : {about, std::string_view("~")})
        if (rest.starts_with(sign)) rest = trimmed(rest.substr(sign.size()));
    for (const std::string_view sign : {"(?)", "?"})
        if (rest.ends_with(sign)) rest = trimmed(rest.substr(0, rest.size() - sign.size()));
    doubt = rest.size() != text.size();
    return rest;
}

}  // namespace

// The digits from here on; more than nine of them are no part of a date.
Number number_at(std::string_view text, std::size_t at) {
    Number number;
    for (; at < text.size() && is_digit(text[at]); ++at, ++number.digits)
        if (number.digits < 9) number.value = number.value * 10 + (text[at] - '0');
    return number;
}

DateReading refused_date(std::string_view rule) {
    DateReading reading;
    reading.rule = rule;
    return reading;
}

DateReading on_day(int year, int month, int day) {
    return reading_of(padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2), year);
}

DateReading in_month(int year, int month) {
    return reading_of(padded(year, 4) + "-" + padded(month, 2), year);
}

DateReading in_part(int year, char unit, int part) {
    return reading_of(padded(year, 4) + "-" + unit + std::to_string(part), year);
}

DateReading in_year(int year) {
    return reading_of(padded(year, 4), year);
}

DateReading read_date(std::string_view text) {
    text = trimmed(text);
    if (content_of(text) != CellContent::Something) return {};
    // "<31-12-2027": some day on one side of it.
    for (const std::string_view sign : {"<", ">", "≤", "≥"})
        if (text.find(sign) != std::string_view::npos) return refused_date(date_rule::not_firm);
    bool doubt = false;
    const DateAndTime parts = without_time(without_doubt(text, doubt));
    text = without_zone(parts.date);
    const bool numbers = std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || std::string_view("-/. ").find(c) != std::string_view::npos;
    });
    DateReading reading = numbers ? read_numbers(text) : read_date_words(folded(text));
    if (parts.time) reading = at_time(std::move(reading), *parts.time);
    if (doubt) reading.date.certainty = Certainty::Uncertain;
    return reading;
}

DayReading one_day(const DateReading& reading) {
    for (const std::string_view rule : {date_rule::midnight, date_rule::not_firm, date_rule::month_first})
        if (reading.rule == rule) return {std::nullopt, rule};
    if (reading.rule == date_rule::serial) return {std::nullopt, date_rule::day_serial};
    if (!reading.rule.empty() || reading.date.precision != domain::Precision::Day)
        return {std::nullopt, date_rule::day_needed};
    if (reading.date.certainty == Certainty::Uncertain) return {std::nullopt, date_rule::not_firm};
    return {reading.date.first, {}};
}

DayOrder day_order(std::string_view text) {
    constexpr int months = 12, days = 31;
    text = trimmed(text);
    if (text.find(':') != std::string_view::npos) text = text.substr(0, text.find(' '));  // "12/31/2027 9:00 AM"
    const Numbers numbers = numbers_in(text);
    const auto& [first, second, third] = numbers.parts;
    if (!numbers.well_formed || numbers.count != 3 || third.digits != 4) return DayOrder::Plain;
    const bool may = first.digits <= 2 && second.digits <= 2 && first.value >= 1 && first.value <= months;
    if (!may || second.value < 1 || second.value > days || first.value == second.value) return DayOrder::Plain;
    return second.value > months ? DayOrder::MonthFirst : DayOrder::Either;
}

std::vector<DateInText> dates_in(std::string_view text) {
    std::vector<DateInText> found;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        const std::size_t start = at;
        while (at < text.size() &&
               (is_digit(text[at]) || std::string_view("-/.").find(text[at]) != std::string_view::npos))
            ++at;
        std::string_view piece = text.substr(start, at - start);
        while (!is_digit(piece.back())) piece.remove_suffix(1);
        const Numbers numbers = numbers_in(piece);
        if (!numbers.well_formed || numbers.count != 3) continue;
        const DateReading reading = read_three(numbers);
        if (reading.rule.empty()) found.push_back({std::string(piece), *reading.date.first});
    }
    return found;
}

bool is_placeholder(Date day, Date base, bool is_contract_end) {
    const int ahead = is_contract_end ? most_years_ahead_of_contract_end : most_years_ahead;
    return day > base + boost::gregorian::years(ahead) || day < base - boost::gregorian::years(most_years_back);
}

bool is_far_ahead(Date day, Date base) {
    return day > base + boost::gregorian::years(most_years_ahead);
}

}  // namespace mvoi::intake
