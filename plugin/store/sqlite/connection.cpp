// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/connection.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <new>
#include <stdexcept>
#include <thread>

#include "resources/resources.hpp"
#include "store/fold/tables.hpp"
#include "store/queries.hpp"
#include "store/sqlite/guest.hpp"

namespace mvoi::store::sqlite {

void fail(sqlite3* database, int code) {
    if (code == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM) throw std::bad_alloc();
    const char* const message = database ? sqlite3_errmsg(database) : nullptr;
    const int system = database ? sqlite3_system_errno(database) : 0;
    std::string detail = sqlite3_errstr(code);
    if (message && detail != message) detail += std::string(": ") + message;
    const char* const file = database ? sqlite3_db_filename(database, "main") : nullptr;
    if (file && *file) detail = std::string(file) + ": " + detail;
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:  // others came in between too often
            throw StoreError(Trouble::Busy, detail);
        case SQLITE_INTERRUPT:
            throw StoreError(Trouble::Interrupted, detail);
        case SQLITE_NOTADB:
            throw StoreError(Trouble::Damaged, "store.foreign", {{"value", file ? file : ""}});
        case SQLITE_CORRUPT:
            throw StoreError(Trouble::Damaged, detail);
        case SQLITE_FULL:
            throw StoreError(Trouble::Full, detail);
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
            if (system == ENOSPC || system == EDQUOT || system == EMFILE || system == ENFILE)
                throw StoreError(Trouble::Full, detail);
            throw StoreError(Trouble::Storage, detail);
        case SQLITE_READONLY:
            throw StoreError(Trouble::Storage, "store.unwritable", {{"value", file ? file : ""}});
        default:
            throw StoreError(Trouble::Storage, detail);
    }
}

// ---- statements -----------------------------------------------------------------------------------------------------

SqliteStatement::SqliteStatement(sqlite3* database, std::string_view sql) : database_(database) {
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &made, nullptr);
    statement_.reset(made);
    if (code != SQLITE_OK) fail(database, code);
    const int parameters = sqlite3_bind_parameter_count(made);
    for (int number = 1; number <= parameters; ++number)
        places_.push_back(sqlite3_bind_parameter_index(made, ("$" + std::to_string(number)).c_str()));
}

void SqliteStatement::misused(const std::string& how) const {
    throw std::logic_error(how + ": " + sqlite3_sql(statement_.get()));
}

// A place of 0 is a parameter that the statement does not have: its numbers do not go on from 1.
int SqliteStatement::bound(int parameter) {
    const auto index = static_cast<std::size_t>(parameter - 1);
    if (index >= places_.size() || places_[index] == 0) misused("no parameter $" + std::to_string(parameter));
    if (running_) misused("bound while it runs");
    bound_ |= std::uint64_t{1} << index;
    return places_[index];
}

void SqliteStatement::check(int code) const {
    if (code != SQLITE_OK) fail(database_, code);
}

void SqliteStatement::bind(int parameter, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), bound(parameter), value));
}

void SqliteStatement::bind(int parameter, std::string_view text) {
    const char* data = text.data() ? text.data() : "";
    check(sqlite3_bind_text(statement_.get(), bound(parameter), data, static_cast<int>(text.size()), SQLITE_TRANSIENT));
}

void SqliteStatement::bind_null(int parameter) {
    check(sqlite3_bind_null(statement_.get(), bound(parameter)));
}

bool SqliteStatement::step() {
    if (bound_ != (std::uint64_t{1} << places_.size()) - 1) misused("a parameter is not bound");
    running_ = true;
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    sqlite3_reset(statement_.get());
    fail(database_, code);
}

void SqliteStatement::reset() {
    running_ = false;
    bound_ = 0;
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
}

std::int64_t SqliteStatement::integer(int column) {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string_view SqliteStatement::text(int column) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    if (!bytes && sqlite3_errcode(database_) == SQLITE_NOMEM) throw std::bad_alloc();
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)))
                 : std::string_view();
}

