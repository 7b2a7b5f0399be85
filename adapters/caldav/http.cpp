// SPDX-License-Identifier: EUPL-1.2
#include "http.hpp"

#include <curl/curl.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <thread>
#include <utility>

namespace mvoi::caldav {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr auto longest_connecting = 10000ms, shortest_deadline = 1000ms;
constexpr auto first_pause = 250ms, longest_pause = 8000ms, longest_asked_pause = 3600000ms;
constexpr int tries_of_a_lasting_failure = 3;
constexpr int most_redirects = 5;
constexpr std::size_t longest_body = 64U << 20U, longest_head = 256U << 10U;

bool is_busy(int status) {
    return status == 429 || status == 423 || status == 500 || status == 502 || status == 503 || status == 504;
}

bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 307 || status == 308;
}

// The same request again will not help.
bool is_final(CURLcode code) {
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE || code == CURLE_WRITE_ERROR;
}

// These may pass, but are more often a wrong name or port.
bool is_lasting(CURLcode code) {
    return code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_SSL_CONNECT_ERROR || code == CURLE_WEIRD_SERVER_REPLY ||
           code == CURLE_UNSUPPORTED_PROTOCOL;
}

Message reason_of_distrust(long verify_result) {
    switch (verify_result) {
        case X509_V_OK:  // no fault in the chain: libcurl holds the name to the certificate by itself
        case X509_V_ERR_UNSPECIFIED:
        case X509_V_ERR_HOSTNAME_MISMATCH:
        case X509_V_ERR_IP_ADDRESS_MISMATCH:
            return message("het is voor een andere naam", "it is for another name");
        case X509_V_ERR_CERT_HAS_EXPIRED:
            return message("het is verlopen", "it has expired");
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return message("het is nog niet geldig", "it is not valid yet");
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
        case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
            return message("het is niet van een bekende uitgever; een eigen uitgever kan met --ca FILE",
                           "it is not by a known authority; an authority of your own can be given with --ca FILE");
        default:
            return message("de controle geeft fout {}", "verification gives error {}", {std::to_string(verify_result)});
    }
}

using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void add_header(HeaderList& list, const std::string& line) {
    list.reset(curl_slist_append(list.release(), line.c_str()));
}

std::string header_of(CURL* curl, const char* name) {
    curl_header* header = nullptr;
    return curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK ? header->value : "";
}

// Retry-After; what is no time, or over an hour, counts as none.
milliseconds asked_pause(CURL* curl) {
    curl_off_t seconds = 0;
    curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &seconds);
    const milliseconds pause = std::chrono::seconds(std::clamp<curl_off_t>(seconds, 0, 86400));
    return pause > longest_asked_pause ? 0ms : pause;
}

}  // namespace

// One try of a request, filled by the callbacks of libcurl.
struct Connection::Attempt {
    CURLcode code = CURLE_OK;
    long verify_result = X509_V_OK;
    int requests = 0;  // libcurl repeats by itself what an open connection lost that the server had just closed
    std::size_t head_size = 0;
    Response response;
    std::string location;
    milliseconds pause{0};

    static int before_request(void* attempt, char*, char*, int, int) {
        ++static_cast<Attempt*>(attempt)->requests;
        return CURL_PREREQFUNC_OK;
    }
    // Those of interim answers count too: there may be no end to them.
    static std::size_t take_header(char*, std::size_t, std::size_t size, void* attempt) {
        std::size_t& total = static_cast<Attempt*>(attempt)->head_size;
        total += size;
        return total > longest_head ? 0 : size;
    }
    static std::size_t take_body(char* data, std::size_t, std::size_t size, void* attempt) {
        std::string& body = static_cast<Attempt*>(attempt)->response.body;
        if (body.size() + size > longest_body) return 0;
        body.append(data, size);
        return size;
    }
};

Connection::Connection(Address address, Credentials credentials, std::string ca_file, Patience patience)
    : address_(std::move(address)),
      credentials_(std::move(credentials)),
      ca_file_(std::move(ca_file)),
      patience_(std::move(patience)),
      curl_(curl_easy_init(), &curl_easy_cleanup) {
    if (!curl_) throw Fault(message("libcurl is niet te gebruiken", "libcurl cannot be used"));
}

Connection::Attempt Connection::attempt(const Request& request, const std::string& path, Clock::time_point deadline) {
    Attempt result;
    CURL* const curl = curl_.get();
    const auto left = std::max(std::chrono::duration_cast<milliseconds>(deadline - Clock::now()), milliseconds(1));
    HeaderList headers(nullptr, &curl_slist_free_all);
    add_header(headers, "Expect:");  // libcurl asks leave for a large body otherwise
    if (!request.type.empty()) add_header(headers, "Content-Type: " + request.type);
    if (!request.depth.empty()) add_header(headers, "Depth: " + request.depth);
    if (!request.if_match.empty()) add_header(headers, "If-Match: " + request.if_match);
    if (request.only_new) add_header(headers, "If-None-Match: *");

    curl_easy_reset(curl);
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl, option, value); };
    set(CURLOPT_URL, (address_.origin() + path).c_str());
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_PROTOCOLS_STR, address_.tls ? "https" : "http");
    set(CURLOPT_PROXY, "");  // nor that of the environment
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!ca_file_.empty()) {
        set(CURLOPT_CAINFO, ca_file_.c_str());
        set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
    }
    if (!credentials_.user.empty()) {
        set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        set(CURLOPT_USERNAME, credentials_.user.c_str());
        set(CURLOPT_PASSWORD, credentials_.password.c_str());
    }
    set(CURLOPT_USERAGENT, "mvoi");
    set(CURLOPT_HTTPHEADER, headers.get());
    if (!request.type.empty()) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(CURLOPT_POSTFIELDS, request.body.c_str());
    }
    set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min<milliseconds>(left, longest_connecting).count()));
    set(CURLOPT_QUICK_EXIT, 1L);  // a name that is still being looked up holds nobody up at the end
    set(CURLOPT_PREREQFUNCTION, &Attempt::before_request);
    set(CURLOPT_PREREQDATA, &result);
    set(CURLOPT_HEADERFUNCTION, &Attempt::take_header);
    set(CURLOPT_HEADERDATA, &result);
    set(CURLOPT_WRITEFUNCTION, &Attempt::take_body);
    set(CURLOPT_WRITEDATA, &result);

    result.code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl, CURLINFO_SSL_VERIFYRESULT, &result.verify_result);
    result.response.status = static_cast<int>(status);
    result.response.etag = header_of(curl, "ETag");
    result.location = header_of(curl, "Location");
    result.pause = asked_pause(curl);
    return result;
}

