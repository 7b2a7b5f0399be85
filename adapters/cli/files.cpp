// SPDX-License-Identifier: EUPL-1.2
#include "files.hpp"

#include <Poco/SHA2Engine.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <utility>

#include "fault.hpp"

namespace mvoi::cli {

namespace {

constexpr std::size_t most_read = std::size_t{64} << 20;  // a device may have no end

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void fail(Text pattern, const std::string& path, Language language) {
    const std::string reason = std::strerror(errno);
    throw Fault(language, pattern, {printable(path), reason});
}

std::string read_stream(std::FILE* file, const std::string& path, Language language) {
    std::string content;
    char piece[65536];
    while (const std::size_t count = std::fread(piece, 1, sizeof piece, file)) {
        content.append(piece, count);
        if (content.size() > most_read)
            throw Fault(language, {"{} is te groot om een verzoek te zijn", "{} is too large to be a request"},
                        {printable(path)});
    }
    if (std::ferror(file) != 0) fail({"{} is niet te lezen: {}", "cannot read {}: {}"}, path, language);
    return content;
}

bool write_stream(std::FILE* file, std::string_view content) {
    return std::fwrite(content.data(), 1, content.size(), file) == content.size() && std::fflush(file) == 0;
}

// A pipe, a device or a symbolic link is written to as it is; only a plain or new file is replaced.
bool is_replaceable(const std::string& path) {
    struct stat status {};
    return lstat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

// The readers of the old file can read the new one.
void copy_mode(const std::string& path, std::FILE* file) {
    struct stat status {};
    if (stat(path.c_str(), &status) == 0) fchmod(fileno(file), status.st_mode & 07777U);
}

}  // namespace

bool exists(const std::string& path) {
    return access(path.c_str(), F_OK) == 0;
}

std::string read_file(const std::string& path, Language language) {
    if (path == "-") return read_stream(stdin, "stdin", language);
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file) fail({"{} is niet te openen: {}", "cannot open {}: {}"}, path, language);
    return read_stream(file.get(), path, language);
}

std::string sha256_of_file(const std::string& path, Language language) {
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file) fail({"{} is niet te openen: {}", "cannot open {}: {}"}, path, language);
    struct stat status {};
    if (::fstat(fileno(file.get()), &status) != 0 || !S_ISREG(status.st_mode))
        throw Fault(language, {"{} is geen gewoon bestand", "{} is not an ordinary file"}, {printable(path)});
    Poco::SHA2Engine sha256(Poco::SHA2Engine::SHA_256);
    char piece[65536];
    while (const std::size_t count = std::fread(piece, 1, sizeof piece, file.get())) sha256.update(piece, count);
    if (std::ferror(file.get()) != 0) fail({"{} is niet te lezen: {}", "cannot read {}: {}"}, path, language);
    return Poco::DigestEngine::digestToHex(sha256.digest());
}

void write_file(const std::string& path, std::string_view content, Language language) {
    const std::string target = is_replaceable(path) ? path + ".new-" + number(getpid()) : path;
    constexpr Text unwritable{"{} is niet te schrijven: {}", "cannot write {}: {}"};
    File file(std::fopen(target.c_str(), "wb"));
    if (!file) fail(unwritable, path, language);
    if (target != path) copy_mode(path, file.get());
    const bool written = write_stream(file.get(), content) && std::fclose(file.release()) == 0;
    if (written && (target == path || std::rename(target.c_str(), path.c_str()) == 0)) return;
    const int error = errno;
    if (target != path) std::remove(target.c_str());
    errno = error;
    fail(unwritable, path, language);
}

void write_out(std::string_view text, Language language) {
    if (!write_stream(stdout, text)) fail({"{} is niet te schrijven: {}", "cannot write {}: {}"}, "stdout", language);
}

void write_error(std::string_view text) {
    write_stream(stderr, text);
}

bool output_is_terminal() {
    return isatty(STDOUT_FILENO) == 1;
}
bool errors_are_terminal() {
    return isatty(STDERR_FILENO) == 1;
}

std::size_t output_columns() {
    if (!output_is_terminal()) return 0;
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
    return size.ws_col;
}

TemporaryDirectory::TemporaryDirectory(Language language) {
    const char* place = std::getenv("TMPDIR");
    path_ = std::string(place != nullptr && *place != '\0' ? place : "/tmp") + "/mvoi-XXXXXX";
    if (mkdtemp(path_.data()) == nullptr) fail({"{} is niet te maken: {}", "cannot make {}: {}"}, path_, language);
}

TemporaryDirectory::~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace mvoi::cli
