// SPDX-License-Identifier: EUPL-1.2
// Kinds of contract, procedures, levels of ambition and CPV codes as people write them, read as the codes that the
// register has for them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mvoi::intake {

// werk, levering, dienst; empty when the text is something else.
std::string_view read_kind(std::string_view text);
// A code of the vocabulary "procedures"; empty when the text is something else.
std::string_view read_procedure(std::string_view text);
std::optional<int> read_ambition(std::string_view text);

struct CpvReading {
    std::vector<std::string> codes;       // eight digits, each once
    std::vector<std::string> unreadable;  // pieces that look like a code and are none
};
// Adds what the text holds: one code or several, with or without check digit, with or without its description.
void read_cpv(std::string_view text, CpvReading& reading);

}  // namespace mvoi::intake
