// SPDX-License-Identifier: EUPL-1.2
#include "store/stamp.hpp"

#include <Poco/DateTime.h>
#include <date/tz.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace mvoi::store {
namespace {

void add_padded(std::string& out, int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    out.append(width > digits.size() ? width - digits.size() : 0, '0');
    out += digits;
}

timespec now() {
    timespec clock{};
    ::clock_gettime(CLOCK_REALTIME, &clock);
    return clock;
}

// The time from a moment on, until the next stretch. In seconds.
struct Stretch {
    std::int64_t from = 0, offset = 0;
};

std::vector<Stretch> stretches_of(const date::time_zone& zone) {
    using namespace date::literals;
    std::vector<Stretch> stretches;
    date::sys_seconds moment = date::sys_days(2000_y / 1 / 1);
    const date::sys_seconds last = date::sys_days(2200_y / 1 / 1);
    while (moment < last) {
        const date::sys_info info = zone.get_info(moment);
        stretches.push_back({moment.time_since_epoch().count(), info.offset.count()});
        if (info.end <= moment) break;
        moment = info.end;
    }
    return stretches;
}

struct Zone {
    std::string name;
    std::vector<Stretch> stretches;
    const Zone* next = nullptr;
};

// The library of zones takes down its list when the process ends, and calls may come after that: what is read of a zone
// is kept for ever. Without a lock, which a fork could leave taken. Throws std::runtime_error when there is no such
// zone.
const std::vector<Stretch>& zone_named(const std::string& name) {
    static auto* const first = new std::atomic<const Zone*>(nullptr);
    for (const Zone* zone = first->load(); zone; zone = zone->next)
        if (zone->name == name) return zone->stretches;
    auto* const zone = new Zone{name, stretches_of(*date::locate_zone(name)), first->load()};
    while (!first->compare_exchange_weak(zone->next, zone)) {
    }
    return zone->stretches;
}

}  // namespace

// Written by hand: Poco's formatter goes through a locale-aware stream for its fields.
std::string now_stamp() {
    const timespec clock = now();
    const Poco::DateTime now(
        Poco::Timestamp(Poco::Timestamp::TimeVal{clock.tv_sec} * Poco::Timestamp::resolution() + clock.tv_nsec / 1000));
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
        return !zone_named(zone).empty();
    } catch (const std::runtime_error&) {
        return false;
    }
}

std::string day_in(const std::string& zone, std::int64_t unix_seconds) {
    const auto& stretches = zone_named(zone);
    const auto after = std::upper_bound(stretches.begin(), stretches.end(), unix_seconds,
                                        [](std::int64_t moment, const Stretch& each) { return moment < each.from; });
    const std::int64_t offset = after == stretches.begin() ? 0 : std::prev(after)->offset;
    const date::sys_seconds local{std::chrono::seconds(unix_seconds + offset)};
    const date::year_month_day day{date::floor<date::days>(local)};
    std::string text;
    add_padded(text, static_cast<int>(day.year()), 4);
    add_padded(text += '-', static_cast<int>(static_cast<unsigned>(day.month())), 2);
    add_padded(text += '-', static_cast<int>(static_cast<unsigned>(day.day())), 2);
    return text;
}

std::string now_day(const std::string& zone) {
    return day_in(zone, now().tv_sec);
}

}  // namespace mvoi::store
