// SPDX-License-Identifier: EUPL-1.2
// Creating and migrating a register file. Steps are the numbered files of schema/sqlite/; a released step is never
// edited. Step and number commit together. Opening, WAL and migration happen under a lock on a file beside the
// register: without it, processes that open a new file at the same moment fail at the journal_mode pragma.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <charconv>
#include <filesystem>

#include "mvoi.h"
#include "resources/resources.hpp"
#include "store/fold/fold.hpp"
#include "store/seal.hpp"
#include "store/sqlite/sqlite_engine.hpp"
#include "store/stamp.hpp"

namespace mvoi::store::sqlite {
namespace {

constexpr int application_id = 0x4D564F49;  // "MVOI"

struct Step {
    int version;
    std::string name;
    std::string sql;
};

std::vector<Step> steps() {
    std::vector<Step> all;
    for (std::size_t i = 0; i < resources::file_count; ++i) {
        const resources::File& file = resources::files[i];
        if (!file.name.starts_with("sqlite/0")) continue;
        const std::string name(file.name.substr(7, file.name.size() - 11));
        all.push_back({std::stoi(name.substr(0, 4)), name, std::string(file.content)});
    }
    return all;
}

// Holds <register>-lock for as long as it lives, or does not: it never waits. The file stays: removing it would let two
// processes lock two files.
class FileLock {
  public:
    explicit FileLock(const std::string& path) : file_(::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666)) {
        if (file_ < 0) throw StoreError(Trouble::Storage, path + " cannot be made");
        if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
        ::close(file_);
        throw StoreError(Trouble::Busy, path + " is held by another process");
    }
    ~FileLock() { ::close(file_); }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

  private:
    int file_;
};

int number(SqliteConnection& connection, const std::string& sql) {
    return std::stoi("0" + connection.value(sql));
}

std::string fold_of(SqliteConnection& connection) {
    return connection.value("SELECT value FROM meta WHERE name = 'fold'");
}

void apply_steps(SqliteConnection& connection) {
    for (const Step& step : steps()) {
        if (step.version <= number(connection, "PRAGMA user_version")) continue;
        connection.run(step.sql);
        SqliteStatement record(connection.handle(), "INSERT INTO schema_history VALUES ($1, $2, $3, $4, $5)");
        const std::string digest = sha256(step.sql), stamp = now_stamp();
        record.bind(1, std::int64_t{step.version});
        record.bind(2, step.name);
        record.bind(3, digest);
        record.bind(4, stamp);
        record.bind(5, std::string_view(MVOI_VERSION));
        record.step();
        connection.run("PRAGMA user_version = " + std::to_string(step.version));
    }
    connection.run("PRAGMA application_id = " + std::to_string(application_id));
}

bool is_up_to_date(SqliteConnection& connection) {
    return number(connection, "PRAGMA application_id") == application_id &&
           number(connection, "PRAGMA user_version") == schema_version() &&
           fold_of(connection) == std::to_string(fold_version);
}

}  // namespace

int schema_version() {
    static const int newest = steps().back().version;
    return newest;
}

void check_file(SqliteConnection& connection, const std::string& path) {
    const int id = number(connection, "PRAGMA application_id");
    if (id != application_id) throw StoreError(Trouble::Storage, path + " is not a register of libmvoi");
    const int version = number(connection, "PRAGMA user_version");
    if (version > schema_version())
        throw StoreError(Trouble::Version, path + " has schema " + std::to_string(version) + ", this library knows " +
                                               std::to_string(schema_version()));
    if (version < schema_version())
        throw StoreError(Trouble::Version, path + " is older and must be opened for writing once");
}

namespace {

void refuse_foreign(SqliteConnection& connection, const std::string& path) {
    const int id = number(connection, "PRAGMA application_id");
    const bool empty = id == 0 && number(connection, "SELECT count(*) FROM sqlite_master") == 0;
    if (!empty && id != application_id) throw StoreError(Trouble::Storage, path + " is not a register of libmvoi");
}

// The common case needs no lock: a register that is as it should be. What cannot be looked at is not: who was killed
// while making a register leaves a journal to be rolled back, and a reader may not do that.
bool is_ready(const std::string& path) {
    if (!std::filesystem::exists(path)) return false;
    std::unique_ptr<SqliteConnection> reader;
    try {
        reader = std::make_unique<SqliteConnection>(path, Access::ReadOnly);
        number(*reader, "SELECT count(*) FROM sqlite_master");
    } catch (const StoreError& error) {
        if (error.trouble == Trouble::Busy) throw;
        return false;
    }
    refuse_foreign(*reader, path);
    return number(*reader, "SELECT count(*) FROM sqlite_master") > 0 && is_up_to_date(*reader);
}

}  // namespace

void prepare_file(const std::string& path, const std::function<void(Connection&)>& fill) {
    if (is_ready(path)) return;
    const FileLock lock(path + "-lock");
    SqliteConnection connection(path, Access::ReadWrite);
    connection.run("BEGIN IMMEDIATE");
    refuse_foreign(connection, path);
    if (number(connection, "PRAGMA user_version") > schema_version()) check_file(connection, path);
    apply_steps(connection);
    if (fold_of(connection) != std::to_string(fold_version)) {
        connection.make_tables();
        fill(connection);
        connection.run("INSERT INTO meta VALUES ('fold', '" + std::to_string(fold_version) +
                       "') ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    }
    connection.run("COMMIT");
}

std::unique_ptr<Connection> empty_register() {
    auto connection = std::make_unique<SqliteConnection>(":memory:", Access::Memory);
    for (const Step& step : steps()) connection->run(step.sql);
    connection->make_tables();
    return connection;
}

}  // namespace mvoi::store::sqlite
