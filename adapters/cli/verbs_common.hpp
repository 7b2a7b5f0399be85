// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the rows of options by kind, and options that verbs of more than one subject have.
#pragma once

#include <algorithm>
#include <array>

#include "commands.hpp"
#include "show.hpp"
#include "verbs.hpp"

namespace mvoi::cli {

// Rows of options, by the kind of their value.
constexpr Option option(std::string_view name, std::string_view value, Kind kind, std::string_view pointer, Text help) {
    return {name, value, kind, pointer, help};
}
constexpr Option text(std::string_view name, std::string_view value, std::string_view pointer, Text help,
                      std::string_view words = {}) {
    return {name, value, Kind::Text, pointer, help, words};
}
constexpr Option integer(std::string_view name, std::string_view value, std::string_view pointer, Text help) {
    return {name, value, Kind::Integer, pointer, help};
}
constexpr Option figure(std::string_view name, std::string_view value, std::string_view pointer, Text help) {
    return {name, value, Kind::Figure, pointer, help};
}
constexpr Option cents(std::string_view name, std::string_view pointer, Text help) {
    return {name, "EUROS", Kind::Cents, pointer, help};
}
constexpr Option flag(std::string_view name, std::string_view pointer, Text help) {
    return {name, {}, Kind::True, pointer, help};
}
// An option that its verb sees to.
constexpr Option own(std::string_view name, std::string_view value, Text help, std::string_view words = {}) {
    return {name, value, Kind::Own, {}, help, words};
}

// The name of a tender that is there already, and the mark by which a request may be repeated.
inline constexpr Option of_organisation =
    text("--organisation", "CODE", "/organisation",
         {"de organisatie: TENDER is dan het eigen kenmerk, zonder deze optie de UUID",
          "the organisation: TENDER is your own number then, the UUID without it"});
inline constexpr Option by_reference =
    text("--reference", "TEXT", "/reference",
         {"het eigen kenmerk, in plaats van TENDER", "your own number, instead of TENDER"});
inline constexpr Option repeatable = text("--request-id", "TEXT", "/requestId",
                                          {"een herhaling met dezelfde waarde doet niets en geeft het eerste antwoord",
                                           "a repeat with the same value does nothing and gives the first answer"});

// Of a list: which part of it is asked for, and how much of that at a time.
inline constexpr Option within_organisation =
    text("--organisation", "CODE", "/organisation", {"van deze organisatie", "of this organisation"});
inline constexpr Option page_limit = integer("--limit", "N", "/limit", {"zoveel per bladzijde", "so many on a page"});
inline constexpr Option page_after =
    text("--after", "NEXT", "/after",
         {"de bladzijde na deze: \"next\" van de vorige", "the page after this: \"next\" of the one before"});
inline constexpr Option all_pages =
    own("--all", {}, {"alle bladzijden achter elkaar", "all pages one after the other"});

constexpr Option text_from(std::string_view pointer) {
    return option(
        "--text-file", "FILE", Kind::TextOfFile, pointer,
        {"die tekst uit een bestand; - is de standaardinvoer", "that text from a file; - is the standard input"});
}
inline constexpr Option work_kind = text(
    "--kind", "KIND", "/kind", {"werk, levering of dienst", "werk (works), levering (supplies) or dienst (services)"});
inline constexpr Option whole_from_file =
    own("--file", "FILE",
        {"het hele verzoek in JSON, in plaats van de andere opties; - is de standaardinvoer",
         "the whole request in JSON, instead of the other options; - is the standard input"});
// Of a calendar: the window of time and the readers.
inline constexpr Option window_from =
    text("--from", "DATE", "/from",
         {"eerste dag; zonder deze optie zes maanden geleden", "first day; six months ago without it"});
inline constexpr Option window_to = text(
    "--to", "DATE", "/to", {"laatste dag; zonder deze optie over 24 maanden", "last day; 24 months ahead without it"});
inline constexpr Option calendar_audience =
    text("--audience", "intern|publiek", "/audience",
         {"publiek: alleen wat de markt mag weten", "publiek: only what the market may know"});

// Parts of a table, as one.
template <typename Row, std::size_t... sizes>
constexpr auto together(const Row (&... parts)[sizes]) {
    std::array<Row, (sizes + ...)> all{};
    auto to = all.begin();
    ((to = std::copy(std::begin(parts), std::end(parts), to)), ...);
    return all;
}

// An answer that refused something is a "no", however well the rest went.
inline bool is_complete(const Object& answer, const Arguments&) {
    return integer_of(answer, "refused") == 0;
}

}  // namespace mvoi::cli
