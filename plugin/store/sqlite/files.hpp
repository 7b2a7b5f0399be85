// SPDX-License-Identifier: EUPL-1.2
// Files that are made, named and kept from others, for copy.cpp, migrate.cpp and restore.cpp.
#pragma once

#include <sys/types.h>

#include <functional>
#include <memory>
#include <string>

#include "store/engine.hpp"
#include "store/sqlite/place.hpp"

namespace mvoi::store::sqlite {

// Throws what errno says.
[[noreturn]] void refuse_file(const std::string& path);

class File {
  public:
    File(const std::string& path, int flags, mode_t mode = 0);
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int number() const { return file_; }

  private:
    int file_;
};

// A name that goes when its owner goes.
struct Name {
    explicit Name(std::string path_) : path(std::move(path_)) {}
    ~Name();
    Name(const Name&) = delete;
    Name& operator=(const Name&) = delete;
    const std::string path;
};

// Held by one process for as long as it lives, or Busy: it never waits. The file stays: removing it would let two
// processes lock two files.
class FileLock {
  public:
    explicit FileLock(const std::string& path);

  private:
    File file_;
};

// Writes a compact copy of the register into a file that is there.
void copy_into(const std::shared_ptr<Place>& place, bool makes, const StopFlag& stop, const std::string& copy);
// A text as it stands in SQL.
std::string quoted(const std::string& text);
// Writes a file that is there whole or not at all. False: there is something by that name.
bool write_new(const std::string& path, mode_t mode,
               const std::function<void(const File& file, const std::string& unfinished)>& write);
// Gives a file its name. False: there is something by that name.
bool give_name(const std::string& unfinished, const std::string& name);

}  // namespace mvoi::store::sqlite
