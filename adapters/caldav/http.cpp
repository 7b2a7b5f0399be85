// SPDX-License-Identifier: EUPL-1.2
#include "http.hpp"

#include <Poco/Base64Encoder.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/RejectCertificateHandler.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SSLManager.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <thread>
#include <utility>

namespace mvoi::caldav {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t connect_seconds = 10, send_seconds = 30, receive_seconds = 60;
constexpr auto first_pause = 250ms, longest_pause = 8000ms;
constexpr int tries_of_a_failing_server = 3;  // 500 may be about this one request, for ever
constexpr int most_redirects = 5;
constexpr std::size_t longest_answer = 64U << 20U;

std::string base64(const std::string& text) {
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder.rdbuf()->setLineLength(0);
    encoder << text;
    encoder.close();
    return out.str();
}

bool is_busy(int status) {
    return status == 429 || status == 423 || status == 500 || status == 502 || status == 503 || status == 504;
}

bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 307 || status == 308;
}

// Retry-After in seconds; the form with a date counts as none.
std::chrono::milliseconds asked_pause(const std::string& value) {
    int seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    const bool sound = error == std::errc() && end == value.data() + value.size() && seconds >= 0 && seconds <= 3600;
    return std::chrono::seconds(sound ? seconds : 0);
}

// False when the answer is longer than is taken, or shorter than it was said to be.
bool read_all(std::istream& in, std::string& body) {
    std::array<char, 65536> piece;
    while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
        body.append(piece.data(), static_cast<std::size_t>(in.gcount()));
        if (body.size() > longest_answer) {
            throw Fault(message("de server geeft een antwoord van meer dan 64 MiB",
                                "the server gives an answer of over 64 MiB"));
        }
    }
    return !in.bad();
}

[[noreturn]] void not_trusted(const Address& address) {
    throw Fault(message(
        "het certificaat van {} is niet te vertrouwen: niet van een bekende uitgever, verlopen of voor een andere "
        "naam; een eigen uitgever kan met --ca FILE",
        "the certificate of {} cannot be trusted: not by a known authority, expired or for another name; an "
        "authority of your own can be given with --ca FILE",
        {address.origin()}));
}

// An end in the middle may be a server that stops; anything else that TLS says will be said again.
bool is_lost_connection(const Poco::Net::SSLException& error) {
    const std::string text = error.displayText();
    return text.find("eof") != std::string::npos || text.find("closed") != std::string::npos ||
           text.find("reset") != std::string::npos;
}

}  // namespace

// What came of one try. No status: there was no answer.
struct Connection::Try {
    Response response;
    std::string location;
    std::chrono::milliseconds pause{0};
    bool reused = false;  // the connection was open already, and the server may have closed it meanwhile
};

Connection::Connection(Address address, const Credentials& credentials, const std::string& ca_file, Patience patience)
    : address_(std::move(address)), patience_(std::move(patience)) {
    if (!credentials.user.empty()) authorization_ = "Basic " + base64(credentials.user + ":" + credentials.password);
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;  // a server that goes away while it is written to must not end the process
    sigaction(SIGPIPE, &ignore, &old_pipe_);
    if (!address_.tls) return;
    Poco::Net::initializeSSL();
    try {
        // Strict, because Poco does not look at the name of a certificate of "localhost" otherwise.
        Poco::Net::Context::Ptr context(new Poco::Net::Context(Poco::Net::Context::TLS_CLIENT_USE, "", "", ca_file,
                                                               Poco::Net::Context::VERIFY_STRICT, 9, ca_file.empty()));
        using Poco::Net::Context;
        context->disableProtocols(Context::PROTO_SSLV2 | Context::PROTO_SSLV3 | Context::PROTO_TLSV1 |
                                  Context::PROTO_TLSV1_1);
        const Poco::SharedPtr<Poco::Net::InvalidCertificateHandler> reject(
            new Poco::Net::RejectCertificateHandler(false));
        Poco::Net::SSLManager::instance().initializeClient(nullptr, reject, context);
        context_ = context.duplicate();
    } catch (const Poco::Exception&) {
        throw Refusal(message("{} is geen bestand met certificaten van een uitgever (PEM)",
                              "{} is no file with certificates of an authority (PEM)", {ca_file}));
    }
}

Connection::~Connection() {
    session_.reset();
    if (context_ != nullptr) context_->release();
    if (address_.tls) Poco::Net::uninitializeSSL();
    sigaction(SIGPIPE, &old_pipe_, nullptr);
}

void Connection::open() {
    if (address_.tls) {
        const Poco::Net::Context::Ptr context(context_, true);
        session_ = std::make_unique<Poco::Net::HTTPSClientSession>(address_.host, address_.port, context);
    } else {
        session_ = std::make_unique<Poco::Net::HTTPClientSession>(address_.host, address_.port);
    }
    session_->setKeepAlive(true);
    session_->setTimeout(Poco::Timespan(connect_seconds, 0), Poco::Timespan(send_seconds, 0),
                         Poco::Timespan(receive_seconds, 0));
}

