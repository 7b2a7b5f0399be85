// SPDX-License-Identifier: EUPL-1.2
#include "address.hpp"

#include <curl/urlapi.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <memory>

#include "message.hpp"

namespace mvoi::caldav {

namespace {

constexpr std::uint16_t http_port = 80, https_port = 443;

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

// The URL, or the reference when the URL is set already. The parser is that of the library that connects, so that both
// see the same host.
CURLUcode parse(const Url& url, const std::string& text) {
    return curl_url_set(url.get(), CURLUPART_URL, text.c_str(),
                        CURLU_PATH_AS_IS | CURLU_DISALLOW_USER | CURLU_ALLOW_SPACE | CURLU_URLENCODE);
}

std::string part(const Url& url, CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return {};
    const std::unique_ptr<char, decltype(&curl_free)> owned(text, &curl_free);
    return text;
}

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

// Nothing when it is not http or https.
std::optional<Address> address_in(const Url& url) {
    const std::string scheme = part(url, CURLUPART_SCHEME), port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    Address address{scheme == "https", lower(part(url, CURLUPART_HOST)), 0, normal_path(part(url, CURLUPART_PATH))};
    std::from_chars(port.data(), port.data() + port.size(), address.port);
    if ((!address.tls && scheme != "http") || address.port == 0) return std::nullopt;
    return address;
}

bool is_this_machine(const std::string& host) {
    const bool numbers = host.find_first_not_of("0123456789.") == std::string::npos;
    return host == "localhost" || host == "[::1]" || (numbers && host.starts_with("127."));
}

bool has_dot_segment(const std::string& path) {
    const std::string closed = path + "/";
    return closed.find("/./") != std::string::npos || closed.find("/../") != std::string::npos;
}

bool is_plain(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("-._~/@:!$&'()*+,;=").find(c) != std::string_view::npos;
}

void append_encoded(std::string& path, unsigned char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    path.append(1, '%').append(1, digits[c >> 4U]).append(1, digits[c & 15U]);
}

}  // namespace

std::string Address::origin() const {
    const bool usual = port == (tls ? https_port : http_port);
    return (tls ? "https://" : "http://") + host + (usual ? "" : ":" + std::to_string(port));
}

Address address_of(std::string_view text, bool allow_plain_http) {
    const Url url(curl_url(), &curl_url_cleanup);
    const CURLUcode result = parse(url, std::string(text));
    // Refused before the URL is repeated in any sentence.
    if (result == CURLUE_USER_NOT_ALLOWED) {
        throw Refusal(
            message("een gebruikersnaam of wachtwoord hoort niet in de URL: zet MVOI_CALDAV_USER en "
                    "MVOI_CALDAV_PASSWORD, of geef --password-file",
                    "a user name or password does not belong in the URL: set MVOI_CALDAV_USER and "
                    "MVOI_CALDAV_PASSWORD, or give --password-file"));
    }
    // The parser takes one and three slashes for two.
    const std::string_view slashes = text.substr(std::min(text.find(':'), text.size()));
    const bool is_url = result == CURLUE_OK && slashes.starts_with("://") && !slashes.starts_with(":///") &&
                        text.find_first_of("?#") == std::string_view::npos;
    std::optional<Address> address = is_url ? address_in(url) : std::nullopt;
    if (!address) {
        throw Refusal(message("dit is geen URL van een collectie, zoals https://agenda.example/inkoop/mvoi/",
                              "this is no URL of a collection, such as https://agenda.example/inkoop/mvoi/"));
    }
    if (!address->tls && !is_this_machine(address->host) && !allow_plain_http) {
        throw Refusal(
            message("http zonder TLS gaat alleen naar deze machine zelf; gebruik https, of geef --allow-http als het "
                    "wachtwoord leesbaar over het net mag",
                    "http without TLS goes to this machine only; use https, or give --allow-http when the password "
                    "may cross the network readable"));
    }
    if (!address->path.ends_with('/')) address->path += '/';
    return *address;
}

std::string normal_path(std::string_view path) {
    std::string result;
    for (std::size_t i = 0; i < path.size(); ++i) {
        auto c = static_cast<unsigned char>(path[i]);
        const char* const digits = path.data() + i + 1;
        unsigned char value = 0;
        const bool encoded =
            c == '%' && i + 2 < path.size() && std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2;
        if (encoded) {
            c = value;
            i += 2;
        }
        // An encoded slash is part of a name; a plain one is not.
        if (is_plain(static_cast<char>(c)) && !(encoded && c == '/'))
            result += static_cast<char>(c);
        else
            append_encoded(result, c);
    }
    return result;
}

std::optional<std::string> path_of(const Address& address, std::string_view reference) {
    const Url url(curl_url(), &curl_url_cleanup);
    const bool is_reference = parse(url, address.url()) == CURLUE_OK &&
                              parse(url, std::string(reference)) == CURLUE_OK &&
                              reference.find_first_of("?#") == std::string_view::npos;
    std::optional<Address> other = is_reference ? address_in(url) : std::nullopt;
    if (!other || other->origin() != address.origin() || has_dot_segment(other->path)) return std::nullopt;
    return std::move(other->path);
}

}  // namespace mvoi::caldav
