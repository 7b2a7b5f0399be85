// SPDX-License-Identifier: EUPL-1.2
#include "collection.hpp"

#include <algorithm>

#include "message.hpp"
#include "multistatus.hpp"

namespace mvoi::caldav {

namespace {

constexpr std::size_t read_at_once = 50;
constexpr int most_pages = 10000;  // of a listing that the server gives in parts
constexpr int multi_status = 207;

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
constexpr std::string_view namespaces = " xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"";

std::string xml(std::string_view root, const std::string& inner) {
    const std::string name(root);
    return std::string(xml_head) + "<" + name + std::string(namespaces) + ">" + inner + "</" + name + ">";
}

bool is_missing(int status) {
    return status == 404 || status == 410;
}

std::optional<MultiStatus> multistatus_in(const Response& answer) {
    return answer.status == multi_status ? multistatus_from(answer.body) : std::nullopt;
}

[[noreturn]] void refuse_status(const Address& address, int status) {
    if (status == 403)
        throw Refusal(message("deze gebruiker mag {} niet lezen of beschrijven", "this user may not read or write {}",
                              {address.url()}));
    throw Fault(message("{} antwoordt {} op de vraag wat het is; is het een CalDAV-collectie?",
                        "{} answers {} when asked what it is; is it a CalDAV collection?",
                        {address.url(), std::to_string(status)}));
}

}  // namespace

Response Collection::ask(std::string_view method, const std::string& path, std::string_view depth,
                         const std::string& body) {
    return connection_.send({std::string(method), path, body, "application/xml; charset=utf-8", std::string(depth)});
}

// A reference of the server as a path of this collection; nothing when it is the collection itself or lies elsewhere.
std::optional<std::string> Collection::member(const std::string& href) const {
    auto path = path_of(address(), href);
    if (!path || !path->starts_with(address().path) || path->ends_with('/')) return std::nullopt;
    if (path->find('/', address().path.size()) != std::string::npos) return std::nullopt;
    return path;
}

bool Collection::is_there() {
    const Response answer =
        ask("PROPFIND", address().path, "0",
            xml("D:propfind", "<D:prop><D:resourcetype/><C:supported-calendar-component-set/></D:prop>"));
    if (is_missing(answer.status)) return false;
    const auto multistatus = multistatus_in(answer);
    if (!multistatus || multistatus->responses.empty()) refuse_status(address(), answer.status);
    const MultiStatusResponse& response = multistatus->responses.front();
    if (is_missing(response.status)) return false;
    address_.path = answer.path.ends_with('/') ? answer.path : answer.path + "/";
    if (!response.is_calendar) throw Refusal(message("{} is geen kalender", "{} is no calendar", {address().url()}));
    const std::string component(name_of(component_));
    if (response.components &&
        std::find(response.components->begin(), response.components->end(), component) == response.components->end())
        throw Refusal(message("{} neemt geen {} aan", "{} takes no {}", {address().url(), component}));
    return true;
}

void Collection::make(const std::string& name) {
    const std::string component(name_of(component_));
    const std::string title = name.empty() ? "" : "<D:displayname>" + escaped(name) + "</D:displayname>";
    const std::string properties = "<D:set><D:prop>" + title + "<C:supported-calendar-component-set><C:comp name=\"" +
                                   component + "\"/></C:supported-calendar-component-set></D:prop></D:set>";
    const Response answer = ask("MKCALENDAR", address().path, "", xml("C:mkcalendar", properties));
    if (is_there()) return;  // whatever was answered: a repeated request finds it made
    throw Refusal(message("de server maakt de collectie {} niet (antwoord {})",
                          "the server does not make the collection {} (answer {})",
                          {address().url(), std::to_string(answer.status)}));
}

std::optional<Listing> Collection::changes_since(const std::string& token) {
    Listing listing{token.empty(), {}, {}, token};
    for (int page = 0; page < most_pages; ++page) {
        const std::string asked = "<D:sync-token>" + escaped(listing.token) +
                                  "</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop>";
        const Response answer = ask("REPORT", address().path, "0", xml("D:sync-collection", asked));
        const auto multistatus = multistatus_in(answer);
        if (!multistatus || multistatus->sync_token.empty()) return std::nullopt;
        listing.token = multistatus->sync_token;
        bool cut_short = false;  // RFC 6578 3.6: the server gives the rest when asked with the new token
        for (const MultiStatusResponse& response : multistatus->responses) {
            cut_short = cut_short || response.status == 507;
            const auto path = member(response.href);
            if (!path || response.status == 507) continue;
            if (is_missing(response.status))
                listing.gone.push_back(*path);
            else
                listing.present.push_back({*path, response.etag});
        }
        if (!cut_short) return listing;
    }
    return std::nullopt;
}

Listing Collection::everything() {
    if (auto listing = changes_since("")) return std::move(*listing);
    const Response answer =
        ask("PROPFIND", address().path, "1", xml("D:propfind", "<D:prop><D:getetag/><D:resourcetype/></D:prop>"));
    const auto multistatus = multistatus_in(answer);
    if (!multistatus) refuse_status(address(), answer.status);
    Listing listing;
    for (const MultiStatusResponse& response : multistatus->responses) {
        const auto path = member(response.href);
        if (path && !is_missing(response.status) && !response.is_collection)
            listing.present.push_back({*path, response.etag});
    }
    return listing;
}

// False when the server does not answer such a question.
bool Collection::read_together(const std::vector<std::string>& paths, std::vector<Resource>& into) {
    std::string asked = "<D:prop><D:getetag/><C:calendar-data/></D:prop>";
    for (const std::string& path : paths) asked.append("<D:href>").append(escaped(path)).append("</D:href>");
    const Response answer = ask("REPORT", address().path, "1", xml("C:calendar-multiget", asked));
    const auto multistatus = multistatus_in(answer);
    if (!multistatus) return false;
    for (const MultiStatusResponse& response : multistatus->responses) {
        const auto path = member(response.href);
        if (path && !is_missing(response.status)) into.push_back({*path, response.etag, response.data});
    }
    return true;
}

std::vector<Resource> Collection::read(const std::vector<std::string>& paths) {
    std::vector<Resource> resources;
    for (std::size_t at = 0; at < paths.size(); at += read_at_once) {
        const auto begin = paths.begin() + static_cast<std::ptrdiff_t>(at);
        const std::vector<std::string> some(
            begin, begin + static_cast<std::ptrdiff_t>(std::min(read_at_once, paths.size() - at)));
        reads_together_ = reads_together_ && read_together(some, resources);
        if (reads_together_) continue;
        for (const std::string& path : some) {
            if (auto resource = read(path)) resources.push_back(std::move(*resource));
        }
    }
    // A resource that came without its text or etag is read by itself.
    for (Resource& resource : resources) {
        if (!resource.body.empty() && !resource.etag.empty()) continue;
        if (auto again = read(resource.path)) resource = std::move(*again);
    }
    return resources;
}

std::optional<Resource> Collection::read(const std::string& path) {
    const Response answer = connection_.send({"GET", path});
    if (is_missing(answer.status)) return std::nullopt;
    if (answer.status >= 500) {
        throw Fault(message("{}{} is niet te lezen (antwoord {})", "{}{} cannot be read (answer {})",
                            {address().origin(), path, std::to_string(answer.status)}));
    }
    if (!answer.succeeded()) return Resource{path, etag_of(path), {}};  // not for our eyes, and so not ours
    return Resource{path, answer.etag.empty() ? etag_of(path) : answer.etag, answer.body};
}

std::string Collection::etag_of(const std::string& path) {
    const Response answer = ask("PROPFIND", path, "0", xml("D:propfind", "<D:prop><D:getetag/></D:prop>"));
    const auto multistatus = multistatus_in(answer);
    return multistatus && !multistatus->responses.empty() ? multistatus->responses.front().etag : std::string();
}

WriteResult Collection::put(const Request& request) {
    const std::string path = request.path;
    const Response answer = connection_.send(request);
    WriteResult result{WriteOutcome::Done, answer.etag, answer.status};
    if (answer.succeeded()) {
        // A server that wrote it down in another form need not give an ETag (RFC 4791 5.3.4).
        if (result.etag.empty() && request.method == "PUT") result.etag = etag_of(path);
        return result;
    }
    const ErrorCondition condition = condition_from(answer.body);
    result.condition = condition.name;
    result.outcome = WriteOutcome::Refused;
    if (answer.status == 412 || is_missing(answer.status)) result.outcome = WriteOutcome::Changed;
    if (condition.name == "no-uid-conflict") {
        result.outcome = WriteOutcome::UidTaken;
        result.path = member(condition.href).value_or("");
    }
    return result;
}

WriteResult Collection::put_new(const std::string& path, const std::string& text) {
    return put({.method = "PUT", .path = path, .body = text, .type = "text/calendar; charset=utf-8", .only_new = true});
}

WriteResult Collection::put_over(const std::string& path, const std::string& etag, const std::string& text) {
    return put({.method = "PUT", .path = path, .body = text, .type = "text/calendar; charset=utf-8", .if_match = etag});
}

WriteResult Collection::remove(const std::string& path, const std::string& etag) {
    return put({.method = "DELETE", .path = path, .if_match = etag});
}

}  // namespace mvoi::caldav
