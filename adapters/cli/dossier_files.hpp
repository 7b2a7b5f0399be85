// SPDX-License-Identifier: EUPL-1.2
// Files of a folder with dossiers: their names, and whether this command wrote them.
#pragma once

#include <string>
#include <string_view>

namespace mvoi::cli {

// The file name of a dossier. Whatever the reference holds, the name is plain, stays in its folder, and is that of no
// other tender, also where capitals do not count: a reference that cannot be a name as it is gets the UUID behind it.
std::string dossier_file_name(std::string_view reference, std::string_view uuid);

// Stands at the end of each file that this command writes.
inline constexpr std::string_view dossier_mark = "<!-- mvoi dossiers -->\n";

enum class Occupant { Nobody, Own, Other, NoFile };
// What is at this place now: nothing, a file with the mark, one without, or no plain file at all.
Occupant occupant_of(const std::string& path);

}  // namespace mvoi::cli
