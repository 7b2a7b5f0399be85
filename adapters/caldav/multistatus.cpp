// SPDX-License-Identifier: EUPL-1.2
#include "multistatus.hpp"

#include <Poco/AutoPtr.h>
#include <Poco/DOM/DOMParser.h>
#include <Poco/DOM/Document.h>
#include <Poco/DOM/Element.h>
#include <Poco/Exception.h>

#include <algorithm>
#include <charconv>
#include <functional>

namespace mvoi::caldav {

namespace {

using Poco::XML::Element;
using DocumentPtr = Poco::AutoPtr<Poco::XML::Document>;

constexpr const char* dav = "DAV:";
constexpr const char* caldav = "urn:ietf:params:xml:ns:caldav";

DocumentPtr document_of(const std::string& xml) {
    if (xml.find("<!DOCTYPE") != std::string::npos || xml.find("<!ENTITY") != std::string::npos) return {};
    try {
        Poco::XML::DOMParser parser;
        return parser.parseString(xml);
    } catch (const Poco::Exception&) {
        return {};
    }
}

bool is(const Element& element, const char* space, const char* name) {
    return element.localName() == name && element.namespaceURI() == space;
}

// By the way of siblings: Poco's lists of nodes count from the beginning each time.
void each_child(const Poco::XML::Node& parent, const std::function<void(const Element&)>& visit) {
    for (const Poco::XML::Node* node = parent.firstChild(); node != nullptr; node = node->nextSibling()) {
        if (node->nodeType() == Poco::XML::Node::ELEMENT_NODE) visit(*static_cast<const Element*>(node));
    }
}

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// "HTTP/1.1 404 Not MultiStatusResponse"; 0 when it is no such line.
int status_in(const std::string& line) {
    const std::size_t blank = line.find(' ');
    int status = 0;
    if (blank != std::string::npos) std::from_chars(line.data() + blank + 1, line.data() + line.size(), status);
    return status;
}

void take_property(const Element& property, MultiStatusResponse& found) {
    if (is(property, dav, "getetag")) found.etag = trimmed(property.innerText());
    if (is(property, caldav, "calendar-data")) found.data = property.innerText();
    if (is(property, dav, "sync-token")) found.sync_token = trimmed(property.innerText());
    if (is(property, dav, "resourcetype")) {
        each_child(property, [&](const Element& type) {
            if (is(type, caldav, "calendar")) found.is_calendar = true;
            if (is(type, dav, "collection")) found.is_collection = true;
        });
    }
    if (is(property, caldav, "supported-calendar-component-set")) {
        found.components.emplace();
        each_child(property, [&](const Element& component) {
            if (is(component, caldav, "comp")) found.components->push_back(component.getAttribute("name"));
        });
    }
}

void take_propstat(const Element& propstat, MultiStatusResponse& found) {
    const Element* properties = nullptr;
    int status = 200;
    each_child(propstat, [&](const Element& part) {
        if (is(part, dav, "prop")) properties = &part;
        if (is(part, dav, "status")) status = status_in(trimmed(part.innerText()));
    });
    if (properties == nullptr || status != 200) return;
    each_child(*properties, [&](const Element& property) { take_property(property, found); });
}

MultiStatusResponse found_in(const Element& response) {
    MultiStatusResponse found;
    each_child(response, [&](const Element& part) {
        if (is(part, dav, "href")) found.href = trimmed(part.innerText());
        if (is(part, dav, "status")) found.status = status_in(trimmed(part.innerText()));
        if (is(part, dav, "propstat")) take_propstat(part, found);
    });
    return found;
}

}  // namespace

std::optional<MultiStatus> multistatus_from(const std::string& xml) {
    const DocumentPtr document = document_of(xml);
    if (!document || document->documentElement() == nullptr) return std::nullopt;
    const Element& root = *document->documentElement();
    if (!is(root, dav, "multistatus")) return std::nullopt;
    MultiStatus answer;
    each_child(root, [&](const Element& part) {
        if (is(part, dav, "response")) answer.responses.push_back(found_in(part));
        if (is(part, dav, "sync-token")) answer.sync_token = trimmed(part.innerText());
    });
    return answer;
}

ErrorCondition condition_from(const std::string& xml) {
    ErrorCondition condition;
    const DocumentPtr document = document_of(xml);
    if (!document || document->documentElement() == nullptr) return condition;
    const Element& root = *document->documentElement();
    if (!is(root, dav, "error")) return condition;
    each_child(root, [&](const Element& part) {
        if (!condition.name.empty() || (part.namespaceURI() != dav && part.namespaceURI() != caldav)) return;
        condition.name = part.localName();
        each_child(part, [&](const Element& inner) {
            if (is(inner, dav, "href")) condition.href = trimmed(inner.innerText());
        });
    });
    // It is shown to people: a name, and nothing else that a server may put there.
    std::erase_if(condition.name, [](char c) { return !((c >= 'a' && c <= 'z') || c == '-'); });
    condition.name.resize(std::min<std::size_t>(condition.name.size(), 60));
    return condition;
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else if (c == '"')
            result += "&quot;";
        else
            result += c;
    }
    return result;
}

}  // namespace mvoi::caldav
