// SPDX-License-Identifier: EUPL-1.2
// The texts by which people name things: references of tenders and contracts, numbers of lots, names and numbers of
// suppliers. Two that look the same are the same: every door that takes one takes it in this form.
#pragma once

#include <string>
#include <string_view>

namespace mvoi::json {

// In Unicode's composed form (NFC), without characters that do not show (zero-width ones, marks of direction), with
// single blanks between words and none around them. What is not UTF-8 stays as it is.
std::string key_of(std::string_view text);

// Nothing of it shows: blanks alone, or characters without a width.
bool is_blank(std::string_view text);

}  // namespace mvoi::json
