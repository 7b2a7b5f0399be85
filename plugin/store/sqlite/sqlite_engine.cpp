// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/sqlite_engine.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace mvoi::store::sqlite {
namespace {

constexpr int group_limit = 32;      // callers that share one commit at most
constexpr int waiting_limit = 4096;  // callers in the queue; one more is told to come back
constexpr int readers_kept = 8;      // idle connections

}  // namespace

SqliteEngine::SqliteEngine(std::string path, bool read_only, int wait_ms,
                           const std::function<void(Connection&)>& rebuild)
    : path_(std::move(path)), read_only_(read_only) {
    if (!read_only_) prepare_file(path_, wait_ms, rebuild);
    auto reader = std::make_unique<SqliteConnection>(path_, Access::ReadOnly);
    check_file(*reader, path_);
    idle_readers_.push_back(std::move(reader));
}

SqliteEngine::~SqliteEngine() = default;

// ---- writing --------------------------------------------------------------------------------------------------------
//
// Callers queue up. The one who finds no leader leads: he runs his own work and that of everyone behind him in one
// transaction, until the queue is empty or the group is full, commits for all, wakes them, and hands the lead to the
// next in line. With one caller this costs nothing; under load the group grows by itself. Nobody waits for another
// thread to be scheduled between two pieces of work: handing the lock from thread to thread cost more than the work.

void SqliteEngine::write(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) {
    const JobPointer job(
        new Job{work, stop, std::chrono::steady_clock::now() + std::chrono::milliseconds(wait_ms), {}, {}});
    {
        std::unique_lock lock(queue_lock_);
        queue_changed_.wait(lock, [&] { return !writing_paused_; });
        if (queue_.size() >= waiting_limit) throw StoreError(Trouble::Busy, "too many callers are waiting to write");
        if (led_) {
            queue_.push_back(job);
        } else {
            led_ = true;
            job->state.store(Job::Leads, std::memory_order_relaxed);
        }
    }
    job->state.wait(Job::Queued, std::memory_order_acquire);
    if (job->state.load(std::memory_order_acquire) == Job::Leads) lead(job);
    if (job->failure) std::rethrow_exception(job->failure);
}

void SqliteEngine::lead(const JobPointer& leader) {
    Group group;
    run(leader, group);
    while (group.size() < group_limit) {
        const JobPointer job = next_job();
        if (!job) break;
        run(job, group);
    }
    if (!group.empty()) commit(group);
    pass_the_lead();  // before waking the others: they would only be in the heir's way
    for (const JobPointer& job : group) end(*job);
}

void SqliteEngine::pass_the_lead() {
    JobPointer heir;
    {
        const std::lock_guard lock(queue_lock_);
        if (queue_.empty()) {
            led_ = false;
            queue_changed_.notify_all();
            return;
        }
        heir = std::move(queue_.front());
        queue_.pop_front();
    }
    heir->state.store(Job::Leads, std::memory_order_release);
    heir->state.notify_one();
}

SqliteEngine::JobPointer SqliteEngine::next_job() {
    const std::lock_guard lock(queue_lock_);
    if (queue_.empty()) return nullptr;
    JobPointer job = std::move(queue_.front());
    queue_.pop_front();
    return job;
}

// Runs one piece of work and adds it to the group, or ends it at once when it is refused.
void SqliteEngine::run(const JobPointer& job, Group& group) {
    // The first of a group needs no savepoint: when it is refused there is nothing else to keep.
    const bool first = group.empty();
    bool begun = !first;
    try {
        if (first) begun = begin(*job);
        if (std::chrono::steady_clock::now() > job->deadline && !first)
            throw StoreError(Trouble::Busy, "waited too long to write");
        if (job->stop.load()) throw StoreError(Trouble::Interrupted, "interrupted while waiting to write");
        if (!first) writer_->step(SqliteConnection::Step::Savepoint);
        job->work(*writer_);
        if (!first) writer_->step(SqliteConnection::Step::Release);
        group.push_back(job);
        return;
    } catch (...) {
        job->failure = std::current_exception();
    }
    try {
        if (begun && !first && writer_->in_transaction()) {
            writer_->undo_savepoint();
        } else if (begun) {
            // Some errors (disk full) have already rolled back everything, also for those who joined before.
            if (!first)
                fail_group(group, std::make_exception_ptr(StoreError(Trouble::Storage, "the transaction was lost")));
            give_up_writer();
        }
    } catch (const StoreError&) {
        fail_group(group, std::current_exception());
        give_up_writer();
    }
    end(*job);
}

