// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the procurement calendar, as a file and on a server.
#pragma once

#include "verbs_common.hpp"

namespace mvoi::cli {

inline constexpr Option calendar_options[] = {
    within_organisation,
    window_from,
    window_to,
    calendar_audience,
    text("--component", "event|todo", "/component",
         {"todo: wat er te doen is, alleen als ics", "todo: what there is to do, as ics only"}),
    flag("--alarms", "/alarms", {"bij todo: met een herinnering vooraf", "with todo: with a reminder beforehand"}),
    text("--format", "ics|json|csv|html", "/format",
         {"vorm; zonder deze optie ics, op een terminal een tabel", "form; ics without it, on a terminal a table"}),
    own("--output", "FILE",
        {"schrijft hierheen; een lezer ziet nooit een half bestand", "writes here; a reader never sees half a file"}),
};

inline constexpr Option caldav_options[] = {
    within_organisation,
    calendar_audience,
    text("--component", "event|todo", "/component",
         {"todo: de taken in plaats van de mijlpalen", "todo: the things to do in place of the milestones"}),
    window_from,
    window_to,
    own("--dry-run", {}, {"alleen zeggen wat er zou gebeuren", "only say what would be done"}),
    own("--create", {}, {"de collectie maken als zij er niet is", "make the collection when there is none"}),
    own("--allow-empty", {},
        {"een lege kalender mag de collectie leegmaken", "an empty calendar may empty the collection"}),
    own("--password-file", "FILE",
        {"wachtwoord bij MVOI_CALDAV_USER; alleen voor u leesbaar (chmod 600)",
         "password to MVOI_CALDAV_USER; readable by you alone (chmod 600)"}),
    own("--ca", "FILE",
        {"certificaten van de uitgever (PEM), in plaats van die van het systeem",
         "certificates of the authority (PEM), in place of those of the system"}),
    own("--allow-http", {},
        {"http zonder TLS mag ook naar een andere machine; het wachtwoord is dan af te luisteren",
         "http without TLS to another machine too; the password can be overheard then"}),
    own("--patience", "SECONDS",
        {"hoelang één verzoek mag duren, herhalingen inbegrepen; zonder deze optie 30",
         "how long one request may take, repeats included; 30 without it"}),
    own("--state", "FILE",
        {"wat van de vorige keer wordt onthouden; zonder deze optie een bestand per collectie in ~/.local/state/mvoi",
         "what is remembered of the time before; a file per collection in ~/.local/state/mvoi without it"}),
};

inline constexpr Verb calendar_verbs[] = {
    {.name = "calendar",
     .operation = "calendar.feed",
     .summary = {"geeft de aanbestedingskalender", "gives the procurement calendar"},
     .more = {"Wat uitgaat is de kalender zelf; met --json het antwoord van de bibliotheek daaromheen.",
              "What goes out is the calendar itself; with --json the answer of the library around it."},
     .options = calendar_options,
     .examples = {{{"mvoi calendar --audience publiek --output kalender.ics",
                    {"De kalender voor de markt, om te publiceren.", "The calendar for the market, to be published."}},
                   {"mvoi calendar --organisation gm0344 --from 2027-01-01 --to 2027-12-31 --format csv > 2027.csv",
                    {"De mijlpalen van een jaar voor een rekenblad.", "The milestones of a year for a spreadsheet."}},
                   {"mvoi calendar --organisation gm0344 --format html --output kalender.html",
                    {"Eén pagina met een tijdlijn, om te bekijken of af te drukken.",
                     "One page with a timeline, to look at or to print."}},
                   {"mvoi calendar --organisation gm0344 --component todo --output te-doen.ics",
                    {"Wat er te doen is, voor een takenlijst.", "What there is to do, for a list of tasks."}}}},
     .run = calendar,
     .show = show_calendar},
    {.name = "caldav-push",
     .words = "URL",
     .operation = "calendar.feed",
     .summary = {"houdt een agenda op een CalDAV-server gelijk aan de kalender",
                 "keeps a calendar on a CalDAV server equal to the procurement calendar"},
     .more =
         {"Alleen wat veranderd is, wordt verstuurd. Bij items van de kalender wint het register: wat iemand er met "
          "de hand aan wijzigde, wordt teruggezet. Items van anderen blijven zoals ze zijn. De gebruiker komt uit "
          "MVOI_CALDAV_USER, het wachtwoord uit --password-file, MVOI_CALDAV_PASSWORD_FILE of "
          "MVOI_CALDAV_PASSWORD. De afsluitwaarde is 1 als de server een item weigerde.",
          "Only what changed is sent. For items of the calendar the register wins: what somebody changed in them by "
          "hand is set back. Items of others stay as they are. The user comes from MVOI_CALDAV_USER, the password "
          "from --password-file, MVOI_CALDAV_PASSWORD_FILE or MVOI_CALDAV_PASSWORD. The exit code is 1 when the "
          "server refused an item."},
     .options = caldav_options,
     .examples =
         {{{"mvoi caldav-push https://agenda.example/inkoop/kalender/ --organisation gm0344 --password-file geheim",
            {"De aanbestedingskalender in een gedeelde agenda zetten, of bijwerken wat veranderd is.",
             "Put the procurement calendar into a shared calendar, or bring it up to date."}},
           {"mvoi caldav-push https://agenda.example/inkoop/taken/ --component todo --create --dry-run",
            {"Zien wat er met de taken zou gebeuren, in een collectie die nog niet bestaat.",
             "See what would be done with the things to do, in a collection that is not there yet."}}}},
     .run = caldav_push,
     .show = show_pushed,
     .well = is_complete},
};

}  // namespace mvoi::cli
