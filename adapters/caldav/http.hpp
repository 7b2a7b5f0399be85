// SPDX-License-Identifier: EUPL-1.2
// One server, asked over and over: TLS checked, credentials only to that server, a lost connection or a busy server
// tried again with growing pauses, within a patience that is said.
#pragma once

#include <chrono>
#include <csignal>
#include <functional>
#include <memory>
#include <string>

#include "address.hpp"
#include "credentials.hpp"
#include "message.hpp"

namespace Poco::Net {
class HTTPClientSession;
class Context;
}  // namespace Poco::Net

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
    std::string etag;
    std::string body;
    std::string path;  // that answered: another one than was asked after a redirect

    bool succeeded() const { return status >= 200 && status < 300; }
};

struct Patience {
    std::chrono::milliseconds most{30000};         // for one request, over all its tries
    std::function<void(const Message&)> notice{};  // called before a pause
};

class Connection {
  public:
    // ca_file: in place of the authorities of the system; empty for those. Throws Refusal when it cannot be read.
    Connection(Address address, const Credentials& credentials, const std::string& ca_file, Patience patience);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Throws Fault when the server cannot be reached or trusted, refuses the credentials, or sends us elsewhere.
    Response send(const Request& request);

    const Address& address() const { return address_; }
    int sent() const { return sent_; }          // requests that were answered
    int repeated() const { return repeated_; }  // tries that were not, or in vain

  private:
    struct Try;
    Try try_once(const Request& request, const std::string& path);
    Response patiently(const Request& request, const std::string& path, std::string& location);
    void open();

    Address address_;
    std::string authorization_;
    Patience patience_;
    Poco::Net::Context* context_ = nullptr;  // counted; released at the end
    std::unique_ptr<Poco::Net::HTTPClientSession> session_;
    struct sigaction old_pipe_ {};
    int sent_ = 0;
    int repeated_ = 0;
};

}  // namespace mvoi::caldav
