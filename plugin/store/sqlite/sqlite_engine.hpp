// SPDX-License-Identifier: EUPL-1.2
// A register in one SQLite file: WAL, synchronous=FULL, one writer connection with group commit, readers beside it.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/engine.hpp"
#include "store/gate.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/opening.hpp"
#include "store/sqlite/write_queue.hpp"

namespace mvoi::store::sqlite {

class SqliteEngine : public Engine {
  public:
    // Opens the file and, unless read_only, creates and migrates it under a lock that other processes respect.
    //   path  absolute
    //   fill  called within that same transaction when the tables were made by another fold
    SqliteEngine(std::string path, bool read_only, Deadline deadline, const std::function<void(Connection&)>& fill);
    ~SqliteEngine() override;

    using Engine::read;
    void write(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) override;
    void write_alone(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) override;
    void read(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) override;
    bool backup(const StopFlag& stop, const std::string& path) override;
    bool is_at(const std::string& full_name) const override;
    std::string put_in_place(const StopFlag& stop, const std::string& full_name,
                             const std::function<void(Connection&)>& check) override;
    bool stands() noexcept override;
    bool empty_log(int wait_ms) override;
    // Connections that cross a fork share locks that the child does not hold.
    void let_go() noexcept override;

  private:
    static constexpr std::chrono::seconds a_moment{1};  // for another process that has come in between

    void write(Job& job);
    void lead(Job& own) noexcept;
    void run(Job& job, Group& group) noexcept;
    void begin(Job& job);
    void begin_writing();
    void undo(Group& group, bool in_savepoint) noexcept;
    void commit(Group& group) noexcept;
    void take_back() noexcept;
    void give_up_writer() noexcept;
    void look(Place::Check what);
    void refuse_when_gone();
    void leave_the_place(const std::exception_ptr& why) noexcept;
    void leave_when_gone() noexcept;
    bool bring_log_in(SqliteConnection::Checkpoint how);
    void have_it_left() noexcept;
    bool leave_stuck_locks() noexcept;
    bool have_stuck_locks_left() noexcept;
    bool makes() const { return !read_only_ && may_write(path_); }
    bool log_has_grown() noexcept;
    void keep_log_short() noexcept;
    std::unique_ptr<SqliteConnection> take_reader();
    std::unique_ptr<SqliteConnection> begin_reading(Deadline deadline, const StopFlag& stop);
    void put_reader(std::unique_ptr<SqliteConnection> reader) noexcept;

    const std::string path_;
    const bool read_only_;
    std::shared_ptr<Place> place_;  // it goes after the connections
    WriteQueue queue_;
    std::unique_ptr<SqliteConnection> writer_;  // of whoever leads, and so is the next
    std::atomic<bool> stuck_ = false;           // a lock may be: the next who leads looks
    int looked_after_ = 0;                      // the pages of the log when it was last brought into the file
    const std::exception_ptr lost_;             // made ahead: it may be needed when there is no memory

    std::mutex readers_;  // guards the members below
    std::vector<std::unique_ptr<SqliteConnection>> idle_readers_;
    int generation_ = 0;       // readers of an earlier one are not kept
    std::exception_ptr gone_;  // why every call is refused from now on
};

// Creates or migrates the file at path, under a lock; see schema/sqlite/. Throws Version for a file of a newer library,
// and Busy, at once, when another process does the same or writes.
std::shared_ptr<Place> prepare_file(const std::string& path, const std::function<void(Connection&)>& fill);
// Refuses a file that is no register, or one of a newer library.
void check_file(SqliteConnection& connection, const std::string& path);
// A register in memory alone, without entries.
std::unique_ptr<Connection> empty_register();
std::unique_ptr<Connection> scratch_register();
// Writes a copy of the register to a new file; see Engine::backup.
bool write_copy(const std::shared_ptr<Place>& place, bool makes, const StopFlag& stop, const std::string& copy);
// Puts a copy in the place of another register; see Engine::put_in_place.
std::string replace_with_copy(const std::shared_ptr<Place>& place, bool makes, const StopFlag& stop,
                              const std::string& full_name, const std::function<void(Connection&)>& check);
// The number of the newest step in schema/sqlite/.
int schema_version();

}  // namespace mvoi::store::sqlite
