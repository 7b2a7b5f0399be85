// SPDX-License-Identifier: EUPL-1.2
// Files and standard streams, every write checked: an answer that is not on the disk was not given.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "text.hpp"

namespace mvoi::cli {

bool exists(const std::string& path);
// A whole file; "-" is the standard input. Throws Fault.
std::string read_file(const std::string& path, Language language);
// The SHA-256 of a file, read piece by piece: 64 hexadecimal digits. Throws Fault.
std::string sha256_of_file(const std::string& path, Language language);
// A whole file, written beside its place and then moved there, so that a reader never sees half of it; a pipe, a device
// or a symbolic link is written to as it is. Throws Fault, and then nothing has changed.
void write_file(const std::string& path, std::string_view content, Language language);

// To the standard output. Throws Fault when it cannot take it.
void write_out(std::string_view text, Language language);
// To the standard error; nobody is left to tell when that fails.
void write_error(std::string_view text);

bool output_is_terminal();
bool errors_are_terminal();
// Columns of the terminal; 0 when the output is none, which is as wide as need be.
std::size_t output_columns();

// A directory of this process alone, removed with what is in it.
class TemporaryDirectory {
  public:
    explicit TemporaryDirectory(Language language);
    ~TemporaryDirectory();
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

}  // namespace mvoi::cli
