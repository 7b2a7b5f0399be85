// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/guest.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <string>

#include "store/engine.hpp"

namespace mvoi::store::sqlite {
namespace {

// SQLite's own way to open files, but for the one function. It is copied: what it does it does in its own name.
struct Files {
    sqlite3_vfs own{};
    sqlite3_vfs* usual = nullptr;

    Files(const char* usual_name, const char* name, decltype(sqlite3_vfs::xOpen) open)
        : usual(sqlite3_vfs_find(usual_name)) {
        if (!usual) throw StoreError(Trouble::Storage, "SQLite was built without a way to open files");
        own = *usual;
        own.zName = name;
        own.pNext = nullptr;
        own.xOpen = open;
        if (sqlite3_vfs_register(&own, 0) != SQLITE_OK) throw std::bad_alloc();
    }
};

const Files& guests();
const Files& leftovers();

// SQLite holds the register when it opens the log, so that nobody takes log or index away from here on.
int open_as_guest(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* opened) {
    file->pMethods = nullptr;
    if (flags & SQLITE_OPEN_WAL) {
        flags &= ~SQLITE_OPEN_CREATE;
        try {
            const std::string log = name;
            const std::string index = log.substr(0, log.size() - 4) + "-shm";
            if (::access(index.c_str(), F_OK) != 0) return SQLITE_CANTOPEN;
        } catch (...) {
            return SQLITE_NOMEM;
        }
    }
    return guests().usual->xOpen(guests().usual, name, file, flags, opened);
}

int open_leftover(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* opened) {
    if (flags & SQLITE_OPEN_WAL) flags &= ~SQLITE_OPEN_CREATE;
    return leftovers().usual->xOpen(leftovers().usual, name, file, flags, opened);
}

// Kept for ever, as SQLite keeps them.
const Files& guests() {
    static const auto* const files = new Files(nullptr, "mvoi-guest", open_as_guest);
    return *files;
}

const Files& leftovers() {
    static const auto* const files = new Files("unix-none", "mvoi-leftover", open_leftover);
    return *files;
}

}  // namespace

const char* guest_files() {
    return guests().own.zName;
}

const char* leftover_files() {
    return leftovers().own.zName;
}

}  // namespace mvoi::store::sqlite
