// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/sqlite_engine.hpp"

#include <utility>

#include "store/soundness.hpp"

namespace mvoi::store::sqlite {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t readers_kept = 8;  // idle connections
constexpr auto group_time = 50ms;        // a group is closed to others after it
constexpr int checkpoint_pages = 1000;   // of 4 KiB: the log is brought into the file each time it grew by so many

// From so many pages on, readers are waited for so long.
struct Wait {
    int above;
    std::chrono::milliseconds wait;
};
constexpr Wait waits_for_readers[] = {{14336, 5000ms}, {12288, 1000ms}, {8192, 250ms}, {4096, 50ms}};

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

SqliteEngine::SqliteEngine(std::string path, bool read_only, Deadline deadline,
                           const std::function<void(Connection&)>& fill)
    : path_(std::move(path)),
      read_only_(read_only),
      lost_(std::make_exception_ptr(StoreError(Trouble::Storage, "the transaction was lost"))) {
    idle_readers_.reserve(readers_kept);  // giving one back never fails
    const StopFlag never{false};
    Patience::until_done(deadline, never, [&] {
        place_ = read_only_ ? Place::of(path_) : prepare_file(path_, fill);
        auto reader = open_reader(place_, makes());
        check_file(*reader, path_);
        idle_readers_.push_back(std::move(reader));
    });
}

// A register that was moved while nothing was asked of it gets what was written to it. What was written is in the file
// itself when the last writer ends, also while others still read: a log in which nobody writes is easily taken away.
SqliteEngine::~SqliteEngine() {
    if (writer_) leave_when_gone();
    if (writer_) try {
            bring_log_in(SqliteConnection::Checkpoint::Passive);
        } catch (...) {  // it stays in the log
        }
}

// ---- writing --------------------------------------------------------------------------------------------------------
//
// Callers queue up, and one of them leads (write_queue.hpp): he runs his own work and that of everyone behind him in
// one transaction, until the queue is empty or the group is full, and commits for all. With one caller this costs
// nothing; under load the group grows by itself. Nobody waits for another thread to be scheduled between two pieces of
// work: handing the lock from thread to thread cost more than the work.

void SqliteEngine::write(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) {
    Job job(work, stop, deadline_after(wait_ms), false);
    write(job);
}

void SqliteEngine::write_alone(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) {
    Job job(work, stop, deadline_after(wait_ms), true);
    write(job);
}

void SqliteEngine::write(Job& job) {
    const Inside inside(job.deadline, job.stop);
    if (queue_.wait_for_turn(job)) lead(job);
    if (job.failure) std::rethrow_exception(job.failure);
}

void SqliteEngine::lead(Job& own) noexcept {
    Lead lead(queue_);
    const Deadline full = Clock::now() + group_time;
    run(own, lead.group);
    while (!own.alone && !lead.group.full() && Clock::now() < full) {
        Job* job = queue_.next();
        if (!job) break;
        run(*job, lead.group);
    }
    if (lead.group.empty()) return;
    commit(lead.group);
    if (lead.group.empty() || !log_has_grown()) return;
    for (Job* job : lead.group) WriteQueue::end(*job);  // of all callers only the leader waits for what follows
    lead.group.clear();
    keep_log_short();
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
        if (job.alone) writer_->stop_with(&job.stop);
        job.work(*writer_);
        if (job.alone) writer_->stop_with(nullptr);
        if (!first) writer_->step(SqliteConnection::Step::Release);
        group.add(job);
        return;
    } catch (const StoreError& error) {
        damaged = error.trouble == Trouble::Storage || error.trouble == Trouble::Damaged;
        job.failure = std::current_exception();
    } catch (...) {
        job.failure = std::current_exception();
    }
    if (writer_ && job.alone) writer_->stop_with(nullptr);
    if (begun) undo(group, !first);
    if (first && begun && damaged) give_up_writer();
    // Some errors (disk full) have rolled back everything already, also for those who joined before.
    if (!group.empty() && !writer_->in_transaction()) {
        fail(group, lost_);
        give_up_writer();
    }
    WriteQueue::end(job);
}

