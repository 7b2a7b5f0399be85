// SPDX-License-Identifier: EUPL-1.2
// Sessions, and the slots that the handles of mvoi.h name.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "json/value.hpp"
#include "operations/call.hpp"

namespace mvoi::abi {

struct Session {
    std::mutex in_use;  // held by the one thread that is in a call; everything below is its own
    operations::Caller caller;
    store::StopFlag stop{false};  // set by mvoi_interrupt from any thread
    bool read_only = false;
    pid_t process = 0;  // that opened it

    std::string_view last;              // the answer of the last call: the text below, or one that is always there
    std::optional<json::Value> parsed;  // of it, once a value was asked for
    json::Value building;               // the request that mvoi_put_* made so far
    std::size_t built_bytes = 0;        // of paths and values put into it

    void set_answer(std::string text) noexcept {
        answer_ = std::move(text);
        last = answer_;
        parsed.reset();
    }
    // To a text that lasts as long as the process.
    void set_lasting_answer(std::string_view text) noexcept {
        set_answer({});
        last = text;
    }

  private:
    std::string answer_;
};

// False: the system took no handler for fork().
bool minds_forks();

// Gives a session a slot; 0 when all are taken.
std::int32_t add_session(std::shared_ptr<Session> session);
// The session of a handle; nullptr for one that never was, is closed, or is no handle.
std::shared_ptr<Session> find_session(std::int32_t handle);
void remove_session(std::int32_t handle);

}  // namespace mvoi::abi
