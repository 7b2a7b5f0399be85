// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/locks.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace mvoi::store::sqlite {
namespace {

std::uint64_t mixed(std::uint64_t hash, const void* data, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i)
        hash = (hash ^ static_cast<const unsigned char*>(data)[i]) * 0x100000001B3ULL;  // FNV-1a
    return hash;
}

struct flock range(short type, std::int64_t start, std::int64_t length) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = start;
    lock.l_len = length;
    return lock;
}

}  // namespace

std::int64_t place_in_stretch(const FileId& a, const FileId& b, std::string_view name) {
    std::uint64_t hash = mixed(0xCBF29CE484222325ULL, &a, sizeof a);
    hash = mixed(mixed(hash, &b, sizeof b), name.data(), name.size());
    return static_cast<std::int64_t>((hash ^ hash >> 40) % static_cast<std::uint64_t>(stretch));
}

bool take(int file, short type, std::int64_t start, std::int64_t length) {
    struct flock lock = range(type, start, length);
    if (::fcntl(file, F_OFD_SETLK, &lock) == 0) return true;
    if (errno == EAGAIN || errno == EACCES) return false;
    throw StoreError(Trouble::Storage, std::string("no locks can be kept on this disk: ") + std::strerror(errno));
}

bool anyone_holds(int file, std::int64_t start, std::int64_t length) {
    if (length <= 0) return false;
    struct flock lock = range(F_WRLCK, start, length);
    return ::fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

bool held_alone_here(int file, std::int64_t start, std::int64_t length) {
    for (std::int64_t at = start; at < start + length; ++at) {
        struct flock lock = range(F_RDLCK, at, 1);
        if (::fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_pid == ::getpid()) return true;
    }
    return false;
}

bool others_hold(int file, std::int64_t base, std::int64_t own) {
    return anyone_holds(file, base, own) || anyone_holds(file, base + own + 1, stretch - own - 1);
}

FileId id_of(const struct stat& status) {
    return {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino)};
}

FileId id_at(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 ? id_of(status) : FileId{};
}

FileId id_of_open(int file) {
    struct stat opened {};
    return file >= 0 && ::fstat(file, &opened) == 0 ? id_of(opened) : FileId{};
}

StoreError not_opened(const std::string& path) {
    const int why = errno;
    const bool full = why == ENOSPC || why == EDQUOT || why == EMFILE || why == ENFILE;
    return {full ? Trouble::Full : Trouble::Storage, path + ": " + std::strerror(why)};
}

void release(int file, std::int64_t start, std::int64_t length) noexcept {
    struct flock nothing = range(F_UNLCK, start, length);
    ::fcntl(file, F_OFD_SETLK, &nothing);
}

}  // namespace mvoi::store::sqlite
