// SPDX-License-Identifier: EUPL-1.2
// A register that is not where it was opened any more: what was written goes into the file, and nobody is served. And
// locks that are not to be had back otherwise: all connections go, and are opened anew.
#include <chrono>
#include <thread>

#include "store/sqlite/sqlite_engine.hpp"

namespace mvoi::store::sqlite {

void SqliteEngine::refuse_when_gone() {
    const std::lock_guard lock(readers_);
    if (gone_) std::rethrow_exception(gone_);
}

// For who leads.
void SqliteEngine::look(Place::Check what) {
    refuse_when_gone();
    try {
        place_->check(what);
    } catch (const StoreError& error) {
        if (error.trouble == Trouble::Displaced) leave_the_place(std::current_exception());
        throw;
    }
}

// For who leads, or is the last. What stands in the log alone is put into the file, wherever that is by now: it was
// answered when it was there. Whoever comes to stand at the path is not to find anything of ours.
void SqliteEngine::leave_the_place(const std::exception_ptr& why) noexcept {
    bool put_away = !writer_;
    try {
        if (writer_ && place_->exists()) {
            if (writer_->in_transaction()) writer_->step(SqliteConnection::Step::Rollback);
            put_away = bring_log_in(SqliteConnection::Checkpoint::Truncate);
        }
    } catch (...) {  // the log stays where it is, and keeps others away
    }
    give_up_writer();
    const std::lock_guard lock(readers_);
    gone_ = why;
    idle_readers_.clear();
    if (put_away) place_->give_up_name();
}

void SqliteEngine::leave_when_gone() noexcept {
    try {
        look(Place::Check::Here);
    } catch (...) {  // it left, or could not look
    }
}

// SQLite does not wait for another who brings the log in, and he may have begun before the last was written.
bool SqliteEngine::bring_log_in(SqliteConnection::Checkpoint how) {
    const Deadline until = Clock::now() + a_moment;
    writer_->wait_until(until);
    while (!writer_->checkpoint(how)) {
        if (Clock::now() >= until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

// Somebody leads, and finds out.
void SqliteEngine::have_it_left() noexcept {
    constexpr int wait_ms = 1000;
    try {
        const StopFlag never{false};
        if (!read_only_) write(wait_ms, never, [](Connection&) {});
    } catch (...) {  // that was the purpose
    }
}

// For who leads and is told that others hold the register. A lock that the system failed to take back stands in this
// process until SQLite has closed the index, so until the last connection is closed; those in use go when they are
// done. False: there is none.
bool SqliteEngine::leave_stuck_locks() noexcept {
    if (!place_->keeps_others_out()) return false;
    give_up_writer();
    const std::lock_guard lock(readers_);
    ++generation_;
    idle_readers_.clear();
    return true;
}

// The same for a reader: somebody leads, and does it.
bool SqliteEngine::have_stuck_locks_left() noexcept {
    if (!place_->keeps_others_out()) return false;
    if (read_only_) return leave_stuck_locks();
    stuck_ = true;
    have_it_left();
    return true;
}

bool SqliteEngine::stands() noexcept {
    try {
        refuse_when_gone();
        place_->check(Place::Check::Here);
        return true;
    } catch (const StoreError& error) {
        if (error.trouble != Trouble::Displaced) return true;
    } catch (...) {
        return true;
    }
    have_it_left();
    return false;
}

}  // namespace mvoi::store::sqlite
