// SPDX-License-Identifier: EUPL-1.2
#include "store/stamp.hpp"

#include <Poco/DateTime.h>
#include <date/tz.h>

#include <chrono>
#include <stdexcept>

namespace mvoi::store {
namespace {

void add_padded(std::string& out, int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    out.append(width > digits.size() ? width - digits.size() : 0, '0');
    out += digits;
}

}  // namespace

// Written by hand: Poco's formatter goes through a locale-aware stream for its fields.
std::string now_stamp() {
    const Poco::DateTime now;
    std::string stamp;
    add_padded(stamp, now.year(), 4);
    add_padded(stamp += '-', now.month(), 2);
    add_padded(stamp += '-', now.day(), 2);
    add_padded(stamp += 'T', now.hour(), 2);
    add_padded(stamp += ':', now.minute(), 2);
    add_padded(stamp += ':', now.second(), 2);
    add_padded(stamp += '.', now.millisecond(), 3);
    return stamp += 'Z';
}

bool is_time_zone(const std::string& zone) {
    try {
        return date::locate_zone(zone) != nullptr;
    } catch (const std::runtime_error&) {
        return false;
    }
}

std::string day_in(const std::string& zone, std::int64_t unix_seconds) {
    const date::sys_seconds instant{std::chrono::seconds(unix_seconds)};
    const date::year_month_day day{date::floor<date::days>(date::locate_zone(zone)->to_local(instant))};
    std::string text;
    add_padded(text, static_cast<int>(day.year()), 4);
    add_padded(text += '-', static_cast<int>(static_cast<unsigned>(day.month())), 2);
    add_padded(text += '-', static_cast<int>(static_cast<unsigned>(day.day())), 2);
    return text;
}

std::string now_day(const std::string& zone) {
    return day_in(zone, Poco::Timestamp().epochTime());
}

}  // namespace mvoi::store
