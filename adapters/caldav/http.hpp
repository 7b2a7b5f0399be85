// SPDX-License-Identifier: EUPL-1.2
// Requests to one server: TLS is verified, credentials go to that server alone, and a lost connection or a busy server
// is tried again with growing pauses until the deadline of the request.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "address.hpp"
#include "credentials.hpp"
#include "message.hpp"

namespace mvoi::caldav {

struct Request {
    std::string method;
    std::string path;
    std::string body{};
    std::string type{};   // of the body
    std::string depth{};  // "0", "1"; without it no such header
    std::string if_match{};
    bool only_new = false;  // If-None-Match: *
};

struct Response {
    int status = 0;
    std::string etag{};
    std::string body{};
    std::string path{};  // that answered: another one than was asked after a redirect

    bool succeeded() const { return status >= 200 && status < 300; }
};

struct Patience {
    std::chrono::milliseconds most{30000};         // for one request, over all its tries; a second at least
    std::function<void(const Message&)> notice{};  // called before a pause
};

class Connection {
  public:
    // ca_file: in place of the authorities of the system; empty for those.
    Connection(Address address, Credentials credentials, std::string ca_file, Patience patience);

    // Throws Fault when the server cannot be reached or trusted, does not finish its answer in time, refuses the
    // credentials, or sends us elsewhere; Refusal when ca_file holds no certificates.
    Response send(const Request& request);

    const Address& address() const { return address_; }
    int sent() const { return sent_; }          // requests that were answered
    int repeated() const { return repeated_; }  // tries that were not, or in vain

  private:
    using Clock = std::chrono::steady_clock;
    struct Attempt;
    Attempt attempt(const Request& request, const std::string& path, Clock::time_point deadline);
    Message reason_of(const Attempt& attempt) const;
    Response send_until_answered(const Request& request, const std::string& path, std::string& location);

    Address address_;
    Credentials credentials_;
    std::string ca_file_;
    Patience patience_;
    std::unique_ptr<void, void (*)(void*)> curl_;  // keeps the connection open from request to request
    int sent_ = 0;
    int repeated_ = 0;
};

}  // namespace mvoi::caldav
