// SPDX-License-Identifier: EUPL-1.2
// The table of verbs as help, as a man page, and as completion for a shell.
#pragma once

#include <string>

#include "verbs.hpp"

namespace mvoi::cli {

std::string help_text(Language language);
std::string help_text(const Verb& verb, Language language);
// roff, section 1; help_manual.cpp
std::string manual(Language language);
// help_completion.cpp
std::string bash_completion(Run& run);

// The command as a whole.
inline constexpr Text about{"register en kalender van maatschappelijk verantwoord inkopen (MVOI)",
                            "register and calendar of responsible public procurement (MVOI)"};
inline constexpr Text story{
    "mvoi legt bij de start van een aanbesteding vast welk ambitieniveau, welke MVOI-thema's en welke criteria zijn "
    "gekozen, en weet daarna van elk thema precies één van drie dingen: toegepast, uitgelegd of onbeslist. Op een "
    "terminal toont het tabellen; in een bestand of een pijp schrijft het JSON, het antwoord van de bibliotheek.",
    "mvoi records at the start of a tender which ambition level, which MVOI themes and which criteria were chosen, and "
    "from then on knows of each theme exactly one of three things: applied, explained or undecided. On a terminal it "
    "shows tables; into a file or a pipe it writes JSON, the answer of the library."};

struct ExitCode {
    std::string_view code;
    Text says;
};
inline constexpr ExitCode exit_codes[] = {
    {"0", {"Gedaan.", "Done."}},
    {"1",
     {"Een goed begrepen nee: niet gevonden, al aanwezig, tegengehouden door een regel; een journaal dat niet "
      "ongeschonden is, tabellen die afwijken, geweigerde rijen.",
      "A proper no: not found, already there, held back by a rule; a journal that is not intact, tables that differ, "
      "refused rows."}},
    {"2", {"Een fout, ook in de opdrachtregel.", "A fault, also in the command line."}},
};

}  // namespace mvoi::cli
