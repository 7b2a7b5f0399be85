// SPDX-License-Identifier: EUPL-1.2
// A calendar as items, one resource each, as CalDAV wants them: one UID and one type of component per resource, no
// METHOD (RFC 4791 4.1). The bytes of a resource depend on its item alone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace mvoi::caldav {

enum class Component { Event, Todo };
std::string_view name_of(Component component);  // "VEVENT", "VTODO"

// An item of the calendar. The digest is over what the item says, however a server writes it down: see digest_of.
struct Item {
    std::string text;
    std::string digest;
};

// SHA-256 in 64 lower-case hex digits.
std::string sha256(const std::string& text);

struct Calendar {
    std::string name;
    std::map<std::string, Item> items;  // by UID
};

// The items of a feed that are of this type. Throws Fault when the text is no calendar, or when an item is not ours.
Calendar calendar_from(std::string_view feed, Component component);

// The UIDs of the procurement calendar end like this, and nobody else's do.
bool is_ours(std::string_view uid);

struct Content {
    std::string uid;
    std::string digest;
};

// The content of a resource on a server; nothing when it is not exactly one UID of this type.
std::optional<Content> content_of(std::string_view resource, Component component);

}  // namespace mvoi::caldav
