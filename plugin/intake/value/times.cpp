// SPDX-License-Identifier: EUPL-1.2
#include "intake/value/times.hpp"

#include "domain/characters.hpp"
#include "intake/text/text.hpp"

namespace mvoi::intake {
namespace {

using domain::Date;
using domain::is_digit;

constexpr int minute = 60, hour = 60 * minute, minutes_per_day = 24 * 60;
// Summer time as Directive 2000/84/EC has it, from the last Sunday of March to that of October, at one o'clock UTC. It
// was so since 1996; before that summer ended in September.
constexpr int first_year_of_rule = 1996, winter_minutes = 60, summer_minutes = 120, turn_minutes = 60;

// So many digits at the front, which are taken away.
std::optional<int> take_digits(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int number = 0;
    while (count < most && count < text.size() && is_digit(text[count])) number = number * 10 + (text[count++] - '0');
    if (count < least) return std::nullopt;
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

// "Z", "+01:00", "+0100", "+01"; nothing stands for no zone.
bool read_zone(std::string_view text, TimeOfDay& time) {
    if (text.empty() || text == " uur") return true;
    if (text == "Z" || text == "z") {
        time.offset_minutes = 0;
        return true;
    }
    const bool west = text.front() == '-';
    if (!west && text.front() != '+') return false;
    text.remove_prefix(1);
    const auto hours = take_digits(text, 2, 2);
    if (!hours) return false;
    const bool colon = take(text, ':');
    const auto minutes = text.empty() && !colon ? std::optional(0) : take_digits(text, 2, 2);
    if (!minutes || !text.empty() || *hours > 14 || *minutes > 59) return false;
    time.offset_minutes = (west ? -1 : 1) * (*hours * 60 + *minutes);
    return true;
}

std::optional<TimeOfDay> read_time(std::string_view text) {
    const auto hours = take_digits(text, 1, 2);
    if (!hours || !take(text, ':')) return std::nullopt;
    const auto minutes = take_digits(text, 2, 2);
    if (!minutes) return std::nullopt;
    int seconds = 0;
    if (take(text, ':')) {
        const auto given = take_digits(text, 2, 2);
        if (!given) return std::nullopt;
        seconds = *given;
        if (take(text, '.') || take(text, ',')) {
            if (!take_digits(text, 1, 9)) return std::nullopt;
        }
    }
    if (*hours > 23 || *minutes > 59 || seconds > 59) return std::nullopt;
    TimeOfDay time{*hours * hour + *minutes * minute + seconds};
    return read_zone(text, time) ? std::optional(time) : std::nullopt;
}

Date last_sunday(int year, int month) {
    const Date last = Date(static_cast<unsigned short>(year), static_cast<unsigned short>(month), 1).end_of_month();
    return last - boost::gregorian::days(last.day_of_week().as_number());
}

bool is_summer(Date day, int minutes) {
    const Date begins = last_sunday(day.year(), 3), ends = last_sunday(day.year(), 10);
    const bool begun = day > begins || (day == begins && minutes >= turn_minutes);
    const bool ended = day > ends || (day == ends && minutes >= turn_minutes);
    return begun && !ended;
}

// The day that holds these minutes from midnight on, which may be of a day before or after.
Date day_at(Date day, int minutes) {
    const int days = minutes < 0 ? -1 : minutes / minutes_per_day;
    return day + boost::gregorian::days(days);
}

}  // namespace

DateAndTime without_time(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) return {text, {}};
    std::size_t start = colon;
    while (start > 0 && is_digit(text[start - 1])) --start;
    if (start == 0 || start == colon || colon - start > 2) return {text, {}};
    const char before = text[start - 1];
    if (before != 'T' && before != 't' && before != ' ') return {text, {}};
    const auto time = read_time(text.substr(start));
    if (!time) return {text, {}};
    std::string_view date = trimmed(text.substr(0, start - 1));
    if (date.ends_with(',')) date.remove_suffix(1);
    return {date, time};
}

namespace {

// The day, unless a little before midnight: that may be a midnight of somewhere else. The last minute is the end of
// the day, as programs write it.
std::optional<Date> certain_day(Date day, int minutes) {
    constexpr int late = 22 * 60, last_minute = minutes_per_day - 1;
    const int of_day = (minutes % minutes_per_day + minutes_per_day) % minutes_per_day;
    if (of_day >= late && of_day != last_minute) return std::nullopt;
    return day_at(day, minutes);
}

}  // namespace

std::optional<Date> dutch_day(Date day, const TimeOfDay& time) {
    const int written = time.seconds / minute, second = time.seconds % minute;
    if (written == minutes_per_day - 1 && second != 0 && second != minute - 1) return std::nullopt;
    if (!time.offset_minutes) return certain_day(day, written);
    const int minutes = written - *time.offset_minutes;  // in UTC
    const auto winter = certain_day(day, minutes + winter_minutes), summer = certain_day(day, minutes + summer_minutes);
    std::optional<Date> there = winter;
    if (winter != summer) {
        if (day.year() < first_year_of_rule) return std::nullopt;
        const Date in_utc = day_at(day, minutes);
        const int of_day = minutes - static_cast<int>((in_utc - day).days()) * minutes_per_day;
        if (is_summer(in_utc, of_day)) there = summer;
    }
    // The end of a day in another zone is meant as the end of that day.
    if (there && written == minutes_per_day - 1 && *there != day) return std::nullopt;
    return there;
}

}  // namespace mvoi::intake
