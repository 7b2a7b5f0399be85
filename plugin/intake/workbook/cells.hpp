// SPDX-License-Identifier: EUPL-1.2
// The content of cells of a workbook, as the texts that lists are read from. Spreadsheets keep numbers as floating
// point and days as numbers: what somebody typed is what comes out.
#pragma once

#include <string>
#include <string_view>

namespace mvoi::intake {

// As which a number format shows a number.
enum class Shows { Number, Percent, Day, Month, Year };
Shows shown_as(std::string_view format);  // "dd-mm-yyyy"
Shows shown_as_builtin(int number);       // of the list of ECMA-376, part 1, 18.8.30

// The number to fifteen significant digits, which is what spreadsheets show and keep of what was typed:
// 0.30000000000000004 is 0.3. With a point, and never three decimals, which could be thousands. Anything else stays.
std::string number_text(std::string_view stored);
// The same of a cell that shows percents: 0.98 is "98".
std::string percent_text(std::string_view stored);
// "2027-03-31", "2027-03" or "2027"; the number itself when it is no day of the calendar.
std::string day_text(std::string_view stored, Shows shows, bool from_1904);

}  // namespace mvoi::intake
