// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: options and examples of the verbs that decide on a tender and bring it further.
#pragma once

#include "verbs_tender.hpp"

namespace mvoi::cli {

inline constexpr std::string_view reason_words =
    "geen-aanbod raamovereenkomst thema-past-niet budget te-laat capaciteit wettelijk anders";

inline constexpr std::string_view verdict_words = "akkoord akkoord-mits afgewezen";

inline constexpr Option text_from_file_option{
    "--text-file",
    "FILE",
    As::File,
    "text",
    {"die tekst uit een bestand; - is de standaardinvoer", "that text from a file; - is the standard input"}};

inline constexpr Option decide_options[] = {
    of_organisation,
    by_reference,
    {"--level",
     "1|2|3",
     As::Integer,
     "level",
     {"niveau van apply: 1 basis, 2 significant, 3 ambitieus; zonder deze optie dat van beleid of ambitie",
      "level of apply: 1 basic, 2 significant, 3 ambitious; that of policy or ambition without it"},
     "1 2 3"},
    {"--reason",
     "REASON",
     As::Text,
     "reason",
     {"reden van explain, of van een niveau onder het beleid", "reason of explain, or of a level below policy"},
     reason_words},
    {"--text", "TEXT", As::Text, "text", {"de uitleg in een zin", "the explanation in a sentence"}},
    text_from_file_option,
    {"--until",
     "DATE",
     As::Text,
     "until",
     {"laatste dag van waar de uitleg op steunt, zoals een raamovereenkomst",
      "last day of what the explanation leans on, such as a framework agreement"}},
    repeatable,
};
inline constexpr Example decide_examples[] = {
    {"mvoi decide 2027-014 klimaat apply --organisation gm0344 --level 2",
     {"Klimaat wordt toegepast op niveau 2.", "Klimaat is applied at level 2."}},
    {"mvoi decide 2027-014 milieu explain --organisation gm0344 --role inkoopadviseur \\\n"
     "    --reason geen-aanbod --text \"De markt levert dit nog niet; zes leveranciers gevraagd\"",
     {"Milieu wordt niet toegepast; het antwoord zegt wat eerder is besloten en hoe sterk de uitleg is.",
      "Milieu is not applied; the answer says what was decided before and how strong the explanation is."}},
};

inline constexpr Option gate_options[] = {of_organisation, by_reference};
inline constexpr Example gate_examples[] = {
    {"mvoi gate 2027-014 --organisation gm0344 && mvoi advance 2027-014 publication --organisation gm0344",
     {"Publiceert alleen als niets dat tegenhoudt.", "Publishes only when nothing stops it."}},
};

inline constexpr Option advance_options[] = {
    of_organisation,
    by_reference,
    {"--reason", "TEXT", As::Text, "reason", {"waarom", "why"}},
    repeatable,
};
inline constexpr Example advance_examples[] = {
    {"mvoi advance 2027-014 review --organisation gm0344", {"Naar de tenderboard.", "To the tender board."}},
    {"mvoi advance 2027-014 cancelled --organisation gm0344 --reason \"Samengevoegd met 2027-020\"",
     {"Trekt de aanbesteding in.", "Cancels the tender."}},
};

inline constexpr Option confirm_options[] = {of_organisation, by_reference, repeatable};
inline constexpr Example confirm_examples[] = {
    {"mvoi confirm 2027-014 --organisation gm0344",
     {"Wat voorlopig was, staat vast.", "What was provisional is fixed."}},
};
inline constexpr Example withdraw_examples[] = {
    {"mvoi withdraw 2027-014 --organisation gm0344 --reason \"Dubbel ingevoerd\"",
     {"Neemt een voorlopige aanbesteding terug.", "Takes a provisional tender back."}},
};

inline constexpr Option reopen_options[] = {
    {"--organisation", "CODE", As::Text, "organisation", {"van deze organisatie", "of this organisation"}},
    {"--limit",
     "N",
     As::Integer,
     "limit",
     {"ten hoogste zoveel aanbestedingen in één keer", "at most so many tenders in one go"}},
    repeatable,
};
inline constexpr Example reopen_examples[] = {
    {"mvoi reopen --organisation gm0344",
     {"Wat vandaag vervallen is, is weer onbeslist.", "What has lapsed by today is undecided again."}},
};

}  // namespace mvoi::cli
