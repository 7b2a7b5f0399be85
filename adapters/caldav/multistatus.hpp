// SPDX-License-Identifier: EUPL-1.2
// The XML that a WebDAV server answers (RFC 4918 13). Nothing is taken from a document that is not well-formed, has a
// document type, or nests elements deeper than any answer needs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mvoi::caldav {

// One response in a multi-status: the properties that were found, of those that are asked for here.
struct MultiStatusResponse {
    std::string href;
    int status = 200;  // of the resource as a whole
    std::string etag{};
    std::string data{};  // calendar-data
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

// The reason of a refusal: the first element of a DAV:error ("no-uid-conflict", "valid-sync-token"), or empty; and the
// href in it, if any.
struct ErrorCondition {
    std::string name;
    std::string href;
};
ErrorCondition condition_from(const std::string& xml);

std::string escaped(std::string_view text);

}  // namespace mvoi::caldav
