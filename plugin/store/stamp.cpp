// SPDX-License-Identifier: EUPL-1.2
#include "store/stamp.hpp"

#include <Poco/DateTime.h>

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

}  // namespace mvoi::store
