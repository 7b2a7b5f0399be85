// SPDX-License-Identifier: EUPL-1.2
#include "domain/date.hpp"

#include <algorithm>
#include <array>
#include <boost/date_time/gregorian_calendar.hpp>

namespace mvoi::domain {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2199;

constexpr std::array precisions{Precision::Day,      Precision::Month, Precision::Quarter,
                                Precision::HalfYear, Precision::Year,  Precision::Unknown};
constexpr std::array certainties{Certainty::Fixed, Certainty::Expected, Certainty::Uncertain};

// Digits and nothing else: no sign, no blanks, as a library function would allow.
std::optional<int> number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return std::nullopt;
        value = value * 10 + (digit - '0');
    }
    return value;
}

std::optional<int> number_between(std::string_view digits, int low, int high) {
    const auto value = number(digits);
    return value && *value >= low && *value <= high ? value : std::nullopt;
}

std::optional<int> year_of(std::string_view text) {
    return number_between(text.substr(0, 4), first_year, last_year);
}

Date first_day(int year, int month) {
    return {static_cast<unsigned short>(year), static_cast<unsigned short>(month), static_cast<unsigned short>(1)};
}

// `count` whole months from the first day of `month`; a quarter and a year are such a stretch too.
PlannedDate months(Precision precision, int year, int month, int count) {
    PlannedDate date;
    date.precision = precision;
    date.first = first_day(year, month);
    date.last = first_day(year, month + count - 1).end_of_month();
    return date;
}

PlannedDate one_day(Date day) {
    PlannedDate date;
    date.precision = Precision::Day;
    date.first = date.last = day;
    return date;
}

int months_in(Precision precision) {
    switch (precision) {
        case Precision::Month:
            return 1;
        case Precision::Quarter:
            return 3;
        case Precision::HalfYear:
            return 6;
        case Precision::Year:
            return months_per_year;
        case Precision::Day:
        case Precision::Unknown:
            break;
    }
    return 0;
}

// The nth stretch of this precision in the year, counted from 1.
std::optional<PlannedDate> part_of_year(int year, Precision precision, std::string_view digits) {
    const int length = months_in(precision);
    const auto part = number_between(digits, 1, months_per_year / length);
    if (!part) return std::nullopt;
    return months(precision, year, (*part - 1) * length + 1, length);
}

// The text is as long as "2027-01", "2027-Q1" and "2027-H1".
std::optional<PlannedDate> parse_part_of_year(std::string_view text) {
    const auto year = year_of(text);
    if (!year || text[4] != '-') return std::nullopt;
    if (text[5] == 'Q') return part_of_year(*year, Precision::Quarter, text.substr(6));
    if (text[5] == 'H') return part_of_year(*year, Precision::HalfYear, text.substr(6));
    return part_of_year(*year, Precision::Month, text.substr(5));
}

void write_digits(std::string& text, std::size_t last, int value, int count) {
    for (; count > 0; --count, --last, value /= 10) text[last] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = year_of(text);
    const auto month = number_between(text.substr(5, 2), 1, months_per_year);
    if (!year || !month) return std::nullopt;
    const auto in_year = static_cast<unsigned short>(*year);
    const auto in_month = static_cast<unsigned short>(*month);
    const auto day =
        number_between(text.substr(8), 1, boost::gregorian::gregorian_calendar::end_of_month_day(in_year, in_month));
    if (!day) return std::nullopt;
    return Date(in_year, in_month, static_cast<unsigned short>(*day));
}

std::string to_text(Date date) {
    const auto day = date.year_month_day();
    std::string text(10, '-');
    write_digits(text, 3, day.year, 4);
    write_digits(text, 6, day.month, 2);
    write_digits(text, 9, day.day, 2);
    return text;
}

// Boost's own months make the last day of a month the last day of any other: 30 April and a month would be 31 May.
std::optional<Date> months_after(Date day, int months) {
    const auto from = day.year_month_day();
    const int month = from.month - 1 + months, year = from.year + month / months_per_year;
    if (year > last_year) return std::nullopt;
    const Date first = first_day(year, month % months_per_year + 1);
    return first + boost::gregorian::days(std::min<int>(from.day, first.end_of_month().day()) - 1);
}

int days_in(Date first, Date last) {
    return last < first ? 0 : static_cast<int>((last - first).days()) + 1;
}

std::optional<Date> day_after(Date day) {
    const Date after = day + boost::gregorian::days(1);
    return after.year() > last_year ? std::nullopt : std::optional(after);
}

std::optional<PlannedDate> parse_planned_date(std::string_view text) {
    if (text == "onbekend" || text == "unknown") return PlannedDate{};
    if (text.size() == 7) return parse_part_of_year(text);
    if (text.size() == 4) {
        const auto year = year_of(text);
        if (!year) return std::nullopt;
        return months(Precision::Year, *year, 1, months_per_year);
    }
    const auto day = parse_date(text);
    if (!day) return std::nullopt;
    return one_day(*day);
}

std::string to_text(const PlannedDate& date) {
    if (date.precision == Precision::Unknown || !date.first) return "onbekend";
    std::string text = to_text(*date.first);
    if (date.precision == Precision::Day) return text;
    const int month = date.first->month();
    text.resize(date.precision == Precision::Month ? 7 : 4);
    if (date.precision == Precision::Quarter || date.precision == Precision::HalfYear) {
        text.append(date.precision == Precision::Quarter ? "-Q" : "-H");
        text.push_back(static_cast<char>('1' + (month - 1) / months_in(date.precision)));
    }
    return text;
}

PlannedDate period_of(Date day, Precision precision) {
    if (precision == Precision::Unknown) return {};
    if (precision == Precision::Day) return one_day(day);
    const int length = months_in(precision);
    const int month = day.month();
    return months(precision, day.year(), month - (month - 1) % length, length);
}

std::string_view code_of(Precision precision) {
    switch (precision) {
        case Precision::Day:
            return "day";
        case Precision::Month:
            return "month";
        case Precision::Quarter:
            return "quarter";
        case Precision::HalfYear:
            return "half-year";
        case Precision::Year:
            return "year";
        case Precision::Unknown:
            break;
    }
    return "unknown";
}

std::string_view code_of(Certainty certainty) {
    switch (certainty) {
        case Certainty::Fixed:
            return "vast";
        case Certainty::Expected:
            return "verwacht";
        case Certainty::Uncertain:
            break;
    }
    return "onzeker";
}

std::optional<Precision> precision_from(std::string_view code) {
    for (const Precision precision : precisions) {
        if (code_of(precision) == code) return precision;
    }
    return std::nullopt;
}

std::optional<Certainty> certainty_from(std::string_view code) {
    for (const Certainty certainty : certainties) {
        if (code_of(certainty) == code) return certainty;
    }
    return std::nullopt;
}

}  // namespace mvoi::domain
