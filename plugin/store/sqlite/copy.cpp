// SPDX-License-Identifier: EUPL-1.2
// A copy of a register in a new file. It is written under another name in the same folder and made durable there; then
// it gets its own name, unless somebody has that by now. So whoever finds the name finds a whole copy.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "store/gate.hpp"
#include "store/seal.hpp"
#include "store/sqlite/sqlite_engine.hpp"

namespace mvoi::store::sqlite {
namespace {

[[noreturn]] void refuse(const std::string& path) {
    throw StoreError(Trouble::Storage, path + ": " + std::strerror(errno));
}

class File {
  public:
    File(const std::string& path, int flags, mode_t mode = 0) : file_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
        if (file_ < 0) refuse(path);
    }
    ~File() { ::close(file_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int number() const { return file_; }

  private:
    int file_;
};

// A name that goes when its owner goes.
struct Name {
    explicit Name(std::string path_) : path(std::move(path_)) {}
    ~Name() { ::unlink(path.c_str()); }
    Name(const Name&) = delete;
    Name& operator=(const Name&) = delete;
    const std::string path;
};

std::string quoted(const std::string& text) {
    std::string all = "'";
    for (const char c : text) all.append(c == '\'' ? 2 : 1, c);
    return all += "'";
}

// VACUUM INTO writes the copy through a connection of its own; query_only would forbid even that.
void vacuum(const std::string& path, const StopFlag& stop, const std::string& copy) {
    constexpr int wait_ms = 5000;  // for a process that has the register to itself, for a moment of repair
    const Deadline deadline = deadline_after(wait_ms);
    const auto source = Patience::until_done(
        deadline, stop, [&] { return std::make_unique<SqliteConnection>(path, Access::ReadOnly); });
    source->wait_until(deadline);
    source->stop_with(&stop);
    source->value("PRAGMA query_only=OFF");
    source->run("VACUUM INTO " + quoted(copy));
}

}  // namespace

bool write_copy(const std::string& path, const StopFlag& stop, const std::string& copy) {
    struct stat there {};
    if (::lstat(copy.c_str(), &there) == 0) return false;
    struct stat original {};
    if (::stat(path.c_str(), &original) != 0) refuse(path);

    const std::string folder_name = copy.substr(0, copy.rfind('/') + 1);
    const File folder(folder_name, O_RDONLY | O_DIRECTORY);
    const std::string unfinished = folder_name + ".mvoi-" + random_hex(8) + ".unfinished";
    const File file(unfinished, O_RDWR | O_CREAT | O_EXCL, 0600);
    const Name name(unfinished);
    vacuum(path, stop, unfinished);
    if (::fchmod(file.number(), original.st_mode & 0777) != 0 || ::fsync(file.number()) != 0) refuse(copy);
    if (::link(unfinished.c_str(), copy.c_str()) != 0) {
        if (errno == EEXIST) return false;
        refuse(copy);
    }
    if (::fsync(folder.number()) != 0) {
        const int why = errno;
        ::unlink(copy.c_str());
        errno = why;
        refuse(copy);
    }
    return true;
}

}  // namespace mvoi::store::sqlite
