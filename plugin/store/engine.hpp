// SPDX-License-Identifier: EUPL-1.2
// What the store needs of a database: named statements, transactions, one writer at a time. sqlite/ is the embedded
// default; another engine stands behind the same interface.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace mvoi::store {

enum class Trouble { Busy, Storage, Version, Interrupted, Limit };

// The database could not do it. Nothing of the transaction remains.
struct StoreError : std::runtime_error {
    StoreError(Trouble trouble_, const std::string& detail) : std::runtime_error(detail), trouble(trouble_) {}
    Trouble trouble;
};

// One statement of schema/queries/, prepared once per connection. Columns and parameters count from 0 and from 1.
class Statement {
  public:
    virtual ~Statement() = default;
    virtual void bind(int parameter, std::int64_t value) = 0;
    virtual void bind(int parameter, std::string_view text) = 0;  // the text must outlive the next step()
    virtual void bind_null(int parameter) = 0;
    virtual bool step() = 0;  // true: there is a row
    virtual void reset() = 0;
    virtual std::int64_t integer(int column) = 0;
    virtual std::string_view text(int column) = 0;  // valid until the next step() or reset()
    virtual bool is_null(int column) = 0;
    virtual int columns() = 0;
};

// A connection inside a transaction. Used by one thread at a time.
class Connection {
  public:
    virtual ~Connection() = default;
    virtual Statement& statement(std::string_view name) = 0;  // schema/queries/<name>.sql
    virtual void run(const std::string& sql) = 0;             // a script, such as schema/sqlite/fold.sql
    virtual std::int64_t number(const std::string& sql) = 0;  // the one value of a statement that is used once
};

// Runs one statement: binds in order, resets when it goes out of scope.
class Query {
  public:
    Query(Connection& connection, std::string_view name) : statement_(connection.statement(name)) {}
    ~Query() { statement_.reset(); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& with(std::int64_t value) { return statement_.bind(++bound_, value), *this; }
    Query& with(int value) { return with(std::int64_t{value}); }
    Query& with(std::string_view text) { return statement_.bind(++bound_, text), *this; }
    Query& with(const std::string& text) { return with(std::string_view(text)); }
    Query& with(const char* text) { return with(std::string_view(text)); }
    template <typename T>
    Query& with(const std::optional<T>& value) {
        if (value) return with(*value);
        statement_.bind_null(++bound_);
        return *this;
    }
    // To run it once more, with other values.
    Query& again() {
        statement_.reset();
        bound_ = 0;
        return *this;
    }
    bool step() { return statement_.step(); }
    void run() {
        while (statement_.step()) {
        }
    }
    std::int64_t integer(int column) { return statement_.integer(column); }
    std::string text(int column) { return std::string(statement_.text(column)); }
    bool is_null(int column) { return statement_.is_null(column); }

  private:
    Statement& statement_;
    int bound_ = 0;
};

// Set by another thread to stop what runs; looked at between steps of long work and while waiting.
using StopFlag = std::atomic<bool>;

class Engine {
  public:
    virtual ~Engine() = default;

    // Runs work in a write transaction and returns when it is durable. If work throws, nothing of it remains and the
    // exception comes out here. Work of several threads may share one commit; when that fails all of them get the
    // error. Waits at most wait_ms for other writers, then throws Busy.
    virtual void write(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) = 0;

    // Runs work on a consistent snapshot. Never waits for writers.
    virtual void read(const StopFlag& stop, const std::function<void(Connection&)>& work) = 0;

    // Writes a compact copy to a file that does not exist yet. Never waits for writers.
    virtual void backup(const StopFlag& stop, const std::string& path) = 0;
};

}  // namespace mvoi::store
