// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the verbs that decide on a tender and bring it further.
#pragma once

#include "verbs_common.hpp"

namespace mvoi::cli {

inline constexpr Option decide_options[] = {
    of_organisation,
    by_reference,
    integer("--level", "1|2|3", "/themes/0/level",
            {"niveau van apply: 1 basis, 2 significant, 3 ambitieus; zonder deze optie dat van beleid of ambitie",
             "level of apply: 1 basic, 2 significant, 3 ambitious; that of policy or ambition without it"}),
    text("--reason", "REASON", "/themes/0/explanation/reason",
         {"reden van explain, of van een niveau onder het beleid", "reason of explain, or of a level below policy"}),
    text("--text", "TEXT", "/themes/0/explanation/text", {"de uitleg in een zin", "the explanation in a sentence"}),
    text_from("/themes/0/explanation/text"),
    text("--until", "DATE", "/themes/0/explanation/until",
         {"laatste dag van waar de uitleg op steunt, zoals een raamovereenkomst",
          "last day of what the explanation leans on, such as a framework agreement"}),
    repeatable,
};

inline constexpr Option gate_options[] = {of_organisation, by_reference};

inline constexpr Option advance_options[] = {
    of_organisation,
    by_reference,
    text("--reason", "TEXT", "/reason", {"waarom", "why"}),
    repeatable,
};

inline constexpr Option confirm_options[] = {of_organisation, by_reference, repeatable};

inline constexpr Option reopen_options[] = {
    within_organisation,
    integer("--limit", "N", "/limit",
            {"ten hoogste zoveel aanbestedingen in één keer", "at most so many tenders in one go"}),
    repeatable,
};

inline constexpr Verb decision_verbs[] = {
    {.name = "decide",
     .words = "TENDER THEME DECISION",
     .places = {{{"/themes/0/theme"}}},
     .offers = "apply explain open",
     .operation = "tender.decide",
     .uses = Register::Existing,
     .summary = {"besluit over één thema", "decides on one theme"},
     .more =
         {"apply past het thema toe en laat zijn criteria staan, explain legt uit waarom niet, open maakt het weer "
          "onbeslist. Bij een uitleg "
          "zegt het antwoord wat de organisatie eerder besloot en hoe sterk de uitleg is, punt voor punt; dat is een "
          "oordeel van de bibliotheek, geen besluit. Meer thema's tegelijk en criteria gaan met mvoi call.",
          "apply applies the theme and keeps its criteria, explain explains why not, open makes it undecided again. On "
          "an explanation the "
          "answer says what the organisation decided before and how strong the explanation is, point by point; "
          "that is an opinion of the library, no decision. Several themes at once and criteria go with mvoi call."},
     .options = decide_options,
     .examples =
         {{{"mvoi decide 2027-014 klimaat apply --organisation gm0344 --level 2",
            {"Klimaat wordt toegepast op niveau 2.", "Klimaat is applied at level 2."}},
           {"mvoi decide 2027-014 milieu explain --organisation gm0344 --role inkoopadviseur \\\n"
            "    --reason geen-aanbod --text \"De markt levert dit nog niet; zes leveranciers gevraagd\"",
            {"Milieu wordt niet toegepast; het antwoord zegt wat eerder is besloten en hoe sterk de uitleg is.",
             "Milieu is not applied; the answer says what was decided before and how strong the explanation is."}}}},
     .run = decide,
     .show = show_decision},
    {.name = "gate",
     .words = "TENDER [PHASE]",
     .places = {{{"/to"}}},
     .operation = "tender.gate",
     .summary = {"toont wat een aanbesteding tegenhoudt, en wat dat verhelpt",
                 "shows what stops a tender, and what mends that"},
     .more =
         {"Zonder PHASE op weg naar de volgende poort: publicatie, zolang die nog komt. Er verandert niets. De "
          "afsluitwaarde is 1 als de aanbesteding wordt tegengehouden, 0 als niets dat doet of het beleid alleen "
          "meldt.",
          "Without PHASE on the way to the next gate: publication, as long as that is to come. Nothing changes. The "
          "exit code is 1 when the tender is stopped, 0 when nothing does or the policy only reports."},
     .options = gate_options,
     .examples =
         {{{"mvoi gate 2027-014 --organisation gm0344 && mvoi advance 2027-014 publication --organisation gm0344",
            {"Publiceert alleen als niets dat tegenhoudt.", "Publishes only when nothing stops it."}}}},
     .show = show_gate},
    {.name = "advance",
     .words = "TENDER PHASE",
     .places = {{{"/to"}}},
     .operation = "tender.advance",
     .uses = Register::Existing,
     .summary = {"brengt een aanbesteding naar een andere fase, door haar poort",
                 "brings a tender to another phase, through its gate"},
     .options = advance_options,
     .examples = {{{"mvoi advance 2027-014 review --organisation gm0344",
                    {"Naar de tenderboard.", "To the tender board."}},
                   {"mvoi advance 2027-014 cancelled --organisation gm0344 --reason \"Samengevoegd met 2027-020\"",
                    {"Trekt de aanbesteding in.", "Cancels the tender."}}}},
     .show = show_tender},
    {.name = "confirm",
     .words = "TENDER",
     .operation = "tender.confirm",
     .uses = Register::Existing,
     .summary = {"bevestigt een voorlopige aanbesteding", "confirms a provisional tender"},
     .options = confirm_options,
     .examples = {{{"mvoi confirm 2027-014 --organisation gm0344",
                    {"Wat voorlopig was, staat vast.", "What was provisional is fixed."}}}},
     .show = show_tender},
    {.name = "withdraw",
     .words = "TENDER",
     .operation = "tender.withdraw",
     .uses = Register::Existing,
     .summary = {"neemt een voorlopige aanbesteding terug", "withdraws a provisional tender"},
     .options = advance_options,
     .examples = {{{"mvoi withdraw 2027-014 --organisation gm0344 --reason \"Dubbel ingevoerd\"",
                    {"Neemt een voorlopige aanbesteding terug.", "Takes a provisional tender back."}}}},
     .show = show_tender},
    {.name = "reopen",
     .operation = "tender.reopen",
     .uses = Register::Existing,
     .summary = {"maakt thema's weer onbeslist waarvan de uitleg is vervallen",
                 "makes themes undecided again whose explanation has lapsed"},
     .more = {"Dit gebeurt ook vanzelf, bij het eerste dat een dag in het register schrijft.",
              "It happens by itself too, with the first thing that writes to the register on a day."},
     .options = reopen_options,
     .examples = {{{"mvoi reopen --organisation gm0344",
                    {"Wat vandaag vervallen is, is weer onbeslist.", "What has lapsed by today is undecided again."}}}},
     .show = show_reopened},
};

}  // namespace mvoi::cli