bool SqliteEngine::begin(Job& job) {
    if (!writer_) {
        writer_ = std::make_unique<SqliteConnection>(path_, Access::ReadWrite);
        check_file(*writer_, path_);
    }
    writer_->wait_until(job.deadline, &job.stop);
    try {
        writer_->step(SqliteConnection::Step::Begin);
    } catch (const StoreError& error) {
        writer_->wait_until({}, nullptr);
        if (job.stop.load()) throw StoreError(Trouble::Interrupted, error.what());
        throw;
    }
    // From here on nobody else can be waited for; COMMIT may meet a checkpoint of another process.
    writer_->wait_until(std::chrono::steady_clock::now() + std::chrono::seconds(5), nullptr);
    return true;
}

// Everyone in the group gets the outcome. After a failed commit the connection is not trusted again.
void SqliteEngine::commit(Group& group) {
    try {
        writer_->step(SqliteConnection::Step::Commit);
    } catch (...) {
        fail_group(group, std::current_exception());
        give_up_writer();
    }
}

void SqliteEngine::end(Job& job) {
    job.state.store(Job::Done, std::memory_order_release);
    job.state.notify_one();
}

void SqliteEngine::fail_group(Group& group, const std::exception_ptr& failure) {
    for (const JobPointer& job : group) {
        job->failure = failure;
        end(*job);
    }
    group.clear();
}

void SqliteEngine::give_up_writer() {
    try {
        if (writer_ && writer_->in_transaction()) writer_->run("ROLLBACK");
    } catch (const StoreError&) {
        // Closing rolls back what is left.
    }
    writer_.reset();
}

// ---- reading --------------------------------------------------------------------------------------------------------

std::unique_ptr<SqliteConnection> SqliteEngine::take_reader() {
    std::unique_lock lock(readers_);
    reader_back_.wait(lock, [&] { return !reading_paused_; });
    ++busy_readers_;
    if (idle_readers_.empty()) {
        lock.unlock();
        try {
            return std::make_unique<SqliteConnection>(path_, Access::ReadOnly);
        } catch (...) {
            put_reader(nullptr);
            throw;
        }
    }
    auto reader = std::move(idle_readers_.back());
    idle_readers_.pop_back();
    return reader;
}

void SqliteEngine::put_reader(std::unique_ptr<SqliteConnection> reader) {
    const std::lock_guard lock(readers_);
    --busy_readers_;
    if (reader && !reading_paused_ && idle_readers_.size() < readers_kept) idle_readers_.push_back(std::move(reader));
    reader_back_.notify_all();
}

void SqliteEngine::read(const StopFlag& stop, const std::function<void(Connection&)>& work) {
    auto reader = take_reader();
    std::exception_ptr failure;
    try {
        reader->stop_with(&stop);
        reader->step(SqliteConnection::Step::BeginRead);
        work(*reader);
        reader->step(SqliteConnection::Step::Commit);
        reader->stop_with(nullptr);
    } catch (...) {
        failure = std::current_exception();
        try {
            reader->stop_with(nullptr);
            if (reader->in_transaction()) reader->run("ROLLBACK");
        } catch (const StoreError&) {
            reader.reset();  // of no more use
        }
    }
    put_reader(std::move(reader));
    if (failure) std::rethrow_exception(failure);
}

void SqliteEngine::backup(const StopFlag& stop, const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) throw StoreError(Trouble::Storage, path + " exists already");
    SqliteConnection source(path_, Access::ReadOnly);
    source.stop_with(&stop);
    // VACUUM INTO writes the copy through a connection of its own; query_only would forbid even that.
    source.value("PRAGMA query_only=OFF");
    std::string quoted;
    for (const char c : path) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    try {
        source.run("VACUUM INTO '" + quoted + "'");
    } catch (...) {
        std::filesystem::remove(path, ignored);  // a copy that is not whole is none
        throw;
    }
}

// ---- fork -----------------------------------------------------------------------------------------------------------

void SqliteEngine::pause() {
    {
        std::unique_lock lock(readers_);
        reading_paused_ = true;
        reader_back_.wait(lock, [&] { return busy_readers_ == 0; });
        idle_readers_.clear();
    }
    std::unique_lock lock(queue_lock_);
    writing_paused_ = true;
    queue_changed_.wait(lock, [&] { return !led_; });
    writer_.reset();
    lock.release();  // held across the fork
}

void SqliteEngine::resume() {
    writing_paused_ = false;
    queue_lock_.unlock();
    queue_changed_.notify_all();
    const std::lock_guard lock(readers_);
    reading_paused_ = false;
    reader_back_.notify_all();
}

}  // namespace mvoi::store::sqlite
