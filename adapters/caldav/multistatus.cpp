// SPDX-License-Identifier: EUPL-1.2
#include "multistatus.hpp"

#include <Poco/Exception.h>
#include <Poco/SAX/Attributes.h>
#include <Poco/SAX/DefaultHandler.h>
#include <Poco/SAX/LexicalHandler.h>
#include <Poco/SAX/SAXException.h>
#include <Poco/SAX/SAXParser.h>

#include <algorithm>
#include <charconv>

namespace mvoi::caldav {

namespace {

using Poco::XML::XMLString;

constexpr const char* dav = "DAV:";
constexpr const char* caldav = "urn:ietf:params:xml:ns:caldav";
constexpr std::size_t deepest_element = 32;
constexpr std::size_t property_depth = 5;  // multistatus, response, propstat, prop, the property

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// "HTTP/1.1 404 Not Found"; 0 when it is no such line.
int status_in(const std::string& line) {
    const std::size_t blank = line.find(' ');
    int status = 0;
    if (blank != std::string::npos) std::from_chars(line.data() + blank + 1, line.data() + line.size(), status);
    return status;
}

struct Element {
    std::string space, name;
    std::string text{};

    bool is(std::string_view other_space, std::string_view other_name) const {
        return space == other_space && name == other_name;
    }
};

// Reads a document element by element, without a tree of it in memory. It ends at a document type, at an element that
// stands too deep, and at whatever is not well-formed.
class DocumentReader : public Poco::XML::DefaultHandler, public Poco::XML::LexicalHandler {
  public:
    // False when the document was not read to its end.
    bool read(const std::string& xml) {
        try {
            Poco::XML::SAXParser parser;
            parser.setFeature(Poco::XML::XMLReader::FEATURE_NAMESPACES, true);
            parser.setContentHandler(this);
            parser.setProperty(Poco::XML::XMLReader::PROPERTY_LEXICAL_HANDLER,
                               static_cast<Poco::XML::LexicalHandler*>(this));
            parser.parseMemoryNP(xml.data(), xml.size());
            return true;
        } catch (const Poco::Exception&) {
            return false;
        }
    }

  protected:
    // The element that begins or ends is the last of the path.
    virtual void begin(const std::vector<Element>& path, const Poco::XML::Attributes& attributes) = 0;
    virtual void end(const std::vector<Element>& path) = 0;

  private:
    void startElement(const XMLString& space, const XMLString& name, const XMLString&,
                      const Poco::XML::Attributes& attributes) override {
        if (path_.size() == deepest_element) throw Poco::XML::SAXException("elements stand too deep");
        path_.push_back({space, name});
        begin(path_, attributes);
    }
    void endElement(const XMLString&, const XMLString&, const XMLString&) override {
        end(path_);
        const std::string text = std::move(path_.back().text);
        path_.pop_back();
        if (path_.size() >= property_depth) path_.back().text.append(text);  // a property is all that is in it
    }
    void characters(const Poco::XML::XMLChar* text, int start, int length) override {
        if (!path_.empty()) path_.back().text.append(text + start, static_cast<std::size_t>(length));
    }

    void startDTD(const XMLString&, const XMLString&, const XMLString&) override {
        throw Poco::XML::SAXException("a document type, and so perhaps entities");
    }
    void endDTD() override {}
    void startEntity(const XMLString&) override {}
    void endEntity(const XMLString&) override {}
    void startCDATA() override {}
    void endCDATA() override {}
    void comment(const Poco::XML::XMLChar*, int, int) override {}

    std::vector<Element> path_;  // the elements that are open
};

class MultiStatusReader : public DocumentReader {
  public:
    bool is_multistatus = false;
    MultiStatus answer;

  private:
    void begin(const std::vector<Element>& path, const Poco::XML::Attributes& attributes) override {
        const Element& element = path.back();
        if (path.size() == 1) is_multistatus = element.is(dav, "multistatus");
        if (path.size() == 2 && element.is(dav, "response")) answer.responses.emplace_back();
        if (path.size() < 3 || !path[1].is(dav, "response")) return;
        if (path.size() == 3 && element.is(dav, "propstat")) before_propstat_ = answer.responses.back();
        if (!is_property(path)) return;
        MultiStatusResponse& response = answer.responses.back();
        const Element& property = path[4];
        if (property.is(caldav, "supported-calendar-component-set")) {
            if (path.size() == property_depth) response.components.emplace();
            if (path.size() == property_depth + 1 && element.is(caldav, "comp"))
                response.components->push_back(attributes.getValue("", "name"));
        }
        if (path.size() != property_depth + 1 || !property.is(dav, "resourcetype")) return;
        if (element.is(caldav, "calendar")) response.is_calendar = true;
        if (element.is(dav, "collection")) response.is_collection = true;
    }

    void end(const std::vector<Element>& path) override {
        const Element& element = path.back();
        if (path.size() == 2 && element.is(dav, "sync-token")) answer.sync_token = trimmed(element.text);
        if (path.size() < 3 || !path[1].is(dav, "response")) return;
        MultiStatusResponse& response = answer.responses.back();
        if (path.size() == 3) {
            if (element.is(dav, "href")) response.href = trimmed(element.text);
            if (element.is(dav, "status")) response.status = status_in(trimmed(element.text));
            // Properties that were not found, or may not be read: as if they were not named.
            if (element.is(dav, "propstat") && propstat_status_ != 200) response = before_propstat_;
            propstat_status_ = 200;
        }
        if (path.size() == 4 && path[2].is(dav, "propstat") && element.is(dav, "status"))
            propstat_status_ = status_in(trimmed(element.text));
        if (path.size() != property_depth || !is_property(path)) return;
        if (element.is(dav, "getetag")) response.etag = trimmed(element.text);
        if (element.is(caldav, "calendar-data")) response.data = element.text;
    }

    static bool is_property(const std::vector<Element>& path) {
        return path.size() >= property_depth && path[2].is(dav, "propstat") && path[3].is(dav, "prop");
    }

    MultiStatusResponse before_propstat_;
    int propstat_status_ = 200;
};

class ErrorReader : public DocumentReader {
  public:
    ErrorCondition condition;

  private:
    void begin(const std::vector<Element>& path, const Poco::XML::Attributes&) override {
        const Element& element = path.back();
        const bool known = element.space == dav || element.space == caldav;
        if (path.size() == 2 && path[0].is(dav, "error") && known && condition.name.empty()) {
            condition.name = element.name;
            inside_ = true;
        }
    }
    void end(const std::vector<Element>& path) override {
        if (inside_ && path.size() == 3 && path.back().is(dav, "href")) condition.href = trimmed(path.back().text);
        if (path.size() == 2) inside_ = false;
    }

    bool inside_ = false;  // the element that names the condition
};

}  // namespace

std::optional<MultiStatus> multistatus_from(const std::string& xml) {
    MultiStatusReader reader;
    if (!reader.read(xml) || !reader.is_multistatus) return std::nullopt;
    return std::move(reader.answer);
}

ErrorCondition condition_from(const std::string& xml) {
    ErrorReader reader;
    if (!reader.read(xml)) return {};
    ErrorCondition condition = std::move(reader.condition);
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
