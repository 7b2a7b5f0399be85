// SPDX-License-Identifier: EUPL-1.2
#include "faults.hpp"

#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdint>

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
}

namespace faults {
namespace {

constexpr int frames = 14;
constexpr unsigned often = 12;  // how often a call of files fails at one place

struct State {
    bool armed = false, on = false, looking = false, injected = false;
    Way way{};
    unsigned share = 1;
    long from = 0, calls = 0, at = 0;
};
thread_local State state;

// The places that were tried. Open addressing, no memory of its own.
constexpr std::size_t table_size = std::size_t{1} << 20;
std::uint64_t tried[table_size];
// How often each place was met within this one call.
constexpr std::size_t met_size = 4096;
thread_local std::uint64_t met[met_size];

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    hash ^= value;
    hash *= 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 29);
}

// True when it was not there before.
bool add(std::uint64_t place) {
    if (place == 0) place = 1;
    for (std::size_t i = place % table_size;; i = (i + 1) % table_size) {
        if (tried[i] == place) return false;
        if (tried[i] == 0) {
            tried[i] = place;
            return true;
        }
    }
}

std::uint64_t here() {
    void* callers[frames + 3];
    const int count = ::backtrace(callers, frames + 3);
    std::uint64_t hash = mixed(
        state.way.kinds, static_cast<std::uint64_t>(state.way.error) * 4 + state.way.lasting * 2U + state.way.half);
    for (int i = 3; i < count; ++i) hash = mixed(hash, reinterpret_cast<std::uintptr_t>(callers[i]));
    return hash;
}

bool fails(Kind kind) {
    if (!state.on || state.looking || !(state.way.kinds & kind)) return false;
    const long number = ++state.calls;
    if (state.injected) {
        if (state.way.lasting) errno = state.way.error;
        return state.way.lasting;
    }
    if (number < state.from) return false;
    state.looking = true;
    std::uint64_t place = here();
    if (kind != Memory) {
        std::uint64_t& times = met[place % met_size];
        if (times < often) ++times;
        place = mixed(place, times);
    }
    const bool now = add(place) && (place >> 13) % state.share == 0;
    state.looking = false;
    if (!now) return false;
    state.injected = true;
    state.at = number;
    errno = state.way.error;
    return true;
}

template <typename Function>
Function* real(Function*& kept, const char* name) {
    if (!kept) kept = reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
    return kept;
}

}  // namespace

void arm(const Way& way, unsigned share, long from) {
    for (std::uint64_t& each : met) each = 0;
    state = State{};
    state.way = way;
    state.share = share;
    state.from = from;
    state.armed = true;
}

Done disarm() {
    state.armed = state.on = false;
    return {state.injected, state.at, state.calls};
}

void enter() {
    state.on = state.armed;
}

void leave() {
    state.on = false;
}

void warm_up() {
    void* callers[4];
    ::backtrace(callers, 4);
}

}  // namespace faults

using namespace faults;

