// SPDX-License-Identifier: EUPL-1.2
// The XML of WebDAV: what a server answers (RFC 4918 13), and what it is asked. Nothing of a document is believed that
// is not well-formed, and none may bring entities of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mvoi::caldav {

// One response in a multi-status, of the properties that are asked for here: those that were found.
struct MultiStatusResponse {
    std::string href;
    int status = 200;  // of the resource as a whole
    std::string etag{};
    std::string data{};  // calendar-data
    std::string sync_token{};
    bool is_calendar = false;
    bool is_collection = false;
    std::optional<std::vector<std::string>> components{};  // supported-calendar-component-set, when it has one
};

struct MultiStatus {
    std::vector<MultiStatusResponse> responses;
    std::string sync_token;  // of a sync-collection
};

// Nothing when the text is no multi-status.
std::optional<MultiStatus> multistatus_from(const std::string& xml);

// What a "no" is about: the first element of a DAV:error ("no-uid-conflict", "valid-sync-token"), or empty; and the
// href in it, if any.
struct ErrorCondition {
    std::string name;
    std::string href;
};
ErrorCondition condition_from(const std::string& xml);

std::string escaped(std::string_view text);

}  // namespace mvoi::caldav
