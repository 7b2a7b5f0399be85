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

namespace mvoi::store::sqlite {

class SqliteEngine : public Engine {
  public:
    // Opens the file and, unless read_only, creates and migrates it under a lock that other processes respect.
    //   rebuild  called within that same transaction when the tables were made by another fold
    SqliteEngine(std::string path, bool read_only, int wait_ms, const std::function<void(Connection&)>& rebuild);
    ~SqliteEngine() override;

    void write(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) override;
    void read(const StopFlag& stop, const std::function<void(Connection&)>& work) override;
    void backup(const StopFlag& stop, const std::string& path) override;

    // Around fork(): waits until no transaction runs, closes every connection, and keeps new ones out until resume().
    // Connections that cross a fork share locks that the child does not hold.
    void pause();
    void resume();

  private:
    // Those who share one commit. Whoever finds nobody waiting behind him commits for all.
    struct Group {
        std::atomic<bool> done{false};  // waited for without the lock: waking does not queue up behind new writers
        std::exception_ptr failure;     // set before done
        int size = 0;
    };

    void begin(int wait_ms, const StopFlag& stop);
    void run_alone_or_in_savepoint(const std::function<void(Connection&)>& work);
    void commit(const std::shared_ptr<Group>& group);
    static void end(const std::shared_ptr<Group>& group);
    void give_up_writer();
    std::unique_ptr<SqliteConnection> take_reader();
    void put_reader(std::unique_ptr<SqliteConnection> reader);

    const std::string path_;
    const bool read_only_;

    std::atomic<int> waiting_{0};  // writers that asked for writing_ and do not have it yet
    std::mutex writing_;           // guards writer_ and group_
    std::unique_ptr<SqliteConnection> writer_;
    std::shared_ptr<Group> group_;

    std::mutex readers_;  // guards the members below
    std::condition_variable reader_back_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_readers_;
    int busy_readers_ = 0;
    bool paused_ = false;
};

// Creates or migrates the file at path, under a lock; see schema/sqlite/. Throws Version for a file of a newer library.
void prepare_file(const std::string& path, int wait_ms, const std::function<void(Connection&)>& rebuild);
// Refuses a file that is no register, or one of a newer library.
void check_file(SqliteConnection& connection, const std::string& path);
// The number of the newest step in schema/sqlite/.
int schema_version();

}  // namespace mvoi::store::sqlite
