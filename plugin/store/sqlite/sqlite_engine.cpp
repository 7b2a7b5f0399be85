// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/sqlite_engine.hpp"

#include <utility>

namespace mvoi::store::sqlite {
namespace {

constexpr int readers_kept = 8;  // idle connections

// While it lasts nobody else leads. However the leader's work ends, the lead is passed on and everyone is woken who got
// his outcome from it.
struct Lead {
    explicit Lead(WriteQueue& queue_) : queue(queue_) {}
    ~Lead() {
        queue.pass_the_lead();  // before waking the others: they would only be in the heir's way
        for (Job* job : group) WriteQueue::end(*job);
    }
    Lead(const Lead&) = delete;
    Lead& operator=(const Lead&) = delete;
    WriteQueue& queue;
    Group group;
};

void fail(Group& group, const std::exception_ptr& failure) noexcept {
    for (Job* job : group) {
        job->failure = failure;
        WriteQueue::end(*job);
    }
    group.clear();
}

}  // namespace

SqliteEngine::SqliteEngine(std::string path, bool read_only, int wait_ms, const std::function<void(Connection&)>& fill)
    : path_(std::move(path)) {
    if (!read_only) prepare_file(path_, wait_ms, fill);
    idle_readers_.reserve(readers_kept);  // giving one back never fails
    auto reader = std::make_unique<SqliteConnection>(path_, Access::ReadOnly);
    check_file(*reader, path_);
    idle_readers_.push_back(std::move(reader));
}

SqliteEngine::~SqliteEngine() = default;

// ---- writing --------------------------------------------------------------------------------------------------------
//
// Callers queue up, and one of them leads (write_queue.hpp): he runs his own work and that of everyone behind him in
// one transaction, until the queue is empty or the group is full, and commits for all. With one caller this costs
// nothing; under load the group grows by itself. Nobody waits for another thread to be scheduled between two pieces of
// work: handing the lock from thread to thread cost more than the work.

void SqliteEngine::write(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) {
    Job job(work, stop, wait_ms);
    if (queue_.wait_for_turn(job)) lead(job);
    if (job.failure) std::rethrow_exception(job.failure);
}

void SqliteEngine::lead(Job& own) noexcept {
    Lead lead(queue_);
    run(own, lead.group);
    while (!lead.group.full()) {
        Job* job = queue_.next();
        if (!job) break;
        run(*job, lead.group);
    }
    if (!lead.group.empty()) commit(lead.group);
}

// Runs one piece of work and adds it to the group, or ends it at once when it is refused. What is undone is what the
// job itself began: the transaction when it is the first of its group, otherwise its savepoint. A job that is refused
// before it began anything leaves the others as they are.
void SqliteEngine::run(Job& job, Group& group) noexcept {
    const bool first = group.empty();
    bool begun = false, damaged = false;
    try {
        if (job.stop.load()) throw StoreError(Trouble::Interrupted, "interrupted while waiting to write");
        if (first)
            begin(job);
        else
            writer_->step(SqliteConnection::Step::Savepoint);
        begun = true;
        job.work(*writer_);
        if (!first) writer_->step(SqliteConnection::Step::Release);
        group.add(job);
        return;
    } catch (const StoreError& error) {
        damaged = error.trouble == Trouble::Storage;
        job.failure = std::current_exception();
    } catch (...) {
        job.failure = std::current_exception();
    }
    if (begun) undo(group, !first);
    if (first && damaged) give_up_writer();
    // Some errors (disk full) have rolled back everything already, also for those who joined before.
    if (!group.empty() && !writer_->in_transaction()) {
        fail(group, std::make_exception_ptr(StoreError(Trouble::Storage, "the transaction was lost")));
        give_up_writer();
    }
    WriteQueue::end(job);
}

void SqliteEngine::begin(Job& job) {
    if (!writer_) {
        auto writer = std::make_unique<SqliteConnection>(path_, Access::ReadWrite);
        check_file(*writer, path_);
        writer_ = std::move(writer);
    }
    writer_->wait_until(job.deadline, &job.stop);
    try {
        writer_->step(SqliteConnection::Step::Begin);
    } catch (...) {
        writer_->wait_until({}, nullptr);
        if (job.stop.load()) throw StoreError(Trouble::Interrupted, "interrupted while waiting to write");
        throw;
    }
    // From here on nobody else can be waited for; COMMIT may meet a checkpoint of another process.
    writer_->wait_until(std::chrono::steady_clock::now() + std::chrono::seconds(5), nullptr);
}

// A connection that cannot undo is not trusted again, nor is what the group did through it.
void SqliteEngine::undo(Group& group, bool in_savepoint) noexcept {
    try {
        if (!writer_->in_transaction()) return;
        if (in_savepoint)
            writer_->undo_savepoint();
        else
            writer_->step(SqliteConnection::Step::Rollback);
    } catch (...) {
        fail(group, std::current_exception());
        give_up_writer();
    }
}

// Everyone in the group gets the outcome. After a failed commit the connection is not trusted again.
void SqliteEngine::commit(Group& group) noexcept {
    try {
        writer_->step(SqliteConnection::Step::Commit);
    } catch (...) {
        fail(group, std::current_exception());
        give_up_writer();
    }
}

// Closing rolls back what is left.
void SqliteEngine::give_up_writer() noexcept {
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
    if (reader && !reading_paused_ && idle_readers_.size() < readers_kept)
        idle_readers_.push_back(std::move(reader));
    else
        reader.reset();  // before it is counted out: it is not to cross a fork
    --busy_readers_;
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
        } catch (...) {
            reader.reset();  // of no more use
        }
    }
    put_reader(std::move(reader));
    if (failure) std::rethrow_exception(failure);
}

bool SqliteEngine::backup(const StopFlag& stop, const std::string& path) {
    return write_copy(path_, stop, path);
}

// ---- fork -----------------------------------------------------------------------------------------------------------

void SqliteEngine::pause() {
    {
        std::unique_lock lock(readers_);
        reading_paused_ = true;
        reader_back_.wait(lock, [&] { return busy_readers_ == 0; });
        idle_readers_.clear();
    }
    queue_.pause();
    writer_.reset();
}

void SqliteEngine::resume() {
    queue_.resume();
    const std::lock_guard lock(readers_);
    reading_paused_ = false;
    reader_back_.notify_all();
}

}  // namespace mvoi::store::sqlite
