// SPDX-License-Identifier: EUPL-1.2
#include "store/gate.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace mvoi::store {
namespace {

using namespace std::chrono_literals;

// The time within which one who waits sees that he is to stop.
constexpr auto seen_within = 20ms;

class Gate {
  public:
    bool enter_now() {
        const std::lock_guard lock(lock_);
        if (closed_) return false;
        ++inside_;
        return true;
    }
    // False: it is still closed.
    bool enter_before(Deadline deadline) {
        std::unique_lock lock(lock_);
        if (!changed_.wait_until(lock, deadline, [this] { return !closed_; })) return false;
        ++inside_;
        return true;
    }
    void enter() {
        std::unique_lock lock(lock_);
        changed_.wait(lock, [this] { return !closed_; });
        ++inside_;
    }
    void leave() {
        const std::lock_guard lock(lock_);
        if (--inside_ == 0 && closed_) changed_.notify_all();
    }
    void close() {
        std::unique_lock lock(lock_);
        changed_.wait(lock, [this] { return !closed_; });  // of two threads that fork one is first
        closed_ = true;
        changed_.wait(lock, [this] { return inside_ == 0; });
    }
    void open() {
        const std::lock_guard lock(lock_);
        closed_ = false;
        changed_.notify_all();
    }

  private:
    std::mutex lock_;
    std::condition_variable changed_;
    int inside_ = 0;
    bool closed_ = false;
};

// Kept for ever: calls may come while the process ends.
Gate*& gate() {
    static auto* instance = new Gate;
    return instance;
}

thread_local int depth = 0;  // how often this thread is inside

unsigned some_number() {
    thread_local unsigned number = 0;
    if (number == 0) number = static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(&number) >> 4) * 2654435761U;
    return number = number * 1664525U + 1013904223U;
}

}  // namespace

Deadline deadline_after(int wait_ms) {
    return Clock::now() + std::chrono::milliseconds(wait_ms);
}

Inside::Inside(Deadline deadline, const StopFlag& stop) {
    if (depth == 0 && !gate()->enter_now()) {
        while (!gate()->enter_before(std::min(deadline, Clock::now() + seen_within))) {
            if (stop.load()) throw StoreError(Trouble::Interrupted, "interrupted while the process forks");
            if (Clock::now() >= deadline) throw StoreError(Trouble::Busy, "the process forks");
        }
    }
    ++depth;
}

Inside::~Inside() {
    if (--depth == 0) gate()->leave();
}

InsideNow::InsideNow() : inside_(depth > 0 || gate()->enter_now()) {
    if (inside_) ++depth;
}

InsideNow::~InsideNow() {
    if (inside_ && --depth == 0) gate()->leave();
}

Outside::Outside() : depth_(std::exchange(depth, 0)) {
    if (depth_ > 0) gate()->leave();
}

Outside::~Outside() {
    if (depth_ > 0) gate()->enter();
    depth = depth_;
}

// SQLite's own waiting sleeps 1, 2, 5 ... 100 ms, so that the process which just committed always wins. Short random
// sleeps, growing to 5 ms, share evenly.
bool Patience::again() {
    if (stop_.load()) throw StoreError(Trouble::Interrupted, "interrupted while waiting for the register");
    const auto now = Clock::now();
    if (now >= deadline_) return false;
    const unsigned longest_us = std::min(400U + static_cast<unsigned>(tries_++) * 20U, 5000U);
    const Outside outside;
    std::this_thread::sleep_until(
        std::min(deadline_, now + std::chrono::microseconds(100 + (some_number() >> 8) % longest_us)));
    return true;
}

void close_gate() {
    gate()->close();
}

void open_gate() {
    gate()->open();
}

void make_gate_anew() {
    gate() = new Gate;
}

}  // namespace mvoi::store
