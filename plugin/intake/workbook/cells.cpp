// SPDX-License-Identifier: EUPL-1.2
#include "intake/workbook/cells.hpp"

#include <charconv>
#include <cmath>

#include "domain/characters.hpp"
#include "domain/date.hpp"

namespace mvoi::intake {
namespace {

constexpr int exact_digits = 15;      // of a floating point number as spreadsheets have it
constexpr int most_exponent = 20;     // a larger one is of no number that was typed
constexpr double last_day = 2958466;  // the day after 9999-12-31
constexpr long seconds_per_day = 24 * 60 * 60;

bool read_stored(std::string_view stored, double& number) {
    const auto result = std::from_chars(stored.data(), stored.data() + stored.size(), number);
    return result.ec == std::errc() && result.ptr == stored.data() + stored.size() && std::isfinite(number);
}

// So many powers of ten larger: in decimal digits, so that nothing is lost.
std::string shifted(std::string_view stored, int places) {
    double number = 0;
    if (!read_stored(stored, number)) return std::string(stored);
    if (number == 0) return "0";
    char digits[40];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, number, std::chars_format::scientific, exact_digits - 1).ptr;
    const std::string_view all(digits, static_cast<std::size_t>(end - digits));
    const std::size_t e = all.find('e');
    int exponent = 0;
    const std::size_t sign = all[e + 1] == '+' ? 2 : 1;
    std::from_chars(digits + e + sign, end, exponent);
    exponent += places;
    if (exponent > most_exponent || exponent < -most_exponent) return std::string(stored);
    std::string plain;
    for (const char c : all.substr(0, e))
        if (domain::is_digit(c)) plain += c;
    while (plain.size() > 1 && plain.back() == '0') plain.pop_back();
    if (exponent < 0) plain.insert(0, static_cast<std::size_t>(-exponent), '0');
    const std::size_t whole = exponent < 0 ? 1 : static_cast<std::size_t>(exponent) + 1;
    if (plain.size() < whole) plain.append(whole - plain.size(), '0');
    if (plain.size() - whole == 3) plain += '0';
    if (plain.size() > whole) plain.insert(whole, 1, '.');
    return (number < 0 ? "-" : "") + plain;
}

// "23:59:12".
std::string time_text(long seconds) {
    std::string text;
    for (const long part : {seconds / 3600, seconds / 60 % 60, seconds % 60}) {
        if (!text.empty()) text += ':';
        if (part < 10) text += '0';
        text += std::to_string(part);
    }
    return text;
}

}  // namespace

Shows shown_as(std::string_view format) {
    bool year = false, month = false, day = false, time = false, percent = false;
    for (std::size_t i = 0; i < format.size() && format[i] != ';'; ++i) {
        const char c = format[i];
        if (c == '"' || c == '[') {
            const std::size_t end = format.find(c == '"' ? '"' : ']', i + 1);
            if (end == format.npos) break;
            // [h] is hours that run on; [Red] and [$-413] say nothing about what is shown.
            if (c == '[') time = time || format.substr(i + 1, end - i - 1).find_first_not_of("hHmMsS") == format.npos;
            i = end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else {
            percent = percent || c == '%';
            year = year || c == 'y' || c == 'Y';
            month = month || c == 'm' || c == 'M';
            day = day || c == 'd' || c == 'D';
            time = time || c == 'h' || c == 'H' || c == 's' || c == 'S';
        }
    }
    if (day) return Shows::Day;
    if (month && (year || !time)) return Shows::Month;
    if (year) return Shows::Year;
    return percent ? Shows::Percent : Shows::Number;
}

Shows shown_as_builtin(int number) {
    if (number == 9 || number == 10) return Shows::Percent;
    if (number == 17 || number == 55) return Shows::Month;
    const bool day = (number >= 14 && number <= 16) || number == 22 || (number >= 27 && number <= 31) || number == 36 ||
                     (number >= 50 && number <= 58);
    return day ? Shows::Day : Shows::Number;
}

std::string number_text(std::string_view stored) {
    return shifted(stored, 0);
}

std::string percent_text(std::string_view stored) {
    return shifted(stored, 2);
}

std::string day_text(std::string_view stored, Shows shows, bool from_1904) {
    double number = 0;
    if (!read_stored(stored, number) || number < 1 || number >= last_day) return number_text(stored);
    const long days = static_cast<long>(number);
    // In the calendar of 1900 day 60 is 29 February, which never was.
    const domain::Date nought = from_1904   ? domain::Date(1904, 1, 1)
                                : days < 60 ? domain::Date(1899, 12, 31)
                                            : domain::Date(1899, 12, 30);
    if ((!from_1904 && days == 60) || (from_1904 && days > 2957003)) return number_text(stored);
    // A time is a part of a day; what lies within a second of midnight is what floating point made of midnight.
    const long seconds = std::lround((number - static_cast<double>(days)) * seconds_per_day);
    const bool next = seconds >= seconds_per_day;
    const std::string text = domain::to_text(nought + boost::gregorian::days(days + (next ? 1 : 0)));
    if (shows == Shows::Year) return text.substr(0, 4);
    if (shows == Shows::Month) return text.substr(0, 7);
    return next || seconds == 0 ? text : text + " " + time_text(seconds);
}

}  // namespace mvoi::intake
