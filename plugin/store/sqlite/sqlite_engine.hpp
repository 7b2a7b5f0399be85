// SPDX-License-Identifier: EUPL-1.2
// A register in one SQLite file: WAL, synchronous=FULL, one writer connection with group commit, readers beside it.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
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
    // One caller's work, from when it is queued until its transaction is durable or refused.
    struct Job {
        const std::function<void(Connection&)>& work;
        const StopFlag& stop;
        std::chrono::steady_clock::time_point deadline;
        enum State { Queued, Leads, Done };
        std::atomic<int> state{Queued};
        std::exception_ptr failure;  // set before state becomes Done
    };
    // Shared: whoever wakes a caller may still touch the job when that caller has gone on.
    using JobPointer = std::shared_ptr<Job>;
    using Group = std::vector<JobPointer>;  // those who share one commit

    void lead(const JobPointer& leader);
    void pass_the_lead();
    JobPointer next_job();
    void run(const JobPointer& job, Group& group);
    bool begin(Job& job);
    void commit(Group& group);
    static void end(Job& job);
    static void fail_group(Group& group, const std::exception_ptr& failure);
    void give_up_writer();
    std::unique_ptr<SqliteConnection> take_reader();
    void put_reader(std::unique_ptr<SqliteConnection> reader);

    const std::string path_;
    const bool read_only_;

    std::mutex queue_lock_;  // guards queue_, led_ and writing_paused_
    std::condition_variable queue_changed_;
    std::deque<JobPointer> queue_;
    bool led_ = false;  // somebody is the leader; writer_ is his alone
    bool writing_paused_ = false;
    std::unique_ptr<SqliteConnection> writer_;

    std::mutex readers_;  // guards the members below
    std::condition_variable reader_back_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_readers_;
    int busy_readers_ = 0;
    bool reading_paused_ = false;
};

// Creates or migrates the file at path, under a lock; see schema/sqlite/. Throws Version for a file of a newer library.
void prepare_file(const std::string& path, int wait_ms, const std::function<void(Connection&)>& rebuild);
// Refuses a file that is no register, or one of a newer library.
void check_file(SqliteConnection& connection, const std::string& path);
// The number of the newest step in schema/sqlite/.
int schema_version();

}  // namespace mvoi::store::sqlite