// Calls on to the function of the C library by that name.
#define GO_ON(name, ...)                       \
    do {                                       \
        static decltype(&name) kept = nullptr; \
        return real(kept, #name)(__VA_ARGS__); \
    } while (false)

// Seen by the libraries, also where a compiler hides what is defined here.
#pragma GCC visibility push(default)
extern "C" {

void* malloc(std::size_t bytes) {
    return fails(Memory) ? nullptr : __libc_malloc(bytes);
}
void* calloc(std::size_t count, std::size_t bytes) {
    return fails(Memory) ? nullptr : __libc_calloc(count, bytes);
}
void* realloc(void* memory, std::size_t bytes) {
    return bytes && fails(Memory) ? nullptr : __libc_realloc(memory, bytes);
}

#define OPENS(name)                               \
    int name(const char* path, int flags, ...) {  \
        va_list rest;                             \
        va_start(rest, flags);                    \
        const mode_t mode = va_arg(rest, mode_t); \
        va_end(rest);                             \
        if (fails(Open)) return -1;               \
        GO_ON(name, path, flags, mode);           \
    }
OPENS(open)
OPENS(open64)

ssize_t read(int file, void* to, std::size_t bytes) {
    if (fails(Read)) return -1;
    GO_ON(read, file, to, bytes);
}
#define READS(name, offset)                                             \
    ssize_t name(int file, void* to, std::size_t bytes, offset place) { \
        if (fails(Read)) return -1;                                     \
        GO_ON(name, file, to, bytes, place);                            \
    }
READS(pread, off_t)
READS(pread64, off64_t)

ssize_t write(int file, const void* from, std::size_t bytes) {
    if (file > 2 && fails(Write)) {
        if (!state.way.half || bytes < 2) return -1;
        bytes /= 2;
    }
    GO_ON(write, file, from, bytes);
}
#define WRITES(name, offset)                                                    \
    ssize_t name(int file, const void* from, std::size_t bytes, offset place) { \
        if (fails(Write)) {                                                     \
            if (!state.way.half || bytes < 2) return -1;                        \
            bytes /= 2;                                                         \
        }                                                                       \
        GO_ON(name, file, from, bytes, place);                                  \
    }
WRITES(pwrite, off_t)
WRITES(pwrite64, off64_t)

int fsync(int file) {
    if (fails(Sync)) return -1;
    GO_ON(fsync, file);
}
int fdatasync(int file) {
    if (fails(Sync)) return -1;
    GO_ON(fdatasync, file);
}
int ftruncate(int file, off_t bytes) noexcept {
    if (fails(Resize)) return -1;
    GO_ON(ftruncate, file, bytes);
}
int ftruncate64(int file, off64_t bytes) noexcept {
    if (fails(Resize)) return -1;
    GO_ON(ftruncate64, file, bytes);
}
int posix_fallocate64(int file, off64_t from, off64_t bytes) {
    if (fails(Resize)) return errno;
    GO_ON(posix_fallocate64, file, from, bytes);
}

void* mmap(void* at, std::size_t bytes, int protection, int flags, int file, off_t place) noexcept {
    if (file >= 0 && fails(Map)) return MAP_FAILED;
    GO_ON(mmap, at, bytes, protection, flags, file, place);
}
void* mmap64(void* at, std::size_t bytes, int protection, int flags, int file, off64_t place) noexcept {
    if (file >= 0 && fails(Map)) return MAP_FAILED;
    GO_ON(mmap64, at, bytes, protection, flags, file, place);
}

#define CONTROLS(name)                          \
    int name(int file, int command, ...) {      \
        va_list rest;                           \
        va_start(rest, command);                \
        void* const word = va_arg(rest, void*); \
        va_end(rest);                           \
        if (fails(Lock)) return -1;             \
        GO_ON(name, file, command, word);       \
    }
CONTROLS(fcntl)
CONTROLS(fcntl64)
int flock(int file, int how) noexcept {
    if (fails(Lock)) return -1;
    GO_ON(flock, file, how);
}

int link(const char* from, const char* to) noexcept {
    if (fails(Name)) return -1;
    GO_ON(link, from, to);
}
int unlink(const char* path) noexcept {
    if (fails(Name)) return -1;
    GO_ON(unlink, path);
}
int rename(const char* from, const char* to) noexcept {
    if (fails(Name)) return -1;
    GO_ON(rename, from, to);
}
int mkdir(const char* path, mode_t mode) noexcept {
    if (fails(Name)) return -1;
    GO_ON(mkdir, path, mode);
}
int fchmod(int file, mode_t mode) noexcept {
    if (fails(Name)) return -1;
    GO_ON(fchmod, file, mode);
}

#define ASKS(name, subject, status)                    \
    int name(subject of, struct status* to) noexcept { \
        if (fails(Ask)) return -1;                     \
        GO_ON(name, of, to);                           \
    }
ASKS(stat, const char*, stat)
ASKS(lstat, const char*, stat)
ASKS(fstat, int, stat)
ASKS(stat64, const char*, stat64)
ASKS(lstat64, const char*, stat64)
ASKS(fstat64, int, stat64)

ssize_t getrandom(void* to, std::size_t bytes, unsigned flags) {
    if (fails(Random)) return -1;
    GO_ON(getrandom, to, bytes, flags);
}

}  // extern "C"
#pragma GCC visibility pop
