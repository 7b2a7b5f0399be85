// SPDX-License-Identifier: EUPL-1.2
// Stands by while a call runs: Ctrl-C asks the library to stop, and a line tells that work is going on. Where one
// command is many short calls, Ctrl-C is kept until what is half done is put away.
#pragma once

#include <array>
#include <chrono>
#include <csignal>
#include <string>
#include <string_view>
#include <thread>

#include "mvoi.hpp"

namespace mvoi::cli {

class Watch {
  public:
    // With an empty label no line is shown.
    Watch(const client::Session& session, std::string_view label);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

  private:
    void stand_by();
    void show(std::chrono::milliseconds elapsed);

    const client::Session& session_;
    std::string label_;
    bool shown_ = false;
    std::array<int, 2> pipe_{-1, -1};
    struct sigaction old_interrupt_ {};
    struct sigaction old_terminate_ {};
    std::thread thread_;
};

// While it lives, Ctrl-C and a request to end wait; when it goes, they end the process after all.
class DeferredSignals {
  public:
    DeferredSignals();
    ~DeferredSignals();
    DeferredSignals(const DeferredSignals&) = delete;
    DeferredSignals& operator=(const DeferredSignals&) = delete;

    bool waiting() const;

  private:
    sigset_t before_{};
};

}  // namespace mvoi::cli
