// SPDX-License-Identifier: EUPL-1.2
#include "store/stamp.hpp"

#include <Poco/DateTime.h>
#include <cctz/civil_time.h>
#include <cctz/time_zone.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <stdexcept>
#include <string_view>

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

// As zones are named in the zone data. Others are paths, or what this process or machine is set to.
bool is_name_of_zone(const std::string& name) {
    const auto may_stand = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               std::string_view("_+-/").find(c) != std::string_view::npos;
    };
    return !name.empty() && name[0] >= 'A' && name[0] <= 'Z' && std::all_of(name.begin(), name.end(), may_stand);
}

struct Zone {
    std::string name;
    cctz::time_zone rules;
    const Zone* next = nullptr;
};

// Kept for ever: calls may come while the process ends. Without a lock, which a fork could leave taken. Throws
// std::runtime_error when there is no such zone.
const cctz::time_zone& zone_named(const std::string& name) {
    static auto* const first = new std::atomic<const Zone*>(nullptr);
    for (const Zone* zone = first->load(); zone; zone = zone->next)
        if (zone->name == name) return zone->rules;
    cctz::time_zone read;
    if (!is_name_of_zone(name) || !cctz::load_time_zone(name, &read)) throw std::runtime_error("no time zone: " + name);
    auto* const zone = new Zone{name, read, first->load()};
    while (!first->compare_exchange_weak(zone->next, zone)) {
    }
    return zone->rules;
}

cctz::civil_second local_at(const std::string& zone, std::int64_t unix_seconds) {
    return cctz::convert(cctz::time_point<cctz::seconds>(cctz::seconds(unix_seconds)), zone_named(zone));
}

std::string day_of(const cctz::civil_second& local) {
    std::string text;
    add_padded(text, static_cast<int>(local.year()), 4);
    add_padded(text += '-', local.month(), 2);
    add_padded(text += '-', local.day(), 2);
    return text;
}

// Since 1 January 1970, of a stamp such as now_stamp makes.
std::optional<std::int64_t> seconds_of(std::string_view stamp) {
    constexpr std::string_view form = "dddd-dd-ddTdd:dd:dd";
    if (stamp.size() <= form.size() || stamp.back() != 'Z') return std::nullopt;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == 'd' ? stamp[i] < '0' || stamp[i] > '9' : stamp[i] != form[i]) return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t width) {
        int value = 0;
        for (const char digit : stamp.substr(at, width)) value = value * 10 + (digit - '0');
        return value;
    };
    const cctz::civil_second moment(number(0, 4), number(5, 2), number(8, 2), number(11, 2), number(14, 2),
                                    number(17, 2));
    if (moment.month() != number(5, 2) || moment.day() != number(8, 2)) return std::nullopt;
    return moment - cctz::civil_second();
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
        zone_named(zone);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

std::string day_in(const std::string& zone, std::int64_t unix_seconds) {
    return day_of(local_at(zone, unix_seconds));
}

std::string clock_in(const std::string& zone, const std::string& stamp) {
    const auto seconds = seconds_of(stamp);
    if (!seconds) return stamp;
    const cctz::civil_second local = local_at(zone, *seconds);
    std::string text = day_of(local) + 'T';
    add_padded(text, local.hour(), 2);
    add_padded(text += ':', local.minute(), 2);
    return text;
}

std::string now_day(const std::string& zone) {
    return day_in(zone, now().tv_sec);
}

}  // namespace mvoi::store
