// SPDX-License-Identifier: EUPL-1.2
// What people write in lists and notices, read as what the register means by it: "3e kwartaal 2026" is 2026-Q3,
// "€ 1.234,50" is 123450 cents. Reading never guesses: what can mean two things is refused with the rule that says so.
// Pure, and without any locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/date.hpp"
#include "domain/model.hpp"
#include "json/value.hpp"

namespace mvoi::operations::import {

// ---- texts ----------------------------------------------------------------------------------------------------------

// Without the blanks (no-break blanks too), tabs and line ends at either side.
std::string_view trimmed(std::string_view text);
// Trimmed, and every run of blanks, tabs, line ends and controls inside is one blank: a title is one line.
std::string tidy(std::string_view text);
// For comparing words: lower-case letters and digits without accents; all else is one blank ("N.T.B." is "n t b").
// Letters that are not Latin stay as they are.
std::string folded(std::string_view text);
// "Gemeente 's-Hertogenbosch" is "gemeente-s-hertogenbosch"; ASCII, at most this long; empty when nothing is left.
std::string slug(std::string_view text, std::size_t max);
// The first so many characters (not bytes).
std::string_view cut(std::string_view text, std::size_t characters);
// The text as a fault may show it: valid UTF-8 and short.
std::string shown(std::string_view text);
// Not valid UTF-8, or with a NUL: the file is in another encoding than was said.
bool is_broken(std::string_view text);
// Adds the text, decoded, as UTF-8.
void append_windows_1252(std::string& out, std::string_view text);

// What a cell says before anybody looks at its type.
enum class Said { Something, Nothing, Unknown };  // "n.v.t." is Nothing, "n.t.b." is Unknown
Said said(std::string_view text);

// ---- dates ----------------------------------------------------------------------------------------------------------

struct DateReading {
    domain::PlannedDate date;
    bool widened = false;   // "eind 2027" is kept as 2027, which holds it
    std::string_view rule;  // why it cannot be read; empty when it is
};
// Day first, ISO 8601 (also with a time), months by name or number, quarters, half years, years, "onbekend". Not for
// an empty text.
DateReading read_date(std::string_view text);

// A day written inside a text, such as a title.
struct DateInText {
    std::string text;  // as it stands there
    domain::Date day;
};
std::vector<DateInText> dates_in(std::string_view text);

// A date that nobody means: 2050-01-01, 1900-01-01, 9999. Ends of contracts may lie further ahead than other dates,
// since concessions of thirty years exist; far_ahead says that this is such a one.
bool is_placeholder(domain::Date day, domain::Date base, bool is_contract_end);
bool is_far_ahead(domain::Date day, domain::Date base);

// ---- amounts --------------------------------------------------------------------------------------------------------

constexpr std::int64_t max_cents = 9'000'000'000'000'000;  // as in schema/operations/common.json

struct AmountReading {
    std::optional<std::int64_t> low_cents;
    std::optional<std::int64_t> high_cents;  // equal to low_cents when it is one amount
    std::string_view rule;                   // why it cannot be read; empty when it is
};
// Euros as people write them, or a band of them. Not for an empty text.
AmountReading read_amount(std::string_view text);
// A number of euros out of JSON, to the cent; nullopt when it has parts of cents, is negative or too large.
std::optional<std::int64_t> cents_of(const json::Value& number);
// Nobody buys for a euro: forms that insist on an amount are filled in with 0 or 1.
bool is_placeholder(std::int64_t cents);

// ---- words ----------------------------------------------------------------------------------------------------------

// werk, levering, dienst; empty when the text is something else.
std::string_view read_kind(std::string_view text);
// A code of the vocabulary "procedures"; empty when the text is something else.
std::string_view read_procedure(std::string_view text);
std::optional<int> read_ambition(std::string_view text);

struct CpvReading {
    std::vector<std::string> codes;       // eight digits, each once
    std::vector<std::string> unreadable;  // what looks like a code and is none
};
// Adds what the text holds: one code or several, with or without check digit, with or without its description.
void read_cpv(std::string_view text, CpvReading& reading);

// ---- requests -------------------------------------------------------------------------------------------------------

constexpr std::size_t max_cpv = 200;          // of one tender or lot
constexpr std::size_t max_reference = 100;    // characters
constexpr std::size_t max_title = 1000;       // characters
constexpr std::size_t max_organisation = 64;  // characters

json::Value cpv_list(const std::vector<std::string>& codes);
// As a member of "planning": the text alone, or with its certainty where that is not the usual "verwacht".
json::Value planned(const domain::PlannedDate& date);
bool is_organisation(std::string_view code);

}  // namespace mvoi::operations::import
