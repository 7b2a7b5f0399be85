// SPDX-License-Identifier: EUPL-1.2
// A register in one SQLite file: WAL, synchronous=FULL, one writer connection with group commit, readers beside it.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/engine.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/write_queue.hpp"

namespace mvoi::store::sqlite {

class SqliteEngine : public Engine {
  public:
    // Opens the file and, unless read_only, creates and migrates it under a lock that other processes respect.
    //   path  absolute
    //   fill  called within that same transaction when the tables were made by another fold
    SqliteEngine(std::string path, bool read_only, int wait_ms, const std::function<void(Connection&)>& fill);
    ~SqliteEngine() override;

    void write(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) override;
    void read(const StopFlag& stop, const std::function<void(Connection&)>& work) override;
    bool backup(const StopFlag& stop, const std::string& path) override;
    // Connections that cross a fork share locks that the child does not hold.
    void pause() override;
    void resume() override;

  private:
    void lead(Job& own) noexcept;
    void run(Job& job, Group& group) noexcept;
    void begin(Job& job);
    void undo(Group& group, bool in_savepoint) noexcept;
    void commit(Group& group) noexcept;
    void give_up_writer() noexcept;
    std::unique_ptr<SqliteConnection> take_reader();
    void put_reader(std::unique_ptr<SqliteConnection> reader);

    const std::string path_;
    WriteQueue queue_;
    std::unique_ptr<SqliteConnection> writer_;  // of whoever leads

    std::mutex readers_;  // guards the members below
    std::condition_variable reader_back_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_readers_;
    int busy_readers_ = 0;
    bool reading_paused_ = false;
};

// Creates or migrates the file at path, under a lock; see schema/sqlite/. Throws Version for a file of a newer library.
void prepare_file(const std::string& path, int wait_ms, const std::function<void(Connection&)>& fill);
// Refuses a file that is no register, or one of a newer library.
void check_file(SqliteConnection& connection, const std::string& path);
// A register in memory alone, without entries.
std::unique_ptr<Connection> empty_register();
// Writes a copy of the register to a new file; see Engine::backup.
bool write_copy(const std::string& path, const StopFlag& stop, const std::string& copy);
// The number of the newest step in schema/sqlite/.
int schema_version();

}  // namespace mvoi::store::sqlite
