// SPDX-License-Identifier: EUPL-1.2
// A calendar collection on a server (RFC 4791; changes by RFC 6578): its requests, one function each.
// Nothing is decided here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content.hpp"
#include "http.hpp"

namespace mvoi::caldav {

struct Entry {
    std::string path;
    std::string etag;
};

// The resources of a collection, or those that changed since a token.
struct Listing {
    bool whole = true;
    std::vector<Entry> present;
    std::vector<std::string> gone;
    std::string token{};  // empty: this server keeps no list of changes
};

struct Resource {
    std::string path;
    std::string etag;
    std::string body;
};

enum class WriteOutcome {
    Done,
    Changed,   // 412 or 404: somebody else changed, made or removed it
    UidTaken,  // the UID is under another name
    Refused,
};

struct WriteResult {
    WriteOutcome outcome = WriteOutcome::Done;
    std::string etag{};
    int status = 0;
    std::string condition{};  // of a refusal, when the server names one
    std::string path{};       // of the item with this UID, when the server says so
};

class Collection {
  public:
    Collection(Connection& connection, Component component)
        : connection_(connection), component_(component), address_(connection.address()) {}

    // False when nothing is there. Throws Refusal when it is no calendar, or not one of this type of component.
    bool is_there();
    // Throws Refusal when the server does not make it.
    void make(const std::string& name);

    // Nothing when the server refuses the token, or does not know such a question.
    std::optional<Listing> changes_since(const std::string& token);
    Listing everything();

    // Those of them that are still there.
    std::vector<Resource> read(const std::vector<std::string>& paths);
    std::optional<Resource> read(const std::string& path);

    WriteResult put_new(const std::string& path, const std::string& text);
    WriteResult put_over(const std::string& path, const std::string& etag, const std::string& text);
    WriteResult remove(const std::string& path, const std::string& etag);

    Component component() const { return component_; }
    const Address& address() const { return address_; }

  private:
    Response ask(std::string_view method, const std::string& path, std::string_view depth, const std::string& xml);
    std::optional<std::string> member(const std::string& href) const;
    bool read_together(const std::vector<std::string>& paths, std::vector<Resource>& into);
    std::string etag_of(const std::string& path);
    WriteResult put(const Request& request);

    Connection& connection_;
    Component component_;
    Address address_;             // as the server gives it
    bool reads_together_ = true;  // the server answers calendar-multiget
};

}  // namespace mvoi::caldav
