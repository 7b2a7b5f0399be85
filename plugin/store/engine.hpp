// SPDX-License-Identifier: EUPL-1.2
// The interface of a database to the store: named statements, transactions, one writer at a time. sqlite/ is the
// embedded default; another engine stands behind the same interface, and engines.cpp chooses.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/date.hpp"

namespace mvoi::store {

// Changed: what was being read was changed by others, and is to be read again. Full: the disk, or the files that a
// process may have open. Damaged: what was read is not what was written. Displaced: the path of the register no longer
// leads to the file that was opened, for good. Storage: it could not be read or written.
enum class Trouble { Busy, Changed, Full, Storage, Damaged, Displaced, Version, Interrupted, Limit };

// The database could not do it. Nothing of the transaction remains. (No memory is std::bad_alloc, as it is elsewhere.)
struct StoreError : std::runtime_error {
    StoreError(Trouble trouble_, const std::string& detail) : std::runtime_error(detail), trouble(trouble_) {}
    // With a sentence of its own in schema/messages/, and the words in it.
    StoreError(Trouble trouble_, std::string rule_, std::map<std::string, std::string> words_)
        : std::runtime_error(rule_ + " " + words_["place"] + " " + words_["value"]),
          trouble(trouble_),
          rule(std::move(rule_)),
          words(std::move(words_)) {}
    Trouble trouble;
    std::string rule;  // empty: the sentence of its trouble
    std::map<std::string, std::string> words;
};

// Does the work, and does it over when what it read was changed meanwhile. So it must begin from nothing each time.
template <typename Work>
auto steadily(const Work& work) {
    constexpr int tries_at_most = 8;
    for (int tries = 1;; ++tries) try {
            return work();
        } catch (const StoreError& error) {
            if (error.trouble != Trouble::Changed || tries == tries_at_most) throw;
        }
}

// One statement of schema/queries/, prepared once per connection. Columns and parameters count from 0 and from 1.
// Binding what the statement does not have, or a step before all is bound, is a fault of the library: std::logic_error.
class Statement {
  public:
    virtual ~Statement() = default;
    // False: it is in use.
    bool take() { return !std::exchange(in_use_, true); }
    void leave() {
        in_use_ = false;
        reset();
    }
    virtual void bind(int parameter, std::int64_t value) = 0;
    virtual void bind(int parameter, std::string_view text) = 0;  // copies the text
    virtual void bind_null(int parameter) = 0;
    virtual bool step() = 0;  // true: there is a row
    virtual void reset() = 0;
    virtual std::int64_t integer(int column) = 0;
    virtual std::string_view text(int column) = 0;  // valid until the next step() or reset()
    virtual bool is_null(int column) = 0;
    virtual int columns() = 0;

  private:
    bool in_use_ = false;
};

// A connection inside a transaction. Used by one thread at a time.
class Connection {
  public:
    virtual ~Connection() = default;
    virtual Statement& statement(std::string_view name) = 0;  // schema/queries/<name>.sql
    virtual void run(const std::string& sql) = 0;             // a script
    virtual std::int64_t number(const std::string& sql) = 0;  // the one value of a statement that is used once

    // Makes the tables of the fold (store/fold/tables.hpp) anew, empty.
    virtual void make_tables() = 0;
    // Runs work, and says of each of these tables how many rows are not the same before and after; those without a
    // difference are left out.
    using Differences = std::vector<std::pair<std::string, std::int64_t>>;
    virtual Differences differences_by(const std::function<void()>& work) = 0;
    // The rows of a table of the fold, each as one text.
    virtual void each_row(const std::string& table, const std::function<void(std::string_view)>& visit) = 0;
    // The tables, indices and triggers of the register by name, each with the text that made it.
    virtual std::map<std::string, std::string> layout() = 0;
};

// Runs one statement: binds in order, resets when it goes out of scope. Others of the connection may run at the same
// time; a second use of this one before the first is over is a fault of the library: std::logic_error.
class Query {
  public:
    Query(Connection& connection, std::string_view name) : statement_(connection.statement(name)) {
        if (!statement_.take()) throw std::logic_error("a query within itself: " + std::string(name));
    }
    ~Query() { statement_.leave(); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& with(std::int64_t value) { return statement_.bind(++bound_, value), *this; }
    Query& with(int value) { return with(std::int64_t{value}); }
    Query& with(std::string_view text) { return statement_.bind(++bound_, text), *this; }
    Query& with(const std::string& text) { return with(std::string_view(text)); }
    Query& with(const char* text) { return with(std::string_view(text)); }
    Query& with(domain::Date day) { return with(std::string_view(domain::to_text(day))); }
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
    std::optional<domain::Date> day(int column) { return domain::parse_date(statement_.text(column)); }

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
    // exception comes out here, and nowhere else. Work of several threads may share one commit; when that fails all of
    // them get the error. Waits at most wait_ms for other writers (and a moment in any case, for
    // one of this process to take it along), then throws Busy. Once work has returned, stop is
    // looked at no more.
    virtual void write(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) = 0;
    // The same for long work: it shares its commit with nobody, so that nobody waits for it who did not say so, and
    // stop is looked at while it runs.
    virtual void write_alone(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) = 0;

    // Runs work on a consistent snapshot. Never waits for writers; another process that has the whole file to itself,
    // for a moment of repair, is waited for at most wait_ms.
    virtual void read(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) = 0;
    void read(const StopFlag& stop, const std::function<void(Connection&)>& work) { read(5000, stop, work); }

    // Writes a compact copy to a new file, whole and durable or not at all. False: there is something by that name.
    // Never waits for writers.
    virtual bool backup(const StopFlag& stop, const std::string& path) = 0;

    // True when this is the file of that full name, under whatever name.
    virtual bool is_at(const std::string& full_name) const = 0;
    // Puts a copy of this register in the place of the one at that full name, or where there is none: whole and
    // durable, checked by check, or not at all. The old one, and what lay beside it, is kept; gives the name of that,
    // or nothing. Throws Busy when anybody has that register open.
    virtual std::string put_in_place(const StopFlag& stop, const std::string& full_name,
                                     const std::function<void(Connection&)>& check) = 0;

    // False: the path of the register no longer leads to the file that was opened. What was written through it is then
    // in that file, as far as it can still be put there, and every later call is refused.
    virtual bool stands() noexcept = 0;
    // Puts all that was written into the register itself and empties the log beside it. False: somebody who reads from
    // it held that up for too long.
    virtual bool empty_log(int wait_ms) = 0;

    // Closes every connection before a fork. Called when nobody is inside (gate.hpp).
    virtual void let_go() noexcept = 0;
};

// ---- engines.cpp ----------------------------------------------------------------------------------------------------

// True when a register, or a copy of one, can have this name: SQLite takes it for that of a file.
bool is_file_name(std::string_view name);
// The one name of a register: the same from whatever folder and by whatever link it is named.
std::string full_name(const std::string& name);
// Opens, and unless read_only creates, the register of this full name. Throws StoreError.
//   fill  called within a transaction when the tables of the fold are to be made anew
std::unique_ptr<Engine> open_engine(const std::string& full_name, bool read_only,
                                    std::chrono::steady_clock::time_point deadline,
                                    const std::function<void(Connection&)>& fill);
// In the child of a fork: the files that are open belong to the parent.
void forget_open_files() noexcept;
// A register without entries that is nowhere but in memory, and goes with its connection.
std::unique_ptr<Connection> empty_register();
// The same, in a file without a name, for as much as the disk holds.
std::unique_ptr<Connection> scratch_register();
// The number of the newest schema of register files that this library knows.
int schema_version();

}  // namespace mvoi::store
