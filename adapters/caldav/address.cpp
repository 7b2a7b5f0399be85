// SPDX-License-Identifier: EUPL-1.2
#include "address.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "message.hpp"

namespace mvoi::caldav {

namespace {

constexpr std::uint16_t http_port = 80, https_port = 443;

bool is_plain(unsigned char c) {
    return std::isalnum(c) != 0 ||
           std::string_view("-._~/@:!$&'()*+,;=").find(static_cast<char>(c)) != std::string::npos;
}

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

void append_encoded(std::string& path, unsigned char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    path.append(1, '%').append(1, digits[c >> 4U]).append(1, digits[c & 15U]);
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

struct Parts {
    std::string scheme, authority, rest;
};

std::optional<Parts> parts_of(std::string_view url) {
    const std::size_t colon = url.find("://");
    if (colon == std::string_view::npos) return std::nullopt;
    const std::size_t begin = colon + 3, end = std::min(url.find_first_of("/?#", begin), url.size());
    return Parts{lower(url.substr(0, colon)), std::string(url.substr(begin, end - begin)),
                 std::string(url.substr(end))};
}

// "host", "host:port", "[::1]:port"; false when it is none of these.
bool set_host(Address& address, std::string_view authority) {
    address.port = address.tls ? https_port : http_port;
    const std::size_t bracket = authority.starts_with('[') ? authority.find(']') : 0;
    if (bracket == std::string_view::npos) return false;
    const std::size_t colon = authority.find(':', bracket);
    std::string_view host = authority.substr(0, colon);
    if (bracket != 0) host = host.substr(1, bracket - 1);
    const bool sound = std::all_of(host.begin(), host.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '-' || c == '.' || c == ':' || c == '_';
    });
    if (host.empty() || !sound) return false;
    address.host = lower(host);
    if (colon == std::string_view::npos) return true;
    const std::string_view port = authority.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
    return error == std::errc() && end == port.data() + port.size() && address.port != 0;
}

bool is_this_machine(const std::string& host) {
    const bool numbers = host.find_first_not_of("0123456789.") == std::string::npos;
    return host == "localhost" || host == "::1" || (numbers && host.starts_with("127."));
}

bool has_dot_segment(const std::string& path) {
    const std::string closed = path + "/";
    return closed.find("/./") != std::string::npos || closed.find("/../") != std::string::npos;
}

}  // namespace

std::string Address::origin() const {
    const std::string shown = host.find(':') == std::string::npos ? host : "[" + host + "]";
    const bool usual = port == (tls ? https_port : http_port);
    return (tls ? "https://" : "http://") + shown + (usual ? "" : ":" + std::to_string(port));
}

Address address_of(std::string_view url, bool allow_plain_http) {
    const auto parts = parts_of(url);
    // Message before the URL is repeated in any sentence.
    if (url.find('@') < url.find('/', parts ? parts->scheme.size() + 3 : 0)) {
        throw Refusal(
            message("een gebruikersnaam of wachtwoord hoort niet in de URL: zet MVOI_CALDAV_USER en "
                    "MVOI_CALDAV_PASSWORD, of geef --password-file",
                    "a user name or password does not belong in the URL: set MVOI_CALDAV_USER and "
                    "MVOI_CALDAV_PASSWORD, or give --password-file"));
    }
    Address address;
    const bool known = parts && (parts->scheme == "https" || parts->scheme == "http");
    if (known) address.tls = parts->scheme == "https";
    if (!known || !set_host(address, parts->authority) || parts->rest.find_first_of("?#") != std::string::npos) {
        throw Refusal(message("dit is geen URL van een collectie, zoals https://agenda.example/inkoop/mvoi/",
                              "this is no URL of a collection, such as https://agenda.example/inkoop/mvoi/"));
    }
    if (!address.tls && !is_this_machine(address.host) && !allow_plain_http) {
        throw Refusal(
            message("http zonder TLS gaat alleen naar deze machine zelf; gebruik https, of geef --allow-http als het "
                    "wachtwoord leesbaar over het net mag",
                    "http without TLS goes to this machine only; use https, or give --allow-http when the password "
                    "may cross the network readable"));
    }
    address.path = normal_path(parts->rest);
    if (!address.path.ends_with('/')) address.path += '/';
    return address;
}

std::string normal_path(std::string_view path) {
    std::string result;
    for (std::size_t i = 0; i < path.size(); ++i) {
        auto c = static_cast<unsigned char>(path[i]);
        const bool encoded =
            c == '%' && i + 2 < path.size() && digit_of(path[i + 1]) >= 0 && digit_of(path[i + 2]) >= 0;
        if (encoded) {
            c = static_cast<unsigned char>(digit_of(path[i + 1]) * 16 + digit_of(path[i + 2]));
            i += 2;
        }
        // An encoded slash is part of a name; a plain one is not.
        if (is_plain(c) && !(encoded && c == '/'))
            result += static_cast<char>(c);
        else
            append_encoded(result, c);
    }
    return result;
}

std::optional<std::string> path_of(const Address& address, std::string_view reference) {
    std::string path;
    if (const auto parts = parts_of(reference); parts && !reference.starts_with('/')) {
        Address other;
        other.tls = parts->scheme == "https";
        const bool same = (other.tls || parts->scheme == "http") && set_host(other, parts->authority) &&
                          other.tls == address.tls && other.host == address.host && other.port == address.port;
        if (!same) return std::nullopt;
        path = parts->rest.empty() ? "/" : parts->rest;
    } else if (reference.starts_with("//")) {
        return std::nullopt;
    } else {
        path = reference.starts_with('/') ? std::string(reference) : address.path + std::string(reference);
    }
    path = normal_path(path);
    if (has_dot_segment(path)) return std::nullopt;
    return path;
}

}  // namespace mvoi::caldav