// A fork between two attempts takes the connection away.
void SqliteEngine::begin(Job& job) {
    Patience::until_done(job.deadline, job.stop, [&] {
        look(Place::Check::AloneToo);
        if (stuck_.exchange(false)) leave_stuck_locks();
        try {
            begin_writing();
        } catch (const StoreError& error) {
            if (error.trouble != Trouble::Busy || !leave_stuck_locks()) throw;
            begin_writing();
        }
    });
}

// Nothing is added to a register that contradicts itself. A place that refuses says nothing against the connection: it
// stays, and with it the log that only it may put away.
void SqliteEngine::begin_writing() {
    if (!writer_) {
        auto writer = open_writer(place_);
        check_file(*writer, path_);
        writer->step(SqliteConnection::Step::BeginRead);  // others write: journal and tables of one moment
        refuse_contradiction(*writer);
        writer->step(SqliteConnection::Step::Commit);
        writer_ = std::move(writer);
        looked_after_ = 0;
    }
    try {
        writer_->step(SqliteConnection::Step::Begin);
    } catch (const StoreError& error) {
        if (error.trouble == Trouble::Storage || error.trouble == Trouble::Damaged) give_up_writer();
        throw;
    }
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

// Everyone in the group gets the outcome. After a failed commit the connection is not trusted again. A commit counts
// only when it is in the file to which the path leads.
void SqliteEngine::commit(Group& group) noexcept {
    try {
        writer_->step(SqliteConnection::Step::Commit);
    } catch (...) {
        const auto failure = std::current_exception();
        take_back();
        fail(group, failure);
        give_up_writer();
        return;
    }
    try {
        look(Place::Check::Here);
    } catch (const StoreError& error) {
        if (error.trouble == Trouble::Displaced) fail(group, std::current_exception());
    } catch (...) {
        fail(group, std::current_exception());
    }
}

// When the disk fails at the last step of a commit, all of it stands in the log, and whoever repairs the register after
// a crash would find it. So before anybody hears that it failed, a commit that changes nothing is written over its
// beginning: what stands behind that no longer fits. A disk that refuses this too has the last word.
void SqliteEngine::take_back() noexcept {
    for (int tries = 0; tries < 2; ++tries) try {
            if (tries > 0) writer_ = open_writer(place_);
            if (writer_->in_transaction()) writer_->step(SqliteConnection::Step::Rollback);
            writer_->wait_until(Clock::now() + a_moment);
            writer_->step(SqliteConnection::Step::Begin);
            writer_->run("PRAGMA user_version = " + std::to_string(schema_version()));
            writer_->step(SqliteConnection::Step::Commit);
            return;
        } catch (...) {  // once more, with another connection
        }
}

// Closing rolls back what is left.
void SqliteEngine::give_up_writer() noexcept {
    writer_.reset();
}

bool SqliteEngine::log_has_grown() noexcept {
    const int pages = writer_->log_pages();
    if (pages < looked_after_) looked_after_ = 0;  // it began anew
    return pages - looked_after_ >= checkpoint_pages;
}

// The log begins anew by itself only when at some commit nobody reads from it; readers that overlap would let it grow
// without end. Above a size it is waited for them: they are moved to the file as they come, so that this takes as long
// as the longest of them reads. The longer the log, the longer the wait, and as long nobody writes.
void SqliteEngine::keep_log_short() noexcept {
    const int pages = looked_after_ = writer_->log_pages();
    try {
        writer_->checkpoint(SqliteConnection::Checkpoint::Passive);
        for (const auto& [above, wait] : waits_for_readers) {
            if (pages < above) continue;
            writer_->wait_until(Clock::now() + wait);
            const bool anew = writer_->checkpoint(SqliteConnection::Checkpoint::Restart);
            writer_->wait_until({});
            if (anew) looked_after_ = 0;
            return;
        }
    } catch (...) {
        give_up_writer();  // the commit stands; the next writer tries again
    }
}

// ---- reading --------------------------------------------------------------------------------------------------------

std::unique_ptr<SqliteConnection> SqliteEngine::take_reader() {
    for (;;) {
        std::unique_ptr<SqliteConnection> reader;
        {
            const std::lock_guard lock(readers_);
            if (gone_) std::rethrow_exception(gone_);
            if (idle_readers_.empty()) break;
            reader = std::move(idle_readers_.back());
            idle_readers_.pop_back();
        }
        if (!reader->lie || *reader->lie == place_->lie()) return reader;
    }
    auto reader = open_reader(place_, makes());
    const std::lock_guard lock(readers_);
    reader->generation = generation_;
    return reader;
}

void SqliteEngine::put_reader(std::unique_ptr<SqliteConnection> reader) noexcept {
    const std::lock_guard lock(readers_);
    if (!gone_ && reader->generation == generation_ && idle_readers_.size() < readers_kept)
        idle_readers_.push_back(std::move(reader));
}

// On its snapshot: from here on nobody is in the way.
std::unique_ptr<SqliteConnection> SqliteEngine::begin_reading(Deadline deadline, const StopFlag& stop) {
    const auto begun = [&] {
        auto reader = take_reader();
        place_->check(reader->lie ? Place::Check::Here : Place::Check::AloneToo);
        reader->step(SqliteConnection::Step::BeginRead);
        reader->step(SqliteConnection::Step::Snapshot);
        return reader;
    };
    try {
        return Patience::until_done(deadline, stop, [&] {
            try {
                return begun();
            } catch (const StoreError& error) {
                if (error.trouble != Trouble::Busy || !have_stuck_locks_left()) throw;
            }
            return begun();
        });
    } catch (const StoreError& error) {
        if (error.trouble == Trouble::Displaced) have_it_left();
        throw;
    }
}

// A connection on which something failed is not used again.
void SqliteEngine::read(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) {
    const Deadline deadline = deadline_after(wait_ms);
    const Inside inside(deadline, stop);
    auto reader = begin_reading(deadline, stop);
    const auto changed = [&] { return reader->lie && *reader->lie != place_->lie(); };
    try {
        reader->stop_with(&stop);
        work(*reader);
        reader->stop_with(nullptr);
    } catch (...) {
        const auto failure = std::current_exception();
        if (changed()) throw StoreError(Trouble::Changed, path_);
        try {
            reader->stop_with(nullptr);
            if (reader->in_transaction()) reader->step(SqliteConnection::Step::Rollback);
            put_reader(std::move(reader));
        } catch (...) {  // of no more use
        }
        std::rethrow_exception(failure);
    }
    reader->step(SqliteConnection::Step::Commit);
    if (changed()) throw StoreError(Trouble::Changed, path_);
    put_reader(std::move(reader));
}

bool SqliteEngine::backup(const StopFlag& stop, const std::string& path) {
    const Inside inside(deadline_after(0), stop);
    refuse_when_gone();
    return write_copy(place_, makes(), stop, path);
}

bool SqliteEngine::is_at(const std::string& full_name) const {
    return full_name == path_ || state_of(full_name).id == state_of(path_).id;
}

std::string SqliteEngine::put_in_place(const StopFlag& stop, const std::string& full_name,
                                       const std::function<void(Connection&)>& check) {
    const Inside inside(deadline_after(0), stop);
    refuse_when_gone();
    return replace_with_copy(place_, makes(), stop, full_name, check);
}

bool SqliteEngine::empty_log(int wait_ms) {
    const StopFlag never{false};
    const Deadline deadline = deadline_after(wait_ms);
    const Inside inside(deadline, never);
    const auto writer = open_writer(place_);
    writer->wait_until(deadline);
    return writer->checkpoint(SqliteConnection::Checkpoint::Truncate);
}

// ---- fork -----------------------------------------------------------------------------------------------------------

void SqliteEngine::let_go() noexcept {
    if (writer_) leave_when_gone();
    const std::lock_guard lock(readers_);
    idle_readers_.clear();
    writer_.reset();
}

}  // namespace mvoi::store::sqlite
