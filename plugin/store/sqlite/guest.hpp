// SPDX-License-Identifier: EUPL-1.2
// How SQLite opens files for those who only read: what is not there is not made. SQLite itself makes the log and the
// index for anybody, in the name of whoever reads; the owner of the register may then not write to them.
#pragma once

namespace mvoi::store::sqlite {

// Names of parts of SQLite that open files. The first uses locks and an index that others made; the second uses
// neither, and keeps its index in memory.
const char* guest_files();
const char* leftover_files();

}  // namespace mvoi::store::sqlite
