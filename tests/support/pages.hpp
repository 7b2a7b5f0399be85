// SPDX-License-Identifier: EUPL-1.2
// Checks for every page we write: read by a parser that knows nothing of the writer.
#pragma once

#include <Poco/AutoPtr.h>
#include <Poco/DOM/DOMParser.h>
#include <Poco/DOM/Document.h>
#include <Poco/DOM/Element.h>
#include <Poco/DOM/NodeList.h>

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

namespace pages {

using Nodes = Poco::AutoPtr<Poco::XML::NodeList>;

// The document after the doctype.
inline Poco::AutoPtr<Poco::XML::Document> parse(const std::string& html) {
    const std::string doctype = "<!DOCTYPE html>\n";
    REQUIRE(html.starts_with(doctype));
    Poco::XML::DOMParser parser;
    return parser.parseString(html.substr(doctype.size()));
}

inline std::vector<Poco::XML::Element*> elements(Poco::XML::Document& document, const std::string& name) {
    std::vector<Poco::XML::Element*> found;
    const Nodes nodes = document.getElementsByTagName(name);
    for (unsigned long i = 0; i < nodes->length(); ++i)
        found.push_back(dynamic_cast<Poco::XML::Element*>(nodes->item(i)));
    return found;
}

// Never more than one step down, and one h1 at the top.
inline void check_headings(Poco::XML::Document& document) {
    int before = 0, first = 0;
    for (Poco::XML::Element* element : elements(document, "*")) {
        const std::string name = element->tagName();
        if (name.size() != 2 || name[0] != 'h' || name[1] < '1' || name[1] > '6') continue;
        const int level = name[1] - '0';
        INFO(name << " " << element->innerText().substr(0, 80));
        CHECK(level <= before + 1);
        CHECK_FALSE(element->innerText().empty());
        first += level == 1;
        before = level;
    }
    CHECK(first == 1);
}

inline void check_references(Poco::XML::Document& document) {
    std::set<std::string> ids;
    const auto all = elements(document, "*");
    for (Poco::XML::Element* element : all)
        if (element->hasAttribute("id")) CHECK(ids.insert(element->getAttribute("id")).second);
    for (Poco::XML::Element* link : elements(document, "a")) {
        const std::string target = link->getAttribute("href");
        REQUIRE(target.starts_with("#"));
        CHECK(ids.contains(target.substr(1)));
    }
    for (Poco::XML::Element* element : all)
        for (const char* named : {"aria-labelledby", "aria-describedby"})
            if (element->hasAttribute(named)) CHECK(ids.contains(element->getAttribute(named)));
}

// One file, nothing to fetch, nothing to run.
inline void check_self_contained(Poco::XML::Document& document, const std::set<std::string>& more) {
    std::set<std::string> allowed = {"html", "head", "meta", "title",   "style", "body", "a",    "header", "p",
                                     "h1",   "h2",   "h3",   "nav",     "ul",    "li",   "main", "dl",     "div",
                                     "dt",   "dd",   "span", "section", "svg",   "desc", "rect", "text",   "strong"};
    allowed.insert(more.begin(), more.end());
    for (Poco::XML::Element* element : elements(document, "*")) {
        INFO(element->tagName());
        CHECK(allowed.contains(element->tagName()));
        for (const char* attribute : {"src", "srcset", "action", "onload", "onclick", "xlink:href"})
            CHECK_FALSE(element->hasAttribute(attribute));
    }
    CHECK(elements(document, "style").at(0)->innerText().find("url(h") == std::string::npos);
    CHECK(elements(document, "style").at(0)->innerText().find("@import") == std::string::npos);
}

}  // namespace pages
