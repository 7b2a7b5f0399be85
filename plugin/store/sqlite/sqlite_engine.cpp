// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/sqlite_engine.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace mvoi::store::sqlite {
namespace {

constexpr int group_limit = 256;     // callers that share one commit at most
constexpr int waiting_limit = 4096;  // callers in the queue; one more is told to come back
constexpr int readers_kept = 8;      // idle connections

class CountUp {
  public:
    explicit CountUp(std::atomic<int>& count) : count_(count) { before_ = count_.fetch_add(1); }
    ~CountUp() { release(); }
    void release() {
        if (counted_) count_.fetch_sub(1);
        counted_ = false;
    }
    int before() const { return before_; }

  private:
    std::atomic<int>& count_;
    int before_ = 0;
    bool counted_ = true;
};

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
// Each caller runs its own work in its own thread, inside a savepoint, and passes the open transaction on to the next
// in line; the last in line commits for all. With one caller this costs nothing; under load the group grows by itself.
// waiting_ is raised before the lock is asked for: whoever skips the commit is certain to have a successor.

void SqliteEngine::write(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) {
    const auto asked = std::chrono::steady_clock::now();
    CountUp counted(waiting_);
    if (counted.before() >= waiting_limit) throw StoreError(Trouble::Busy, "too many callers are waiting to write");
    std::unique_lock lock(writing_);
    counted.release();

    std::exception_ptr refused;
    const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - asked);
    const int left_ms = wait_ms - static_cast<int>(std::min<std::int64_t>(waited.count(), wait_ms));
    bool joined = false;
    try {
        if (stop.load()) throw StoreError(Trouble::Interrupted, "interrupted while waiting to write");
        if (left_ms <= 0 && wait_ms > 0) throw StoreError(Trouble::Busy, "waited too long to write");
        if (!group_) begin(left_ms, stop);
        run_alone_or_in_savepoint(work);
        joined = true;
        ++group_->size;
    } catch (...) {
        refused = std::current_exception();
    }
    const std::shared_ptr<Group> group = group_;
    if (group) {
        if (waiting_.load() == 0 || group->size >= group_limit) {
            group_ = nullptr;
            commit(group);
        } else if (joined) {
            lock.unlock();
            group->done.wait(false, std::memory_order_acquire);
        }
    }
    if (refused) std::rethrow_exception(refused);
    if (group->failure) std::rethrow_exception(group->failure);
}

void SqliteEngine::begin(int wait_ms, const StopFlag& stop) {
    if (!writer_) {
        writer_ = std::make_unique<SqliteConnection>(path_, Access::ReadWrite);
        check_file(*writer_, path_);
    }
    writer_->wait_until(std::chrono::steady_clock::now() + std::chrono::milliseconds(wait_ms), &stop);
    try {
        writer_->step(SqliteConnection::Step::Begin);
    } catch (const StoreError& error) {
        writer_->wait_until({}, nullptr);
        if (stop.load()) throw StoreError(Trouble::Interrupted, error.what());
        throw;
    }
    writer_->wait_until(std::chrono::steady_clock::now() + std::chrono::seconds(5), nullptr);
    group_ = std::make_shared<Group>();
}

// The first of a group needs no savepoint: when it is refused there is nothing else to keep.
void SqliteEngine::run_alone_or_in_savepoint(const std::function<void(Connection&)>& work) {
    const bool first = group_->size == 0;
    if (!first) writer_->step(SqliteConnection::Step::Savepoint);
    try {
        work(*writer_);
        if (!first) writer_->step(SqliteConnection::Step::Release);
    } catch (...) {
        if (!first && writer_->in_transaction()) {
            writer_->run("ROLLBACK TO operation; RELEASE operation");
            throw;
        }
        // Some errors (disk full) have already rolled back everything, also for those who joined before.
        group_->failure = std::make_exception_ptr(StoreError(Trouble::Storage, "the shared transaction was lost"));
        end(std::exchange(group_, nullptr));
        if (first && writer_->in_transaction())
            writer_->run("ROLLBACK");
        else
            give_up_writer();
        throw;
    }
}

// Everyone in the group gets the outcome. After a failed commit the connection is not trusted again.
void SqliteEngine::commit(const std::shared_ptr<Group>& group) {
    try {
        writer_->step(SqliteConnection::Step::Commit);
    } catch (...) {
        group->failure = std::current_exception();
        give_up_writer();
    }
    end(group);
}

void SqliteEngine::end(const std::shared_ptr<Group>& group) {
    group->done.store(true, std::memory_order_release);
    group->done.notify_all();
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
    reader_back_.wait(lock, [&] { return !paused_; });
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
    if (reader && !paused_ && idle_readers_.size() < readers_kept) idle_readers_.push_back(std::move(reader));
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
        paused_ = true;
        reader_back_.wait(lock, [&] { return busy_readers_ == 0; });
        idle_readers_.clear();
    }
    // A group that is open is committed by the last of its members, who gets the lock before this thread is let in: it
    // counts as waiting, so nobody else ends the group. Ending it here keeps that promise.
    writing_.lock();
    if (group_) commit(std::exchange(group_, nullptr));
    writer_.reset();
}

void SqliteEngine::resume() {
    writing_.unlock();
    const std::lock_guard lock(readers_);
    paused_ = false;
    reader_back_.notify_all();
}

}  // namespace mvoi::store::sqlite
