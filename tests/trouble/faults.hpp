// SPDX-License-Identifier: EUPL-1.2
// Makes calls of the C library fail, in this thread, each from every place once. A place is the chain of callers; a
// call that comes often from one place (write) fails at its first times one after the other.
//
// Linked into a program, its functions stand before those of the C library, for every shared library of the process.
#pragma once

#include <string>

namespace faults {

enum Kind : unsigned {
    Memory = 1,     // malloc, calloc, realloc
    Open = 2,       // open
    Read = 4,       // read, pread
    Write = 8,      // write, pwrite
    Sync = 16,      // fsync, fdatasync
    Resize = 32,    // ftruncate, fallocate
    Map = 64,       // mmap of a file
    Lock = 128,     // fcntl, flock
    Name = 256,     // link, unlink, rename, mkdir, fchmod
    Ask = 512,      // stat, fstat, lstat
    Random = 1024,  // getrandom
};

struct Way {
    const char* name;
    unsigned kinds;
    int error;     // errno
    bool lasting;  // every later call of the kind fails too
    bool half;     // a write writes half of it first
};

// From now on, between enter() and leave(). Of the places that were never tried, one in `share` is; those before the
// call number `from` are taken as tried.
void arm(const Way& way, unsigned share, long from);

struct Done {
    bool injected = false;
    long at = 0;     // the number of the call that failed
    long calls = 0;  // of the kinds
};
Done disarm();

void enter();
void leave();

// Makes ready what unwinding needs, before memory is short.
void warm_up();

}  // namespace faults