Connection::Try Connection::try_once(const Request& asked, const std::string& path) {
    Try result;
    result.reused = session_ != nullptr && session_->connected();
    try {
        if (!session_) open();
        Poco::Net::HTTPRequest request(asked.method, path, Poco::Net::HTTPMessage::HTTP_1_1);
        request.set("User-Agent", "mvoi");
        if (!authorization_.empty()) request.set("Authorization", authorization_);
        if (!asked.depth.empty()) request.set("Depth", asked.depth);
        if (!asked.if_match.empty()) request.set("If-Match", asked.if_match);
        if (asked.only_new) request.set("If-None-Match", "*");
        if (!asked.type.empty()) {
            request.setContentType(asked.type);
            request.setContentLength(static_cast<std::streamsize>(asked.body.size()));
        }
        std::ostream& out = session_->sendRequest(request);
        out << asked.body;
        out.flush();
        Poco::Net::HTTPResponse answer;
        std::istream& in = session_->receiveResponse(answer);
        const bool whole = read_all(in, result.response.body);
        const auto length = static_cast<Poco::Int64>(result.response.body.size());
        if (!whole || (answer.hasContentLength() && answer.getContentLength64() > length)) {
            session_.reset();
            return result;
        }
        result.response.status = answer.getStatus();
        result.response.etag = answer.get("ETag", "");
        result.location = answer.get("Location", "");
        result.pause = asked_pause(answer.get("Retry-After", ""));
        if (!answer.getKeepAlive()) session_.reset();
        return result;
    } catch (const Poco::Net::CertificateValidationException&) {
        not_trusted(address_);
    } catch (const Poco::Net::SSLException& error) {
        if (error.displayText().find("certificate") != std::string::npos) not_trusted(address_);
        if (!is_lost_connection(error)) {
            throw Fault(message("met {} is geen TLS te spreken; spreekt die poort wel https?",
                                "{} does not speak TLS; is that a port for https?", {address_.origin()}));
        }
    } catch (const Poco::Net::HostNotFoundException&) {
        throw Fault(message("de naam {} is niet te vinden", "the name {} cannot be found", {address_.host}));
    } catch (const Poco::Net::NoAddressFoundException&) {
        throw Fault(message("de naam {} is niet te vinden", "the name {} cannot be found", {address_.host}));
    } catch (const Poco::Exception&) {  // refused, reset, timed out, no HTTP: the same again may help
    }
    session_.reset();
    result.response = {};
    return result;
}

Response Connection::patiently(const Request& request, const std::string& path, std::string& location) {
    const auto begun = std::chrono::steady_clock::now();
    std::chrono::milliseconds pause = first_pause;
    for (int tries = 1;; ++tries) {
        Try result = try_once(request, path);
        const int status = result.response.status;
        const bool answered = status != 0;
        const bool hopeless = status == 500 && tries >= tries_of_a_failing_server;
        if (answered && (!is_busy(status) || hopeless)) {
            ++sent_;
            location = std::move(result.location);
            return std::move(result.response);
        }
        ++repeated_;
        if (!answered && result.reused) continue;  // it was closed while nothing was asked: at once again
        const auto wait = std::max(pause, result.pause);
        const auto over = std::chrono::steady_clock::now() - begun + wait;
        if (over > patience_.most) {
            const std::string seconds = std::to_string(patience_.most.count() / 1000);
            if (!answered)
                throw Fault(message("{} antwoordt niet, ook niet na {} seconden opnieuw proberen",
                                    "{} does not answer, not after {} seconds of trying either",
                                    {address_.origin(), seconds}));
            throw Fault(message("{} blijft {} antwoorden, ook na {} seconden opnieuw proberen",
                                "{} keeps answering {}, after {} seconds of trying too",
                                {address_.origin(), std::to_string(status), seconds}));
        }
        if (patience_.notice && wait >= 1s) {
            const std::string seconds = std::to_string((wait.count() + 500) / 1000);
            patience_.notice(message("{} antwoordt nu niet; over {} s opnieuw", "{} gives no answer now; again in {} s",
                                     {address_.origin(), seconds}));
        }
        std::this_thread::sleep_for(wait);
        pause = std::min<std::chrono::milliseconds>(pause * 2, longest_pause);
    }
}

Response Connection::send(const Request& request) {
    std::string path = request.path;
    for (int redirects = 0;; ++redirects) {
        std::string location;
        Response response = patiently(request, path, location);
        if (response.status == 401) {
            throw Fault(authorization_.empty()
                            ? message("de server vraagt om een gebruiker en een wachtwoord: zet MVOI_CALDAV_USER en "
                                      "MVOI_CALDAV_PASSWORD, of geef --password-file",
                                      "the server asks for a user and a password: set MVOI_CALDAV_USER and "
                                      "MVOI_CALDAV_PASSWORD, or give --password-file")
                            : message("de server weigert deze gebruiker met dit wachtwoord",
                                      "the server refuses this user with this password"));
        }
        response.path = path;
        if (!is_redirect(response.status)) return response;
        const auto next = path_of(address_, location);
        if (!next || location.empty() || redirects == most_redirects) {
            throw Fault(message("de server verwijst door naar een andere plaats; geef de URL van de collectie zelf",
                                "the server redirects to another place; give the URL of the collection itself"));
        }
        path = *next;
    }
}

}  // namespace mvoi::caldav
