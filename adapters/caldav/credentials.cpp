// SPDX-License-Identifier: EUPL-1.2
#include "credentials.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "message.hpp"

namespace mvoi::caldav {

namespace {

constexpr std::size_t longest_password = 4096;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) close(number);
    }
};

// Looked at after it is opened, so that it is the file that was looked at.
std::string password_in(const std::string& path) {
    const Descriptor file{open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat status {};
    if (file.number < 0 || fstat(file.number, &status) != 0) {
        throw Refusal(message("het bestand met het wachtwoord, {}, is niet te lezen: {}",
                              "the file with the password, {}, cannot be read: {}", {path, std::strerror(errno)}));
    }
    const bool own = status.st_uid == geteuid() || status.st_uid == 0;
    if (!S_ISREG(status.st_mode) || !own || (status.st_mode & 077U) != 0) {
        throw Refusal(message("het bestand met het wachtwoord, {}, is ook voor anderen; doe eerst: chmod 600",
                              "the file with the password, {}, is open to others; first do: chmod 600", {path}));
    }
    std::array<char, longest_password> buffer{};
    const ssize_t count = read(file.number, buffer.data(), buffer.size());
    std::string password(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    return password.substr(0, password.find_first_of("\r\n"));
}

bool has_control(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

}  // namespace

Credentials credentials_from(const std::string& password_file) {
    Credentials credentials{environment("MVOI_CALDAV_USER"), environment("MVOI_CALDAV_PASSWORD")};
    const std::string file = password_file.empty() ? environment("MVOI_CALDAV_PASSWORD_FILE") : password_file;
    if (!file.empty()) credentials.password = password_in(file);
    if (credentials.user.empty() && !credentials.password.empty())
        throw Refusal(message("er is een wachtwoord maar geen gebruiker: zet MVOI_CALDAV_USER",
                              "there is a password but no user: set MVOI_CALDAV_USER"));
    if (!credentials.user.empty() && credentials.password.empty()) {
        throw Refusal(
            message("er is een gebruiker maar geen wachtwoord: zet MVOI_CALDAV_PASSWORD of geef --password-file",
                    "there is a user but no password: set MVOI_CALDAV_PASSWORD or give --password-file"));
    }
    // A colon ends the user's name in HTTP Basic (RFC 7617 2).
    if (credentials.user.find(':') != std::string::npos || has_control(credentials.user) ||
        has_control(credentials.password)) {
        throw Refusal(
            message("de gebruiker heeft een dubbele punt, of gebruiker of wachtwoord een stuurteken: dat kan HTTP niet "
                    "overbrengen",
                    "the user has a colon, or the user or the password a control character: HTTP cannot carry that"));
    }
    return credentials;
}

}  // namespace mvoi::caldav
