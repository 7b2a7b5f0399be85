// SPDX-License-Identifier: EUPL-1.2
// mvoi.hpp - mvoi.h for C++20: a session that closes itself and answers of any length. Header only; link libmvoi.
//
//     mvoi::client::Session session;
//     mvoi::client::Answer opened = session.open(R"({"register": "register.mvoi", "actor": "inkoop"})");
//     if (!opened.done()) { /* opened.text is the error document */ }
//     mvoi::client::Answer answer = session.call("tender.list", R"({"limit": 10})");
//
// It adds nothing to mvoi.h and hides nothing of it: every outcome is a status and a text, never an exception. The one
// exception that can come is std::bad_alloc, when there is no memory to hold an answer. The work is done then, or
// refused, all the same: last_status() says which, and answer() fetches the text again.
//
// A session serves one thread at a time; only interrupt() may be called from another thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "mvoi.h"

namespace mvoi::client {

// The result of a call: a status of mvoi.h and a JSON document, which is an error document on any status but MVOI_OK.
struct Answer {
    std::int32_t status = MVOI_OK;
    std::string text;

    bool done() const noexcept { return status == MVOI_OK; }
    bool refused() const noexcept { return status > MVOI_OK; }  // a well-formed "no"
    bool failed() const noexcept { return status < MVOI_OK; }   // a fault
};

class Session {
  public:
    Session() noexcept = default;
    ~Session() { close(); }

    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    Session(Session&& other) noexcept : handle_(std::exchange(other.handle_, 0)), last_status_(other.last_status_) {}
    Session& operator=(Session&& other) noexcept {
        if (this != &other) {
            close();
            handle_ = std::exchange(other.handle_, 0);
            last_status_ = other.last_status_;
        }
        return *this;
    }

    // Opens a register; config is the JSON object of mvoi_open. A session that was open is closed first.
    Answer open(std::string_view config) {
        close();
        if (too_long(config)) return {last_status_ = MVOI_E_LIMIT, {}};
        Answer answer{MVOI_OK, std::string(first_capacity, '\0')};
        std::int32_t length = 0;
        answer.status = last_status_ =
            mvoi_open(config.data(), size_of(config), &handle_, answer.text.data(), size_of(answer.text), &length);
        // Without a session there is nowhere to read on: of a longer error document only the beginning is known.
        answer.text.resize(std::min(answer.text.size(), static_cast<std::size_t>(std::max(length, 0))));
        return answer;
    }

    // One request, one transaction, one answer. The work is done once, however long its answer turns out to be.
    Answer call(std::string_view operation, std::string_view request) {
        if (too_long(operation) || too_long(request)) return {last_status_ = MVOI_E_LIMIT, {}};
        std::string text(first_capacity, '\0');  // taken before the work, so that lack of memory is found before it
        std::int32_t length = 0;
        last_status_ = mvoi_call(handle_, operation.data(), size_of(operation), request.data(), size_of(request),
                                 text.data(), size_of(text), &length);
        return {last_status_, whole(std::move(text), length)};
    }

    // The last answer of this session once more.
    Answer answer() { return {last_status_, whole({}, std::numeric_limits<std::int32_t>::max())}; }
    std::int32_t last_status() const noexcept { return last_status_; }

    // Builds a request piece by piece; call() with an empty request sends it. The result is a status of mvoi.h.
    std::int32_t put(std::string_view path, std::string_view text) noexcept {
        if (too_long(path) || too_long(text)) return MVOI_E_LIMIT;
        return mvoi_put_text(handle_, path.data(), size_of(path), text.data(), size_of(text));
    }
    std::int32_t put(std::string_view path, std::int64_t value) noexcept {
        if (too_long(path)) return MVOI_E_LIMIT;
        return mvoi_put_integer(handle_, path.data(), size_of(path), value);
    }

    // Reads the last answer by JSON Pointer; nothing when there is nothing of that kind there.
    std::optional<std::string> text(std::string_view path) {
        std::string text(first_capacity, '\0');
        for (;;) {
            std::int32_t length = 0;
            if (mvoi_text(handle_, path.data(), size_of(path), text.data(), size_of(text), &length) != MVOI_OK)
                return std::nullopt;
            const bool fits = static_cast<std::size_t>(length) <= text.size();
            text.resize(static_cast<std::size_t>(length));
            if (fits) return text;
        }
    }
    std::optional<std::int64_t> integer(std::string_view path) noexcept {
        std::int64_t value = 0;
        if (mvoi_integer(handle_, path.data(), size_of(path), &value) != MVOI_OK) return std::nullopt;
        return value;
    }
    std::optional<std::int32_t> count(std::string_view path) noexcept {
        std::int32_t count = 0;
        if (mvoi_count(handle_, path.data(), size_of(path), &count) != MVOI_OK) return std::nullopt;
        return count;
    }

    // [any thread] Asks the call that runs in this session, if any, to stop.
    void interrupt() const noexcept { mvoi_interrupt(handle_); }

    void close() noexcept {
        if (handle_ != 0) mvoi_close(std::exchange(handle_, 0));
    }
    bool is_open() const noexcept { return handle_ != 0; }
    std::int32_t handle() const noexcept { return handle_; }

  private:
    // Most answers fit; the few that do not cost one more copy.
    static constexpr std::size_t first_capacity = 16384;

    static bool too_long(std::string_view text) noexcept {
        return text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
    }
    static std::int32_t size_of(std::string_view text) noexcept { return static_cast<std::int32_t>(text.size()); }

    // The whole last answer, of which text holds the beginning and length is the full length.
    std::string whole(std::string text, std::int32_t length) {
        if (length > size_of(text)) {
            length = 0;
            mvoi_answer(handle_, 0, text.data(), 0, &length);
            text.resize(static_cast<std::size_t>(std::max(length, 0)));
            mvoi_answer(handle_, 0, text.data(), size_of(text), &length);
        }
        text.resize(static_cast<std::size_t>(std::max(length, 0)));
        return text;
    }

    std::int32_t handle_ = 0;
    std::int32_t last_status_ = MVOI_OK;
};

}  // namespace mvoi::client
