// SPDX-License-Identifier: EUPL-1.2
// Feeds to be written as iCalendar, and what was written read back: by hand, another way than the writer's, and by
// libical.
#pragma once

#include <libical/ical.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "render/calendar/ical.hpp"

namespace icals {

using namespace mvoi;
using domain::Certainty;
using domain::Date;
using domain::Feed;
using domain::FeedItem;
using domain::MilestoneStatus;
using render::write_ical;

inline constexpr auto tender = "6f1c2a9e-0d53-4f0e-9d64-2a7f4a9f0c11";

inline FeedItem item(std::string_view date = "2027-03-15") {
    FeedItem item;
    item.tender = tender;
    item.code = "publicatie";
    item.label = "Publicatie";
    item.title = "Onderhoud openbaar groen";
    item.organisation = "gm0344";
    item.reference = "2026/17";
    item.kind = "dienst";
    item.flags = {"Over een thema is nog niet besloten", "Niveau onder het eigen beleid"};
    item.date = *domain::parse_planned_date(date);
    item.sequence = 3;
    item.changed = "2026-11-21T09:30:00Z";
    return item;
}

inline Feed feed_of(std::vector<FeedItem> items) {
    Feed feed;
    feed.name = "Aanbestedingskalender gm0344";
    feed.description = "Geplande aanbestedingen; onder voorbehoud, ook \"vast\" genoemde.";
    feed.language = "nl";
    feed.items = std::move(items);
    return feed;
}

inline std::string written(const FeedItem& item) {
    return write_ical(feed_of({item}));
}

inline FeedItem titled(std::string title) {
    FeedItem result = item();
    result.title = std::move(title);
    return result;
}

// ---- reading back by hand -------------------------------------------------------------------------------------------

inline std::vector<std::string> split(std::string_view text, std::string_view by) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t at = 0; (at = text.find(by, start)) != std::string_view::npos; start = at + by.size()) {
        parts.emplace_back(text.substr(start, at - start));
    }
    parts.emplace_back(text.substr(start));
    return parts;
}

inline std::string unfolded(const std::string& bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes.compare(i, 3, "\r\n ") == 0) {
            i += 2;
            continue;
        }
        text.push_back(bytes[i]);
    }
    return text;
}

inline std::vector<std::string> lines_of(const std::string& bytes) {
    auto lines = split(unfolded(bytes), "\r\n");
    lines.pop_back();
    return lines;
}

inline bool has_line(const std::string& bytes, const std::string& line) {
    const auto lines = lines_of(bytes);
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

// The values of the property in the event, or before it when `in_event` is false.
inline std::vector<std::string> values(const std::string& bytes, const std::string& name, bool in_event = true) {
    std::vector<std::string> found;
    bool inside = false;
    for (const auto& line : lines_of(bytes)) {
        if (line == "BEGIN:VEVENT") inside = true;
        if (line == "END:VEVENT") inside = false;
        if (inside == in_event && line.compare(0, name.size() + 1, name + ":") == 0) {
            found.push_back(line.substr(name.size() + 1));
        }
    }
    return found;
}

inline std::string value(const std::string& bytes, const std::string& name) {
    const auto found = values(bytes, name);
    REQUIRE(found.size() == 1);
    return found[0];
}

inline std::string unescaped(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') ++i;
        result.push_back(text[i] == 'n' && i > 0 && text[i - 1] == '\\' ? '\n' : text.at(i));
    }
    return result;
}

// True when the octets are UTF-8, told by counting as RFC 3629 does: another way than the writer's table.
inline bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
        if (length == 0 || i + length > text.size()) return false;
        char32_t code = length == 1 ? lead : lead & (0x7Fu >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if (next >> 6 != 2) return false;
            code = code << 6 | (next & 0x3F);
        }
        constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
        if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
        i += length;
    }
    return true;
}

// Everything that is wrong with the bytes as content lines; empty when nothing is.
inline std::string fault_of_lines(const std::string& bytes) {
    if (bytes.size() < 2 || bytes.substr(bytes.size() - 2) != "\r\n") return "does not end with CRLF";
    auto lines = split(bytes, "\r\n");
    lines.pop_back();
    for (const auto& line : lines) {
        if (line.find_first_not_of(" \t") == std::string::npos) return "a line of nothing but blanks";
        if (line.size() > 75) return "more than 75 octets: " + line;
        if (!is_utf8(line)) return "no UTF-8: " + line;
        for (const char c : line) {
            if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F) return "a control character: " + line;
        }
    }
    return "";
}

inline std::uint32_t next_random(std::uint32_t& state) {
    state = state * 1664525 + 1013904223;
    return state >> 12;
}

// ---- reading back with libical --------------------------------------------------------------------------------------

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

inline Component parsed(const std::string& bytes) {
    Component calendar(icalparser_parse_string(bytes.c_str()));
    REQUIRE(calendar);
    return calendar;
}

// Errors of libical: of its reader (they stand in the tree as X-LIC-ERROR) and of its table of restrictions.
inline int errors_in(icalcomponent* calendar) {
    icalrestriction_check(calendar);
    return icalcomponent_count_errors(calendar);
}

inline icalcomponent* event_in(const Component& calendar) {
    icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    REQUIRE(event);
    return event;
}

inline std::string day_text(icaltimetype time) {
    CHECK(time.is_date);
    return domain::to_text(Date(static_cast<unsigned short>(time.year), static_cast<unsigned short>(time.month),
                                static_cast<unsigned short>(time.day)));
}

}  // namespace icals