bool SqliteStatement::is_null(int column) {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

int SqliteStatement::columns() {
    return sqlite3_column_count(statement_.get());
}

// ---- connections ----------------------------------------------------------------------------------------------------

namespace {

// The name of a file as SQLite takes it, and what else it is told.
struct Opened {
    std::string name;
    int flags;
    const char* files = nullptr;  // the part of SQLite that opens them; nullptr: its usual one
};

// Any file name as the path of a URI.
std::string as_uri(const std::string& path) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '/' || c == '.' || c == '-' || c == '_')
            uri += c;
        else
            uri.append(1, '%').append(1, digits[static_cast<unsigned char>(c) >> 4]).append(1, digits[c & 15]);
    }
    return uri;
}

Opened opened_as(const std::string& path, Access access) {
    switch (access) {
        case Access::ReadOnly:
            return {path, SQLITE_OPEN_READONLY};
        case Access::Guest:
            return {path, SQLITE_OPEN_READONLY, guest_files()};
        case Access::Leftover:
            return {path, SQLITE_OPEN_READONLY, leftover_files()};
        case Access::Closed:
            return {as_uri(path) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI};
        case Access::ReadWrite:
            return {path, SQLITE_OPEN_READWRITE};
        case Access::Memory:
            return {":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
        case Access::Scratch:
            return {"", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
    }
    throw std::logic_error("no such access");
}

bool only_reads(Access access) {
    return access == Access::ReadOnly || access == Access::Guest || access == Access::Closed ||
           access == Access::Leftover;
}

}  // namespace

SqliteConnection::SqliteConnection(const std::string& path, Access access, std::unique_ptr<Place::Use> use)
    : use_(std::move(use)) {
    const Opened as = opened_as(path, access);
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(as.name.c_str(), &opened, as.flags | SQLITE_OPEN_NOMUTEX, as.files);
    database_.reset(opened);  // there even when it could not be opened
    if (code == SQLITE_NOMEM || !opened) throw std::bad_alloc();
    if (code != SQLITE_OK) fail(opened, code);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    preamble(access);
}

SqliteConnection::~SqliteConnection() {
    if (use_) use_->about_to_close();
}

void SqliteConnection::say_use() {
    use_->begin();
}

void SqliteConnection::trust() {
    sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

// Set on each connection, in this order, each read back: a setting that silently did not take would be found out only
// by the power cut it was meant for.
void SqliteConnection::preamble(Access access) {
    sqlite3* const database = database_.get();
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_handler(database, busy, this);
    sqlite3_wal_hook(database, logged, this);  // instead of SQLite's own checkpoint, in the commit itself
    if (access == Access::ReadWrite) {
        expect("journal_mode=WAL", "wal");
        expect("synchronous=FULL", "2");
        expect("journal_size_limit=16777216", "16777216");  // bytes; what a log keeps of its file when it begins anew
        expect("secure_delete=ON", "1");                    // what is blacked out is overwritten, not only let go of
    } else if (only_reads(access)) {
        expect("query_only=ON", "1");
    }
    if (access == Access::Leftover) expect("locking_mode=EXCLUSIVE", "exclusive");  // so that the index is in memory
    // Savepoints keep what they may have to undo in a temporary file otherwise: one more file per group.
    expect("temp_store=MEMORY", "2");
    expect("cache_size=-16384", "-16384");  // KiB
    expect("foreign_keys=ON", "1");
    // Without it INSERT OR REPLACE deletes a row without the trigger that forbids it.
    expect("recursive_triggers=ON", "1");
    expect("trusted_schema=OFF", "0");
    expect("cell_size_check=ON", "1");
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
}

void SqliteConnection::expect(const std::string& pragma, const std::string& wanted) {
    std::string got = value("PRAGMA " + pragma);
    const std::string name = pragma.substr(0, pragma.find('='));
    if (got.empty()) got = value("PRAGMA " + name);
    if (got != wanted) throw StoreError(Trouble::Storage, "PRAGMA " + pragma + " stayed " + got);
}

Statement& SqliteConnection::statement(std::string_view name) {
    auto found = statements_.find(name);
    if (found != statements_.end()) return *found->second;
    const QueryText text = query_text(name);
    return *statements_.emplace(text.name, std::make_unique<SqliteStatement>(database_.get(), text.sql)).first->second;
}

void SqliteConnection::run(const std::string& sql) {
    const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(database_.get(), code);
}

void SqliteConnection::step(Step step) {
    static constexpr const char* sql[] = {"BEGIN",
                                          "PRAGMA user_version",
                                          "BEGIN IMMEDIATE",
                                          "SAVEPOINT operation",
                                          "RELEASE operation",
                                          "ROLLBACK TO operation",
                                          "ROLLBACK",
                                          "COMMIT"};
    auto& statement = steps_[static_cast<std::size_t>(step)];
    if (!statement) statement = std::make_unique<SqliteStatement>(database_.get(), sql[static_cast<std::size_t>(step)]);
    try {
        statement->step();
    } catch (...) {
        statement->reset();
        throw;
    }
    statement->reset();
}

// Changes from before the savepoint stay.
void SqliteConnection::undo_savepoint() {
    step(Step::RollbackTo);
    step(Step::Release);
}

std::int64_t SqliteConnection::number(const std::string& sql) {
    SqliteStatement statement(database_.get(), sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string SqliteConnection::value(const std::string& sql) {
    SqliteStatement statement(database_.get(), sql);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

void SqliteConnection::make_tables() {
    run(std::string(resources::file("sqlite/fold.sql")));
}

Connection::Differences SqliteConnection::differences_by(const std::function<void()>& work) {
    for (const std::string table : fold_tables)
        run("CREATE TEMP TABLE old_" + table + " AS SELECT * FROM main." + table);
    work();
    Differences differences;
    for (const std::string table : fold_tables) {
        const std::string now = "SELECT * FROM main." + table, old = "SELECT * FROM temp.old_" + table;
        const std::int64_t rows = number("SELECT (SELECT count(*) FROM (" + now + " EXCEPT " + old +
                                         ")) + (SELECT count(*) FROM (" + old + " EXCEPT " + now + "))");
        if (rows) differences.emplace_back(table, rows);
    }
    for (const std::string table : fold_tables) run("DROP TABLE temp.old_" + table);
    return differences;
}

void SqliteConnection::each_row(const std::string& table, const std::function<void(std::string_view)>& visit) {
    SqliteStatement rows(database_.get(), "SELECT * FROM main." + table);
    const int columns = rows.columns();
    std::string row;
    while (rows.step()) {
        row.clear();
        for (int column = 0; column < columns; ++column) {
            const std::string_view value = rows.text(column);
            row += rows.is_null(column) ? "-" : std::to_string(value.size());
            row.append(":").append(value);
        }
        visit(row);
    }
}

// An object that SQLite makes by itself has no text.
std::map<std::string, std::string> SqliteConnection::layout() {
    std::map<std::string, std::string> all;
    SqliteStatement objects(database_.get(), "SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL");
    while (objects.step()) all[std::string(objects.text(0)).append(" ").append(objects.text(1))] = objects.text(2);
    return all;
}

void SqliteConnection::wait_until(std::chrono::steady_clock::time_point deadline) {
    deadline_ = deadline;
}

void SqliteConnection::stop_with(const StopFlag* stop) {
    stop_ = stop;
    sqlite3_progress_handler(database_.get(), stop ? 2000 : 0, stop ? progress : nullptr, this);
}

bool SqliteConnection::checkpoint(Checkpoint how) {
    static constexpr int modes[] = {SQLITE_CHECKPOINT_PASSIVE, SQLITE_CHECKPOINT_RESTART, SQLITE_CHECKPOINT_TRUNCATE};
    const int code =
        sqlite3_wal_checkpoint_v2(database_.get(), "main", modes[static_cast<std::size_t>(how)], nullptr, nullptr);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) fail(database_.get(), code);
    return code == SQLITE_OK;
}

// Only what lasts a moment is waited for here: whoever may wait long does so with nothing in his hands (gate.hpp).
int SqliteConnection::busy(void* self, int) {
    auto& connection = *static_cast<SqliteConnection*>(self);
    if (connection.stop_ && connection.stop_->load(std::memory_order_relaxed)) return 0;
    if (std::chrono::steady_clock::now() >= connection.deadline_) return 0;
    std::this_thread::sleep_for(std::chrono::microseconds(200));
    return 1;
}

int SqliteConnection::logged(void* self, sqlite3*, const char*, int pages) {
    static_cast<SqliteConnection*>(self)->log_pages_ = pages;
    return SQLITE_OK;
}

int SqliteConnection::progress(void* self) {
    const auto& connection = *static_cast<SqliteConnection*>(self);
    return connection.stop_ && connection.stop_->load(std::memory_order_relaxed) ? 1 : 0;
}

}  // namespace mvoi::store::sqlite
