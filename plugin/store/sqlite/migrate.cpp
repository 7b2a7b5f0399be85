// SPDX-License-Identifier: EUPL-1.2
// Creating and migrating a register file. Steps are the numbered files of schema/sqlite/; a released step is never
// edited. Step and number commit together. Opening, WAL and migration happen under a lock on a file beside the
// register: without it, processes that open a new file at the same moment fail at the journal_mode pragma.
#include <fcntl.h>
#include <sys/stat.h>

#include "mvoi.h"
#include "resources/resources.hpp"
#include "store/fold/fold.hpp"
#include "store/seal.hpp"
#include "store/sqlite/files.hpp"
#include "store/sqlite/opening.hpp"
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

// A register is never empty, not even a new one (make_register): an empty file was cut, or is something else.
void refuse_foreign(SqliteConnection& connection, const std::string& path) {
    if (number(connection, "PRAGMA application_id") == application_id) return;
    const bool emptied = state_of(path).bytes == 0;
    throw StoreError(Trouble::Storage, emptied ? "store.emptied" : "store.foreign", {{"value", path}});
}

}  // namespace

int schema_version() {
    static const int newest = steps().back().version;
    return newest;
}

void check_file(SqliteConnection& connection, const std::string& path) {
    refuse_foreign(connection, path);
    const int version = number(connection, "PRAGMA user_version");
    if (version == schema_version()) return;
    throw StoreError(Trouble::Version, version > schema_version() ? "store.newer" : "store.older", {{"value", path}});
}

namespace {

// Before SQLite looks at it: it would take a file of one byte for a database that is being made, and write to it. But
// for the work of a library before 0.3.0 that was killed in making one: that is rolled back first.
void refuse_too_small(const struct stat& there, const std::string& path) {
    constexpr off_t smallest = 512;  // page of SQLite
    if (!S_ISREG(there.st_mode) || there.st_size >= smallest || state_of(path + "-journal").bytes > 0) return;
    throw StoreError(Trouble::Storage, there.st_size == 0 ? "store.emptied" : "store.foreign", {{"value", path}});
}

// The common case needs no lock: a register that is as it should be. What cannot be looked at is not: who was killed
// while making a register leaves a journal to be rolled back, and a reader may not do that.
bool is_ready(const std::shared_ptr<Place>& place) {
    if (place->lie().journal.bytes > 0 || !place->kept_with_log()) return false;
    std::unique_ptr<SqliteConnection> reader;
    try {
        reader = open_reader(place, false);
        reader->step(SqliteConnection::Step::BeginRead);  // another may be bringing it up to date
        reader->step(SqliteConnection::Step::Snapshot);   // the first that reads
    } catch (const StoreError& error) {
        if (error.trouble == Trouble::Busy || error.trouble == Trouble::Displaced) throw;
        return false;
    }
    refuse_foreign(*reader, place->path());
    return is_up_to_date(*reader);
}

void lay_out_tables(SqliteConnection& connection, const std::function<void(Connection&)>& fill) {
    connection.make_tables();
    fill(connection);
    connection.run("INSERT INTO meta VALUES ('fold', '" + std::to_string(fold_version) +
                   "') ON CONFLICT (name) DO UPDATE SET value = excluded.value");
}

// A register without entries, unless something stands there. It gets its name when it is whole and on the disk. A log
// without a register is the work of one that was taken away.
void make_register(const std::string& path, const std::function<void(Connection&)>& fill) {
    struct stat there {};
    if (::lstat(path.c_str(), &there) == 0) return;
    const std::string log = path + "-wal";
    if (state_of(log).bytes > 0) throw StoreError(Trouble::Storage, "store.orphan", {{"place", path}, {"value", log}});
    SqliteConnection made(std::string(), Access::Memory);
    apply_steps(made);
    lay_out_tables(made, fill);
    write_new(path, 0644, [&](const File&, const std::string& name) { made.run("VACUUM INTO " + quoted(name)); });
}

}  // namespace

std::shared_ptr<Place> prepare_file(const std::string& path, const std::function<void(Connection&)>& fill) {
    struct stat there {};
    if (::stat(path.c_str(), &there) == 0) {
        refuse_too_small(there, path);
        auto place = Place::of(path);
        place->check(Place::Check::AloneToo);
        if (is_ready(place)) return place;
    }
    const FileLock lock(path + "-lock");
    make_register(path, fill);
    auto place = Place::of(path);
    const auto connection = open_writer(place);
    connection->run("BEGIN IMMEDIATE");
    refuse_foreign(*connection, path);
    if (number(*connection, "PRAGMA user_version") > schema_version()) check_file(*connection, path);
    apply_steps(*connection);
    if (fold_of(*connection) != std::to_string(fold_version)) lay_out_tables(*connection, fill);
    connection->run("COMMIT");
    place->check(Place::Check::Here);
    return place;
}

namespace {

std::unique_ptr<Connection> laid_out(Access access) {
    auto connection = std::make_unique<SqliteConnection>(std::string(), access);
    for (const Step& step : steps()) connection->run(step.sql);
    connection->make_tables();
    return connection;
}

}  // namespace

std::unique_ptr<Connection> empty_register() {
    return laid_out(Access::Memory);
}

std::unique_ptr<Connection> scratch_register() {
    auto connection = laid_out(Access::Scratch);
    connection->run("BEGIN");
    return connection;
}

}  // namespace mvoi::store::sqlite