// The sentence for a request whose last attempt ended without an answer.
Message Connection::reason_of(const Attempt& attempt) const {
    const std::string origin = address_.origin();
    const auto seconds = [](milliseconds time) { return std::to_string(time.count() / 1000); };
    switch (attempt.code) {
        case CURLE_PEER_FAILED_VERIFICATION: {
            const Message reason = reason_of_distrust(attempt.verify_result);
            const Message distrust = message("het certificaat van {} is niet te vertrouwen: ",
                                             "the certificate of {} cannot be trusted: ", {origin});
            return {distrust.nl + reason.nl, distrust.en + reason.en};
        }
        case CURLE_WRITE_ERROR:
            if (attempt.head_size > longest_head) {
                return message("{} geeft een antwoord met koppen van meer dan 256 KiB",
                               "{} gives an answer with headers of over 256 KiB", {origin});
            }
            return message("de server geeft een antwoord van meer dan 64 MiB",
                           "the server gives an answer of over 64 MiB");
        case CURLE_COULDNT_RESOLVE_HOST:
            return message("de naam {} is niet te vinden", "the name {} cannot be found", {address_.host});
        case CURLE_SSL_CONNECT_ERROR:
            return message("met {} is geen TLS te spreken; spreekt die poort wel https?",
                           "{} does not speak TLS; is that a port for https?", {origin});
        case CURLE_WEIRD_SERVER_REPLY:
        case CURLE_UNSUPPORTED_PROTOCOL:
            return message("{} geeft geen antwoord in HTTP; is dat de goede poort?",
                           "{} does not answer in HTTP; is that the right port?", {origin});
        case CURLE_OPERATION_TIMEDOUT:
            if (attempt.requests > 0) {
                return message(
                    "{} heeft na {} seconden nog geen heel antwoord gegeven; met --patience krijgt de server "
                    "meer tijd",
                    "{} has not given a whole answer after {} seconds; --patience gives the server longer",
                    {origin, seconds(std::max<milliseconds>(patience_.most, shortest_deadline))});
            }
            [[fallthrough]];
        default:
            return message("{} antwoordt niet, ook niet na {} seconden opnieuw proberen",
                           "{} does not answer, not after {} seconds of trying either",
                           {origin, seconds(patience_.most)});
    }
}

Response Connection::send_until_answered(const Request& request, const std::string& path, std::string& location) {
    const auto begun = Clock::now();
    const auto deadline = begun + std::max<milliseconds>(patience_.most, shortest_deadline);
    milliseconds pause = first_pause;
    for (int tries = 1;; ++tries) {
        Attempt last = attempt(request, path, deadline);
        repeated_ += std::max(last.requests - 1, 0);
        const int status = last.response.status;
        const bool answered = last.code == CURLE_OK;
        const bool tried_enough = tries >= tries_of_a_lasting_failure;
        if (answered && (!is_busy(status) || (status == 500 && tried_enough))) {
            ++sent_;
            location = std::move(last.location);
            return std::move(last.response);
        }
        if (last.code == CURLE_SSL_CACERT_BADFILE && !ca_file_.empty()) {
            throw Refusal(message("{} is geen bestand met certificaten van een uitgever (PEM)",
                                  "{} is no file with certificates of an authority (PEM)", {ca_file_}));
        }
        ++repeated_;
        const milliseconds wait = std::max(pause, answered ? last.pause : 0ms);
        const bool out_of_time = Clock::now() - begun + wait > patience_.most;
        if (!answered && (out_of_time || is_final(last.code) || (is_lasting(last.code) && tried_enough)))
            throw Fault(reason_of(last));
        if (out_of_time) {
            throw Fault(
                message("{} blijft {} antwoorden, ook na {} seconden opnieuw proberen",
                        "{} keeps answering {}, after {} seconds of trying too",
                        {address_.origin(), std::to_string(status), std::to_string(patience_.most.count() / 1000)}));
        }
        if (patience_.notice && wait >= 1s) {
            const std::string seconds = std::to_string((wait.count() + 500) / 1000);
            patience_.notice(message("{} antwoordt nu niet; over {} s opnieuw", "{} gives no answer now; again in {} s",
                                     {address_.origin(), seconds}));
        }
        std::this_thread::sleep_for(wait);
        pause = std::min<milliseconds>(pause * 2, longest_pause);
    }
}

Response Connection::send(const Request& request) {
    std::string path = request.path;
    for (int redirects = 0;; ++redirects) {
        std::string location;
        Response response = send_until_answered(request, path, location);
        if (response.status == 401) {
            throw Fault(credentials_.user.empty()
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
