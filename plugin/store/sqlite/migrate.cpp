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
bool is_ready(const std::shared_ptr<Place>& place) {
    if (place->lie().journal.bytes > 0 || !place->kept_with_log()) return false;
    std::unique_ptr<SqliteConnection> reader;
    bool empty = true;
    try {
        reader = open_reader(place, false);
        reader->step(SqliteConnection::Step::BeginRead);  // another may be making it: all is asked of one moment
        empty = number(*reader, "SELECT count(*) FROM sqlite_master") == 0;
    } catch (const StoreError& error) {
        if (error.trouble == Trouble::Busy || error.trouble == Trouble::Displaced) throw;
        return false;
    }
    refuse_foreign(*reader, place->path());
    return !empty && is_up_to_date(*reader);
}

// An empty file, unless there is one. A log without a register is the work of one that was taken away.
void make_file(const std::string& path) {
    struct stat there {};
    if (::lstat(path.c_str(), &there) == 0) return;
    const std::string log = path + "-wal";
    if (state_of(log).bytes > 0) throw StoreError(Trouble::Storage, "store.orphan", {{"place", path}, {"value", log}});
    const File made(path, O_CREAT | O_EXCL | O_RDWR, 0644);
}

}  // namespace

std::shared_ptr<Place> prepare_file(const std::string& path, const std::function<void(Connection&)>& fill) {
    struct stat there {};
    if (::stat(path.c_str(), &there) == 0) {
        auto place = Place::of(path);
        place->check(Place::Check::AloneToo);
        if (is_ready(place)) return place;
    }
    const FileLock lock(path + "-lock");
    make_file(path);
    auto place = Place::of(path);
    const auto connection = open_writer(place);
    connection->run("BEGIN IMMEDIATE");
    refuse_foreign(*connection, path);
    if (number(*connection, "PRAGMA user_version") > schema_version()) check_file(*connection, path);
    apply_steps(*connection);
    if (fold_of(*connection) != std::to_string(fold_version)) {
        connection->make_tables();
        fill(*connection);
        connection->run("INSERT INTO meta VALUES ('fold', '" + std::to_string(fold_version) +
                        "') ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    }
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
