// SPDX-License-Identifier: EUPL-1.2
// The header of a column: its subject, and the unit that stands behind it.
#pragma once

#include <string>
#include <string_view>

namespace mvoi::intake {

enum class HeaderUnit { None, Days, Weeks, Months, Years, Euros, Day };

struct Header {
    std::string text;     // as it stands in the list, in one line
    std::string words;    // the same, folded
    std::string subject;  // without the unit; the same words when there is none
    HeaderUnit unit = HeaderUnit::None;
};
// "Opzegtermijn (maanden)" is about "opzegtermijn", in months.
Header read_header(std::string_view text);

// A number without a unit of its own, as a length in the unit of its header: "3" is "3 maanden"; anything else as it
// is.
std::string with_unit(std::string_view text, HeaderUnit unit);

}  // namespace mvoi::intake
