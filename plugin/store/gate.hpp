// SPDX-License-Identifier: EUPL-1.2
// Where a thread stands. Who works in the library is inside; who waits for others is outside, whatever he waits for:
// his turn to write, another process, an opening elsewhere. fork() waits until nobody is inside, and nobody comes in
// meanwhile: no lock, no connection and nothing half made crosses it, and it waits for nobody who only waits.
#pragma once

#include <chrono>

#include "store/engine.hpp"

namespace mvoi::store {

using Clock = std::chrono::steady_clock;
using Deadline = Clock::time_point;

Deadline deadline_after(int wait_ms);

class Inside {
  public:
    // Waits for a fork that is under way. Throws Busy and Interrupted.
    Inside(Deadline deadline, const StopFlag& stop);
    ~Inside();
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
};

// Inside, or false when a fork is under way: never waits.
class InsideNow {
  public:
    InsideNow();
    ~InsideNow();
    InsideNow(const InsideNow&) = delete;
    InsideNow& operator=(const InsideNow&) = delete;
    explicit operator bool() const { return inside_; }

  private:
    bool inside_;
};

// Outside for as long as it lives, then inside again if the thread was.
class Outside {
  public:
    Outside();
    ~Outside();
    Outside(const Outside&) = delete;
    Outside& operator=(const Outside&) = delete;

  private:
    int depth_;
};

// Does something that may find the register taken, until it does not or the deadline is there. Each attempt begins from
// nothing and leaves nothing; between two of them the thread is outside.
class Patience {
  public:
    Patience(Deadline deadline, const StopFlag& stop) : deadline_(deadline), stop_(stop) {}
    // Sleeps a moment. False: the deadline is there. Throws Interrupted.
    bool again();

    template <typename Attempt>
    static auto until_done(Deadline deadline, const StopFlag& stop, Attempt attempt) {
        for (Patience patience(deadline, stop);;) try {
                return attempt();
            } catch (const StoreError& error) {
                if (error.trouble != Trouble::Busy || !patience.again()) throw;
            }
    }

  private:
    Deadline deadline_;
    const StopFlag& stop_;
    int tries_ = 0;
};

// ---- around fork(), for register.cpp --------------------------------------------------------------------------------

void close_gate();      // waits until nobody is inside, and lets nobody in
void open_gate();       // in the parent
void make_gate_anew();  // in the child, where those who stood at the old one do not exist

}  // namespace mvoi::store
