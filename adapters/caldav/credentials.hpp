// SPDX-License-Identifier: EUPL-1.2
// The user and the password: never from the command line, where all users of the machine see them, and never repeated.
#pragma once

#include <string>

namespace mvoi::caldav {

struct Credentials {
    std::string user;  // empty: the server asks for none
    std::string password;
};

// MVOI_CALDAV_USER with the password of this file; without a file that of MVOI_CALDAV_PASSWORD_FILE, else
// MVOI_CALDAV_PASSWORD. Throws Refusal, also when others can read the file.
Credentials credentials_from(const std::string& password_file);

}  // namespace mvoi::caldav
