// SPDX-License-Identifier: EUPL-1.2
// A copy in the place of a register. What was there is kept under another name, with its log; nobody finds anything but
// the old register or the new one, whole.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "store/gate.hpp"
#include "store/seal.hpp"
#include "store/sqlite/files.hpp"
#include "store/sqlite/opening.hpp"
#include "store/sqlite/sqlite_engine.hpp"
#include "store/stamp.hpp"

namespace mvoi::store::sqlite {
namespace {

// 2026-11-30T20:45:01.125Z as it can stand in the name of a file.
std::string stamp_for_name() {
    std::string stamp = now_stamp();
    for (char& c : stamp)
        if (c == ':' || c == '.') c = '-';
    return stamp;
}

// The log that a killed process left goes into the old register, if it belongs there.
void settle(const std::string& path) {
    if (state_of(path + "-wal").bytes == 0) return;
    try {
        const auto place = Place::of(path);
        const auto writer = open_writer(place);
        writer->checkpoint(SqliteConnection::Checkpoint::Truncate);
    } catch (const StoreError& error) {
        if (error.trouble == Trouble::Full) throw;  // the log is kept beside it
    }
}

struct Old {
    std::unique_ptr<Alone> alone;
    struct stat status {};
};

// The register that is there, with nobody in it; nothing: there is none.
Old take_old(const std::string& path) {
    Old old;
    if (::lstat(path.c_str(), &old.status) != 0) {
        if (errno == ENOENT) return old;
        refuse_file(path);
    }
    settle(path);
    old.alone = Alone::with(path);
    if (!old.alone) throw StoreError(Trouble::Busy, "restore.in-use", {{"value", path}});
    return old;
}

void move(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return;
    if (errno == EINVAL && ::access(to.c_str(), F_OK) != 0 && ::rename(from.c_str(), to.c_str()) == 0) return;
    refuse_file(to);
}

// The log first: a new register must not find it. It only lies there when it could not be put into the old one.
void set_aside(const std::string& path, const std::string& unfinished, const std::string& kept) {
    ::unlink((path + "-shm").c_str());
    if (state_of(path + "-wal").bytes > 0)
        move(path + "-wal", kept + "-wal");
    else
        ::unlink((path + "-wal").c_str());
    if (::renameat2(AT_FDCWD, unfinished.c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) == 0) {
        move(unfinished, kept);
        return;
    }
    if (errno != EINVAL) refuse_file(path);
    move(path, kept);
    move(unfinished, path);
}

// A log without its register is kept as well.
void set_log_aside(const std::string& path, const std::string& kept) {
    ::unlink((path + "-shm").c_str());
    if (state_of(path + "-wal").bytes > 0) move(path + "-wal", kept + "-wal");
    ::unlink((path + "-wal").c_str());
}

}  // namespace

std::string replace_with_copy(const std::shared_ptr<Place>& place, bool makes, const StopFlag& stop,
                              const std::string& full_name, const std::function<void(Connection&)>& check) {
    const FileLock lock(full_name + "-lock");
    const std::string folder_name = full_name.substr(0, full_name.rfind('/') + 1);
    const File folder(folder_name, O_RDONLY | O_DIRECTORY);
    const Old old = take_old(full_name);
    const Name unfinished(folder_name + ".mvoi-" + random_hex(8) + ".unfinished");
    const File file(unfinished.path, O_RDWR | O_CREAT | O_EXCL, 0600);
    copy_into(place, makes, stop, unfinished.path);
    {
        SqliteConnection copy(unfinished.path, Access::Closed);
        check(copy);
    }
    struct stat like = old.status;
    if (!old.alone && ::stat(place->path().c_str(), &like) != 0) refuse_file(place->path());
    // A file that may not be given away is kept.
    if (old.alone && ::fchown(file.number(), like.st_uid, like.st_gid) != 0 &&
        ::fchown(file.number(), static_cast<uid_t>(-1), like.st_gid) != 0 && errno != EPERM)
        refuse_file(full_name);
    if (::fchmod(file.number(), like.st_mode & 0777) != 0 || ::fsync(file.number()) != 0) refuse_file(full_name);
    std::string kept = full_name + ".before-" + stamp_for_name();
    if (old.alone) {
        set_aside(full_name, unfinished.path, kept);
    } else {
        set_log_aside(full_name, kept);
        if (!give_name(unfinished.path, full_name))
            throw StoreError(Trouble::Busy, "restore.in-use", {{"value", full_name}});
        kept.clear();
    }
    if (::fsync(folder.number()) != 0) refuse_file(full_name);
    return kept;
}

}  // namespace mvoi::store::sqlite
