// SPDX-License-Identifier: EUPL-1.2
// A session as a host has one, for tests in which calls are refused, interrupted and cut off.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

#include "mvoi.h"

namespace trouble {

// A folder that goes when the test ends. MVOI_BENCH_DIR chooses the disk.
class Folder {
  public:
    Folder() {
        const char* chosen = std::getenv("MVOI_BENCH_DIR");
        std::string pattern = std::string(chosen ? chosen : "/var/tmp") + "/mvoi-trouble-XXXXXX";
        if (!mkdtemp(pattern.data())) throw std::runtime_error("no folder for the test");
        path_ = pattern;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(const std::string& name) const { return path_ + "/" + name; }

  private:
    std::string path_;
};

class Session {
  public:
    // Called before and after each call of the library, when set: faults are to be its own, not this program's.
    static inline void (*entering)() = nullptr;
    static inline void (*leaving)() = nullptr;

    Session() = default;
    explicit Session(const std::string& path, int wait_ms = 5000) { open(path, wait_ms); }
    ~Session() { close(); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    int32_t open(const std::string& path, int wait_ms = 5000) {
        const std::string config = R"({"register":")" + path + R"(","actor":"inkoop","language":"en","waitMs":)" +
                                   std::to_string(wait_ms) + "}";
        char buffer[4096];
        int32_t length = -1;
        const int32_t status =
            called([&] { return mvoi_open(config.c_str(), -1, &handle_, buffer, sizeof buffer, &length); });
        take(buffer, sizeof buffer, length);
        return status;
    }
    int32_t close() {
        const int32_t handle = std::exchange(handle_, 0);
        return handle ? called([&] { return mvoi_close(handle); }) : MVOI_OK;
    }
    int32_t call(const char* operation, const std::string& request) {
        static thread_local char buffer[65536];
        int32_t length = -1;
        const int32_t status = called([&] {
            return mvoi_call(handle_, operation, -1, request.data(), static_cast<int32_t>(request.size()), buffer,
                             sizeof buffer, &length);
        });
        take(buffer, sizeof buffer, length);
        return status;
    }
    int32_t handle() const { return handle_; }
    // The answer of the last call, as far as it fitted; length as the library said.
    const std::string& answer() const { return answer_; }
    int32_t length() const { return length_; }
    bool says(const std::string& words) const { return answer_.find(words) != std::string::npos; }
    // The number behind "name":, the first time it stands in the answer; -1: nowhere.
    long number(const std::string& name) const {
        const std::size_t at = answer_.find('"' + name + "\":");
        return at == std::string::npos ? -1 : std::atol(answer_.c_str() + at + name.size() + 3);
    }

  private:
    template <typename Call>
    static int32_t called(Call call) {
        if (entering) entering();
        const int32_t status = call();
        if (leaving) leaving();
        return status;
    }
    void take(const char* buffer, std::size_t capacity, int32_t length) {
        length_ = length;
        const std::size_t there = length < 0 ? 0 : static_cast<std::size_t>(length);
        answer_.assign(buffer, there < capacity ? there : capacity);
    }
    int32_t handle_ = 0;
    int32_t length_ = -1;
    std::string answer_;
};

inline std::string start_request(const std::string& reference) {
    return R"({"organisation":"gm0344","reference":")" + reference +
           R"(","title":"Schoonmaak van scholen","kind":"dienst","today":"2026-11-21",)"
           R"("themes":[{"theme":"milieu","state":"applied","level":2}]})";
}

// The number of the last entry; -1: the register could not be opened.
inline long head_of(const std::string& path) {
    Session session;
    return session.open(path) == MVOI_OK ? session.number("seq") : -1;
}

// Empty: the chain is whole and the tables are what it says; otherwise what was answered.
inline std::string not_right(const std::string& path) {
    Session session;
    if (session.open(path) != MVOI_OK) return "open: " + session.answer();
    if (session.call("journal.verify", "{}") != MVOI_OK || !session.says("\"intact\":true"))
        return "verify: " + session.answer();
    if (session.call("register.rebuild", R"({"dryRun":true})") != MVOI_OK || !session.says("\"equal\":true"))
        return "rebuild: " + session.answer();
    return {};
}

}  // namespace trouble
