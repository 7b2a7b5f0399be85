// SPDX-License-Identifier: EUPL-1.2
// Opening the register at a place. Who only reads makes nothing and leaves nothing: he reads with the log and the index
// of those who write, and where there are none, the file as it lies.
#pragma once

#include <memory>

#include "store/sqlite/connection.hpp"
#include "store/sqlite/place.hpp"

namespace mvoi::store::sqlite {

// True when this process may write the register, and make files beside it.
bool may_write(const std::string& path);

//   makes  the log and index, where they are not there: the session is there to write
std::unique_ptr<SqliteConnection> open_reader(const std::shared_ptr<Place>& place, bool makes);
// Throws Storage where this process may not write.
std::unique_ptr<SqliteConnection> open_writer(const std::shared_ptr<Place>& place);

}  // namespace mvoi::store::sqlite
