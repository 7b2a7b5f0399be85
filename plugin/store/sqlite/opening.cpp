// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/opening.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "store/journal.hpp"
#include "store/soundness.hpp"

namespace mvoi::store::sqlite {
namespace {

using namespace std::chrono_literals;

bool may_write_file(const std::string& path) {
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

// ---- a log that belongs to another register -------------------------------------------------------------------------

// The last entry of the file, with its log or alone, when that is a register in itself: whole pages, a chain from the
// first entry to the last, and tables that hold the last. A log and a file that do not belong together are not.
std::optional<Head> head_if_sound(const std::string& path, Access access) try {
    SqliteConnection connection(path, access);
    Head head;
    if (connection.number("SELECT count(*) FROM sqlite_master") == 0) return head;
    if (connection.number("SELECT count(*) FROM sqlite_master WHERE name = 'journal'") == 0) return std::nullopt;
    if (connection.value("PRAGMA quick_check(1)") != "ok") return std::nullopt;
    SqliteStatement entries(connection.handle(), "SELECT seq, entry, hash FROM journal ORDER BY seq");
    while (entries.step()) {
        const std::int64_t seq = entries.integer(0);
        std::string hash(entries.text(2));
        if (seq != head.seq + 1 || hash_of_entry(head.hash, entries.text(1)) != hash) return std::nullopt;
        head = {seq, std::move(hash)};
    }
    if (contradiction(connection)) return std::nullopt;
    return head;
} catch (const StoreError& error) {
    if (error.trouble == Trouble::Damaged) return std::nullopt;
    throw;
}

// With its log the file says the same as without it, and more. A file that is no register alone may have been so when
// its log was being put into it.
bool fit_together(const std::string& path) {
    if (!head_if_sound(path, Access::Leftover)) return false;
    const auto alone = head_if_sound(path, Access::Closed);
    if (!alone || alone->seq == 0) return true;
    SqliteConnection both(path, Access::Leftover);
    return both.value("SELECT hash FROM journal WHERE seq = " + std::to_string(alone->seq)) == alone->hash;
}

enum class Log { Fits, Foreign };

// A process that was killed leaves a log, and whoever comes next takes it for part of the register. Where another file
// was put in the register's place meanwhile, it is not.
Log log_of(Place& place) {
    const Place::Lie before = place.lie();
    if (before.log.bytes == 0 || place.in_use() || place.fits(before)) return Log::Fits;
    if (place.used_elsewhere() || place.held()) return Log::Fits;
    if (fit_together(place.path())) {
        place.found_to_fit(before);
        return Log::Fits;
    }
    return place.lie() == before && !place.used_elsewhere() ? Log::Foreign : Log::Fits;
}

// ---- files beside the register --------------------------------------------------------------------------------------

// Files that are made beside the register are for all who may write it.
void follow(const std::string& path, const std::string& beside) {
    struct stat main {};
    struct stat side {};
    if (::stat(path.c_str(), &main) != 0 || ::lstat(beside.c_str(), &side) != 0) return;
    if (side.st_uid != ::geteuid()) return;
    if (side.st_gid != main.st_gid && ::lchown(beside.c_str(), static_cast<uid_t>(-1), main.st_gid) != 0) return;
    if ((side.st_mode & 0777) != (main.st_mode & 0777)) ::chmod(beside.c_str(), main.st_mode & 0777);
}

// A log or index that may not be written: made while the register was not to be written, or by one who only read, with
// an earlier library. What holds nothing and is used by nobody goes.
void make_writable(const Place& place) {
    if (place.in_use()) return;
    for (const std::string& beside : {place.log(), place.index()}) {
        const FileState state = state_of(beside);
        if (!state.id.there() || may_write_file(beside)) continue;
        struct stat main {};
        struct stat side {};
        if (::stat(place.path().c_str(), &main) == 0 && ::lstat(beside.c_str(), &side) == 0 &&
            side.st_uid == ::geteuid() && ::chmod(beside.c_str(), main.st_mode & 0777) == 0 && may_write_file(beside))
            continue;
        if (state_of(place.log()).bytes > 0 || place.held() || place.used_elsewhere())
            throw StoreError(Trouble::Storage, "store.unwritable", {{"value", beside}});
        ::unlink(place.index().c_str());
        ::unlink(place.log().c_str());
        return;
    }
}

// SQLite opens a path, and the place is a file: they are the same when the path leads to both.
void refuse_when_replaced(const Place& place, SqliteConnection& connection) {
    place.check(Place::Check::Here);
    int moved = 0;
    const int code = sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (code == SQLITE_OK && moved != 0) throw StoreError(Trouble::Busy, place.path() + " is being replaced");
    place.check(Place::Check::Here);
}

// ---- connections ----------------------------------------------------------------------------------------------------

std::unique_ptr<SqliteConnection> open_with_log(const std::shared_ptr<Place>& place, Access access) {
    auto use = std::make_unique<Place::Use>(place, access != Access::Guest);
    auto connection = std::make_unique<SqliteConnection>(place->path(), access, std::move(use));
    connection->number("SELECT count(*) FROM sqlite_master");  // opens the log and the index
    if (access != Access::Guest)
        for (const std::string& beside : {place->log(), place->index()}) follow(place->path(), beside);
    connection->say_use();
    refuse_when_replaced(*place, *connection);
    connection->trust();
    return connection;
}

// A file that was written a moment ago may be written again without its time being another.
void let_time_pass(const Place::Lie& lie) {
    constexpr auto tick = 12ms;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const std::chrono::nanoseconds changed(std::max(lie.main.changed_ns, lie.log.changed_ns));
    if (now - changed < tick) std::this_thread::sleep_for(tick);
}

std::unique_ptr<SqliteConnection> open_quietly(const Place& place, const Place::Lie& lie, Access access) {
    let_time_pass(lie);
    if (place.lie() != lie) throw StoreError(Trouble::Busy, place.path() + " was opened by another");
    auto connection = std::make_unique<SqliteConnection>(place.path(), access);
    connection->lie = lie;
    connection->number("SELECT count(*) FROM sqlite_master");
    refuse_when_replaced(place, *connection);
    return connection;
}

}  // namespace

bool may_write(const std::string& path) {
    return may_write_file(path) && may_write_file(path.substr(0, path.rfind('/') + 1));
}

std::unique_ptr<SqliteConnection> open_reader(const std::shared_ptr<Place>& place, bool makes) {
    place->admit();
    const Place::Lie lie = place->lie();
    if (log_of(*place) == Log::Foreign) {
        if (makes || !head_if_sound(place->path(), Access::Closed))
            throw StoreError(Trouble::Displaced, "store.overwritten",
                             {{"place", place->path()}, {"value", place->log()}});
        return open_quietly(*place, lie, Access::Closed);
    }
    if (makes) {
        make_writable(*place);
        return open_with_log(place, Access::ReadOnly);
    }
    if (lie.journal.bytes > 0) throw StoreError(Trouble::Busy, "store.unfinished", {{"value", place->path()}});
    if (lie.quiet() && place->held()) throw StoreError(Trouble::Busy, place->path() + " is held by another process");
    if (lie.quiet()) return open_quietly(*place, lie, lie.log.bytes > 0 ? Access::Leftover : Access::Closed);
    try {
        return open_with_log(place, Access::Guest);
    } catch (const StoreError& error) {
        if (error.trouble != Trouble::Storage || place->lie() == lie) throw;
        throw StoreError(Trouble::Busy, "the log was put away");  // by the last who wrote; the register is quiet now
    }
}

std::unique_ptr<SqliteConnection> open_writer(const std::shared_ptr<Place>& place) {
    place->check(Place::Check::AloneToo);
    place->admit();
    if (!may_write(place->path())) throw StoreError(Trouble::Storage, "store.unwritable", {{"value", place->path()}});
    make_writable(*place);
    if (log_of(*place) == Log::Foreign)
        throw StoreError(Trouble::Displaced, "store.overwritten", {{"place", place->path()}, {"value", place->log()}});
    auto connection = open_with_log(place, Access::ReadWrite);
    if (sqlite3_db_readonly(connection->handle(), "main") != 0)
        throw StoreError(Trouble::Storage, "store.unwritable", {{"value", place->path()}});
    place->check(Place::Check::AloneToo);
    return connection;
}

}  // namespace mvoi::store::sqlite
