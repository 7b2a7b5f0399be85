// SPDX-License-Identifier: EUPL-1.2
// Words that stand where a name should and are none: "zie bijlage", "vacature", "idem". Of a name that only begins like
// one, such as "Test-Aankoop" or "Diverse Diensten BV", nothing is taken away.
#pragma once

#include <string_view>

namespace mvoi::intake {

//   header     of the column: a cell that repeats it names nobody
//   of_person  names of people are no words such as "vacature"; a firm may be called so
bool is_no_name(std::string_view text, std::string_view header, bool of_person);

}  // namespace mvoi::intake
