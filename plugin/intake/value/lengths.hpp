// SPDX-License-Identifier: EUPL-1.2
// Lengths, renewals and options as registers write them: "3 maanden", "2 x 1 jaar", "stilzwijgend met 12 maanden".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/model.hpp"

namespace mvoi::intake {

// "3 maanden", "6 wk", "1 jaar" (twelve months), "een kwartaal"; nothing when it is something else, such as a bare
// number.
std::optional<domain::contract::Notice> read_length(std::string_view text);
// The same in whole months.
std::optional<int> read_months(std::string_view text);

struct RenewalReading {
    std::optional<domain::contract::Renewal> kind;  // nothing: the text does not say which
    std::optional<int> months;                      // 0: for an indefinite time
    std::optional<int> times;
    bool yes = false;  // that it is renewed was said, and perhaps no more
};
// "stilzwijgend", "stilzwijgend 2 x 1 jaar", "uitdrukkelijk, 12 maanden", "2 x 1 jaar", "ja", "geen"; nothing when
// there is a word in it that is not understood: half a renewal is worse than none.
std::optional<RenewalReading> read_renewal(std::string_view text);

// "Geen", "nee": it is not renewed.
bool is_no_renewal(std::string_view text);
// A header that says that what stands below it is about tacit renewal: "Stilzwijgende verlenging".
bool names_tacit(std::string_view header);
// "Onbepaalde tijd", folded: there is no end, and that is known. "Onbepaald" alone may be an end that nobody determined
// yet.
bool is_indefinite_time(std::string_view words);

// "2 x 1 jaar", "1 jaar + 6 maanden", "12 maanden": the months of each option; nothing when it is something else.
std::optional<std::vector<int>> read_options(std::string_view text);

}  // namespace mvoi::intake
