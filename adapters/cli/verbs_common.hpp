// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: words and options that verbs of more than one subject have, each written once.
#pragma once

#include "commands.hpp"
#include "show.hpp"
#include "verbs.hpp"

namespace mvoi::cli {

inline constexpr std::string_view flag_words =
    "niet-van-toepassing geheel-niet-van-toepassing onbeslist onder-beleid uitleg-loopt-af uitleg-vervallen "
    "te-laat-begonnen";
inline constexpr std::string_view phase_words =
    "preparation consultation review publication evaluation award contract execution closed cancelled";

// How a tender is named that is there already, and what makes writing one repeatable.
inline constexpr Option of_organisation{"--organisation",
                                        "CODE",
                                        As::Text,
                                        "organisation",
                                        {"de organisatie: TENDER is dan het eigen kenmerk, zonder deze optie de UUID",
                                         "the organisation: TENDER is your own number then, the UUID without it"}};
inline constexpr Option by_reference{"--reference",
                                     "TEXT",
                                     As::Text,
                                     "reference",
                                     {"het eigen kenmerk, in plaats van TENDER", "your own number, instead of TENDER"}};
inline constexpr Option repeatable{"--request-id",
                                   "TEXT",
                                   As::Text,
                                   "requestId",
                                   {"een herhaling met dezelfde waarde doet niets en geeft het eerste antwoord",
                                    "a repeat with the same value does nothing and gives the first answer"}};

// Of a list: which part of it is asked for, and how much of that at a time.
inline constexpr Option within_organisation{
    "--organisation", "CODE", As::Text, "organisation", {"van deze organisatie", "of this organisation"}};
inline constexpr Option page_limit{"--limit", "N", As::Integer, "limit", {"zoveel per bladzijde", "so many on a page"}};
inline constexpr Option page_after{
    "--after",
    "NEXT",
    As::Text,
    "after",
    {"de bladzijde na deze: \"next\" van de vorige", "the page after this: \"next\" of the one before"}};
inline constexpr Option all_pages{
    "--all", {}, As::Nothing, {}, {"alle bladzijden achter elkaar", "all pages one after the other"}};

inline constexpr Option text_from_file_option{
    "--text-file",
    "FILE",
    As::File,
    "text",
    {"die tekst uit een bestand; - is de standaardinvoer", "that text from a file; - is the standard input"}};

// An answer that refused something is a "no", however well the rest went.
inline bool is_complete(const Object& answer, const Arguments&) {
    return integer_of(answer, "refused") == 0;
}

}  // namespace mvoi::cli
