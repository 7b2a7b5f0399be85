// SPDX-License-Identifier: EUPL-1.2
// The address of a collection: a URL with nothing secret in it, over TLS unless it stays on this machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mvoi::caldav {

struct Address {
    bool tls = true;
    std::string host;  // an IPv6 address between brackets
    std::uint16_t port = 0;
    std::string path;  // in the form of normal_path, with "/" at its end

    std::string origin() const;  // "https://host:port"
    std::string url() const { return origin() + path; }
};

// Throws Refusal: no http or https URL, user info, a query or a fragment in it, plain http to another machine.
Address address_of(std::string_view text, bool allow_plain_http);

// A path with everything encoded that must be, and nothing else: servers differ in what they encode.
std::string normal_path(std::string_view path);

// The path on this server that a reference of it names (RFC 3986 5); nothing when it leads to another scheme, host or
// port, or has a query.
std::optional<std::string> path_of(const Address& address, std::string_view reference);

}  // namespace mvoi::caldav
