// SPDX-License-Identifier: EUPL-1.2
// The callers that want to write. One of them leads: he runs his own work and that of those behind him, commits for all
// of them, and passes the lead on. Everyone else sleeps until there is an outcome for him, the lead is his, or he has
// waited long enough.
#pragma once

#include <semaphore.h>

#include <array>
#include <exception>
#include <mutex>

#include "store/engine.hpp"
#include "store/gate.hpp"

namespace mvoi::store::sqlite {

// One caller's work. It lives on the stack of its caller, who does not return before it is his own again.
struct Job {
    Job(const std::function<void(Connection&)>& work_, const StopFlag& stop_, Deadline deadline_, bool alone_);
    ~Job();
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    const std::function<void(Connection&)>& work;
    const StopFlag& stop;
    const Deadline deadline;
    const bool alone;            // shares its commit with nobody
    std::exception_ptr failure;  // set before its caller is woken

  private:
    friend class WriteQueue;
    enum class State { Queued, Taken, Leads };
    State state_ = State::Queued;  // guarded by the lock of the queue
    Job* next_ = nullptr;          // likewise
    sem_t woken_;                  // an outcome, or the lead
};

// Those who share one commit. Room for all of them is there from the start: nothing that is written may fall between.
class Group {
  public:
    static constexpr std::size_t limit = 32;
    bool empty() const { return size_ == 0; }
    bool full() const { return size_ == limit; }
    void add(Job& job) { jobs_[size_++] = &job; }
    void clear() { size_ = 0; }
    Job* const* begin() const { return jobs_.data(); }
    Job* const* end() const { return jobs_.data() + size_; }

  private:
    std::array<Job*, limit> jobs_{};
    std::size_t size_ = 0;
};

class WriteQueue {
  public:
    // Returns when the job has an outcome (false) or the lead is its caller's (true). Throws Busy or Interrupted when
    // its turn did not come; nothing was done then.
    bool wait_for_turn(Job& job);
    // For who leads: the next in line, whose caller waits from then on until end(); nullptr: nobody, or one who goes
    // alone.
    Job* next();
    static void end(Job& job) noexcept;
    // The lead goes to the next in line, or to whoever comes.
    void pass_the_lead() noexcept;

  private:
    bool sleep_until_taken(Job& job);
    Job* take_first();
    void remove(Job& job);

    std::mutex lock_;
    Job* first_ = nullptr;
    Job* last_ = nullptr;
    int size_ = 0;
    bool led_ = false;
};

}  // namespace mvoi::store::sqlite
