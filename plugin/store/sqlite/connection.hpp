// SPDX-License-Identifier: EUPL-1.2
// A thin layer over sqlite3: RAII, statements cached by name, every PRAGMA read back, errors as StoreError.
//
// Poco::Data::SQLite prepares a statement again at each execution and always begins deferred; under the write lock that
// costs as much as the sync itself, hence this layer.
#pragma once

#include <sqlite3.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/engine.hpp"
#include "store/sqlite/place.hpp"

namespace mvoi::store::sqlite {

class SqliteStatement : public Statement {
  public:
    SqliteStatement(sqlite3* database, std::string_view sql);
    void bind(int parameter, std::int64_t value) override;
    void bind(int parameter, std::string_view text) override;
    void bind_null(int parameter) override;
    bool step() override;
    void reset() override;
    std::int64_t integer(int column) override;
    std::string_view text(int column) override;
    bool is_null(int column) override;
    int columns() override;

  private:
    // The place of a parameter that is about to be bound.
    int bound(int parameter);
    void check(int code) const;
    [[noreturn]] void misused(const std::string& how) const;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    // SQLite numbers "$2" by first appearance; places_ leads from the number to SQLite's own.
    std::vector<int> places_;
    std::uint64_t bound_ = 0;  // a bit for each parameter
    bool running_ = false;     // between the first step and the end of the rows
};

// ReadOnly: makes the log and index beside the file where they are not there. Guest: reads with those that are there,
// and makes nothing. Closed: reads the file alone, of a register that nobody has open, without a lock. Leftover: the
// same, with the log that a process which was killed left. Memory: a database that is in no file. Scratch: a file
// without a name that goes with the connection.
enum class Access { ReadOnly, Guest, Closed, Leftover, ReadWrite, Memory, Scratch };

class SqliteConnection : public Connection {
  public:
    // Opens the file (ReadWrite creates it) and sets and reads back the preamble. Throws StoreError; Busy, at once,
    // when another process has the file to itself.
    //   use  the log and index beside the file, for a connection that uses them
    SqliteConnection(const std::string& path, Access access, std::unique_ptr<Place::Use> use = nullptr);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    Statement& statement(std::string_view name) override;
    void run(const std::string& sql) override;
    std::int64_t number(const std::string& sql) override;
    void make_tables() override;
    Differences differences_by(const std::function<void()>& work) override;
    void each_row(const std::string& table, const std::function<void(std::string_view)>& visit) override;
    std::map<std::string, std::string> layout() override;
    // The steps of a transaction, each prepared once.
    enum class Step { BeginRead, Snapshot, Begin, Savepoint, Release, RollbackTo, Rollback, Commit };
    void step(Step step);
    void undo_savepoint();
    // One value of a statement that is used once, such as a PRAGMA.
    std::string value(const std::string& sql);

    // From now on other processes are waited for at most until the deadline; without it they are not waited for.
    void wait_until(std::chrono::steady_clock::time_point deadline);
    // The pages in the write-ahead log as this connection last wrote to it.
    int log_pages() const { return log_pages_; }
    // Brings the log into the file. Restart: waits until nobody reads from the log, so that it begins anew with the
    // next commit. Truncate: leaves nothing in it. False: others were in the way.
    enum class Checkpoint { Passive, Restart, Truncate };
    bool checkpoint(Checkpoint how);
    // Stops a running statement soon after stop is set.
    void stop_with(const StopFlag* stop);
    bool in_transaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }
    sqlite3* handle() { return database_.get(); }
    // Says to other processes which log and index this connection uses, once it has opened them. Throws as Use::begin.
    void say_use();
    // The file, log and index were found to belong together. Until then closing leaves the log as it is.
    void trust();

    // Of a connection without locks: the files as they lay when it was opened. What it reads counts while they lie so.
    std::optional<Place::Lie> lie;
    // How often the engine had let go of all its connections when it opened this one.
    int generation = 0;

  private:
    static int busy(void* self, int tries);
    static int progress(void* self);
    static int logged(void* self, sqlite3*, const char*, int pages);
    void preamble(Access access);
    void expect(const std::string& pragma, const std::string& wanted);

    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };
    std::unique_ptr<Place::Use> use_;           // it goes last
    std::unique_ptr<sqlite3, Close> database_;  // it goes after its statements, which stand below
    std::unordered_map<std::string_view, std::unique_ptr<SqliteStatement>> statements_;
    std::array<std::unique_ptr<SqliteStatement>, 8> steps_;
    std::chrono::steady_clock::time_point deadline_{};
    const StopFlag* stop_ = nullptr;
    int log_pages_ = 0;
};

// The trouble that this connection just met, as StoreError or std::bad_alloc.
[[noreturn]] void fail(sqlite3* database, int code);

}  // namespace mvoi::store::sqlite
