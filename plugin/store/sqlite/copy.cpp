// SPDX-License-Identifier: EUPL-1.2
// New files: a register that is made, and a copy of one. Each is written under another name in the same folder and made
// durable there; then it gets its own name, unless somebody has that by now. So whoever finds the name finds all of it.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "store/gate.hpp"
#include "store/seal.hpp"
#include "store/sqlite/files.hpp"
#include "store/sqlite/opening.hpp"
#include "store/sqlite/sqlite_engine.hpp"

namespace mvoi::store::sqlite {

std::string quoted(const std::string& text) {
    std::string all = "'";
    for (const char c : text) all.append(c == '\'' ? 2 : 1, c);
    return all += "'";
}

void refuse_file(const std::string& path) {
    throw not_opened(path);
}

File::File(const std::string& path, int flags, mode_t mode) : file_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
    if (file_ < 0) refuse_file(path);
}

File::~File() {
    ::close(file_);
}

Name::~Name() {
    ::unlink(path.c_str());
}

FileLock::FileLock(const std::string& path) : file_(path, O_CREAT | O_RDONLY, 0666) {
    if (::flock(file_.number(), LOCK_EX | LOCK_NB) != 0)
        throw StoreError(Trouble::Busy, path + " is held by another process");
}

// VACUUM INTO writes the copy through a connection of its own; query_only would forbid even that.
void copy_into(const std::shared_ptr<Place>& place, bool makes, const StopFlag& stop, const std::string& copy) {
    constexpr int wait_ms = 5000;  // for a process that has the register to itself, for a moment of repair
    const Deadline deadline = deadline_after(wait_ms);
    steadily([&] {
        const auto source = Patience::until_done(deadline, stop, [&] { return open_reader(place, makes); });
        if (::truncate(copy.c_str(), 0) != 0) refuse_file(copy);
        source->wait_until(deadline);
        source->stop_with(&stop);
        source->value("PRAGMA query_only=OFF");
        source->run("VACUUM INTO " + quoted(copy));
        if (source->lie && *source->lie != place->lie()) throw StoreError(Trouble::Changed, place->path());
    });
}

bool give_name(const std::string& unfinished, const std::string& name) {
    if (::renameat2(AT_FDCWD, unfinished.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE) == 0) return true;
    // A disk that cannot do that: for a moment the copy has two names.
    if (errno == EINVAL && ::link(unfinished.c_str(), name.c_str()) == 0) return true;
    if (errno == EEXIST) return false;
    refuse_file(name);
}

bool write_new(const std::string& path, mode_t mode,
               const std::function<void(const File& file, const std::string& unfinished)>& write) {
    const std::string folder_name = path.substr(0, path.rfind('/') + 1);
    const File folder(folder_name, O_RDONLY | O_DIRECTORY);
    const Name unfinished(folder_name + ".mvoi-" + random_hex(8) + ".unfinished");
    const File file(unfinished.path, O_RDWR | O_CREAT | O_EXCL, mode);
    write(file, unfinished.path);
    if (::fsync(file.number()) != 0) refuse_file(path);
    if (!give_name(unfinished.path, path)) return false;
    if (::fsync(folder.number()) != 0) {
        const int why = errno;
        ::unlink(path.c_str());
        errno = why;
        refuse_file(path);
    }
    return true;
}

bool write_copy(const std::shared_ptr<Place>& place, bool makes, const StopFlag& stop, const std::string& copy) {
    struct stat there {};
    if (::lstat(copy.c_str(), &there) == 0) return false;
    struct stat original {};
    if (::stat(place->path().c_str(), &original) != 0) refuse_file(place->path());
    return write_new(copy, 0600, [&](const File& file, const std::string& unfinished) {
        copy_into(place, makes, stop, unfinished);
        if (::fchmod(file.number(), original.st_mode & 0777) != 0) refuse_file(copy);
    });
}

}  // namespace mvoi::store::sqlite
