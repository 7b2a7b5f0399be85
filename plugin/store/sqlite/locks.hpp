// SPDX-License-Identifier: EUPL-1.2
// Files by their number, and the locks by which processes that use a register tell each other: on bytes of the register
// and its log that SQLite has no use for.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "store/engine.hpp"

namespace mvoi::store::sqlite {

struct FileId {
    std::uint64_t device = 0, inode = 0;  // 0 0: no file
    auto operator<=>(const FileId&) const = default;
    bool there() const { return inode != 0; }
};

FileId id_of(const struct stat& status);
// No file: what cannot be looked at.
FileId id_at(const std::string& path);
FileId id_of_open(int file);
// The right word, after errno, for a file that cannot be opened, made or written.
StoreError not_opened(const std::string& path);

// Where on a file the locks are: stretches of so many bytes, in which each of those who can be told apart has a byte.
inline constexpr std::int64_t stretch = std::int64_t{1} << 40;
inline constexpr std::int64_t of_names = std::int64_t{1} << 50;
inline constexpr std::int64_t of_sides = std::int64_t{1} << 51;
inline constexpr std::int64_t of_registers = std::int64_t{1} << 50;  // on the log
// SQLite's own are at 1 GiB and its 512 bytes beyond.
inline constexpr std::int64_t of_sqlite = 0x40000000;
inline constexpr std::int64_t sqlite_bytes = 512;
// SQLite holds these while the register is open, on the register and on the index. A host that opens and closes one of
// the files by itself takes these locks away from it; ours stay.
inline constexpr std::int64_t of_open_register = of_sqlite + 2, open_register_bytes = 510;
inline constexpr std::int64_t of_open_index = 128;
// On the index: of who writes, brings the log in, makes the index anew, and reads.
inline constexpr std::int64_t of_index = 120, index_locks = 8;

std::int64_t place_in_stretch(const FileId& a, const FileId& b, std::string_view name = {});

//   type  F_RDLCK or F_WRLCK
// False: others hold what is asked for. Throws Storage where no locks can be kept.
bool take(int file, short type, std::int64_t start, std::int64_t length);
void release(int file, std::int64_t start, std::int64_t length) noexcept;
bool anyone_holds(int file, std::int64_t start, std::int64_t length);
// SQLite in this process holds one of these bytes for itself alone.
bool held_alone_here(int file, std::int64_t start, std::int64_t length);
// Anyone, in the stretch that begins at base, but on the byte that is one's own.
bool others_hold(int file, std::int64_t base, std::int64_t own);

}  // namespace mvoi::store::sqlite
