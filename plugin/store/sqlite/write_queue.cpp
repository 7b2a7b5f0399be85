// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/write_queue.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>

namespace mvoi::store::sqlite {
namespace {

constexpr int waiting_limit = 4096;  // callers in the queue; one more is told to come back
// The time within which a caller in the queue sees that he is to stop.
constexpr std::chrono::milliseconds stop_seen_within(20);
// The time that even a caller without any gives the one who leads, to take him along in his commit. Refused at once, he
// would only come back, and what was made ready for him be made again.
constexpr std::chrono::milliseconds taken_along_within(10);

// True: it was woken before the moment.
bool sleep_until(sem_t& semaphore, Clock::time_point moment) {
    const auto ns = std::chrono::duration_cast<std::chrono::nanoseconds>(moment.time_since_epoch()).count();
    const timespec until{static_cast<time_t>(ns / 1'000'000'000), static_cast<long>(ns % 1'000'000'000)};
    return ::sem_clockwait(&semaphore, CLOCK_MONOTONIC, &until) == 0;
}

void sleep(sem_t& semaphore) {
    while (::sem_wait(&semaphore) != 0 && errno == EINTR) {
    }
}

}  // namespace

Job::Job(const std::function<void(Connection&)>& work_, const StopFlag& stop_, Deadline deadline_, bool alone_)
    : work(work_), stop(stop_), deadline(deadline_), alone(alone_) {
    ::sem_init(&woken_, 0, 0);
}

Job::~Job() {
    ::sem_destroy(&woken_);
}

// A semaphore sleeps at once. What spins first (std::atomic, std::binary_semaphore) takes the processor from those who
// do the work: with many callers that cost as much as the work.
bool WriteQueue::wait_for_turn(Job& job) {
    {
        const std::lock_guard lock(lock_);
        if (!led_) {
            led_ = true;
            return true;
        }
        if (size_ >= waiting_limit) throw StoreError(Trouble::Busy, "too many callers are waiting to write");
        (last_ ? last_->next_ : first_) = &job;
        last_ = &job;
        ++size_;
    }
    const Outside outside;
    if (!sleep_until_taken(job)) sleep(job.woken_);
    return job.state_ == Job::State::Leads;
}

// True when the caller was woken; otherwise somebody took his job and wakes him when he is done. Throws when nobody
// took it in time.
bool WriteQueue::sleep_until_taken(Job& job) {
    const Deadline deadline = std::max(job.deadline, Clock::now() + taken_along_within);
    for (;;) {
        const auto now = Clock::now();
        const bool stopped = job.stop.load(std::memory_order_relaxed), late = now >= deadline;
        if (!stopped && !late && sleep_until(job.woken_, std::min(deadline, now + stop_seen_within))) return true;
        const std::lock_guard lock(lock_);
        if (job.state_ != Job::State::Queued) return false;
        if (!stopped && !late) continue;
        remove(job);
        if (stopped) throw StoreError(Trouble::Interrupted, "interrupted while waiting to write");
        throw StoreError(Trouble::Busy, "waited too long to write");
    }
}

Job* WriteQueue::next() {
    const std::lock_guard lock(lock_);
    if (first_ && first_->alone) return nullptr;
    Job* job = take_first();
    if (job) job->state_ = Job::State::Taken;
    return job;
}

void WriteQueue::end(Job& job) noexcept {
    ::sem_post(&job.woken_);
}

void WriteQueue::pass_the_lead() noexcept {
    const std::lock_guard lock(lock_);
    if (Job* heir = take_first()) {
        heir->state_ = Job::State::Leads;
        ::sem_post(&heir->woken_);
        return;
    }
    led_ = false;
}

Job* WriteQueue::take_first() {
    Job* job = first_;
    if (!job) return nullptr;
    first_ = job->next_;
    if (!first_) last_ = nullptr;
    --size_;
    return job;
}

void WriteQueue::remove(Job& job) {
    Job* before = nullptr;
    for (Job* each = first_; each != &job; each = each->next_) before = each;
    (before ? before->next_ : first_) = job.next_;
    if (last_ == &job) last_ = before;
    --size_;
}

}  // namespace mvoi::store::sqlite
