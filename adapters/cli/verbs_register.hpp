// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: options and examples of the verbs on the register as a whole, and of every verb.
#pragma once

#include "verbs.hpp"
#include "verbs_tender.hpp"

namespace mvoi::cli {

inline constexpr std::string_view role_words =
    "opdrachtgever budgethouder inkoopadviseur categoriemanager contractmanager jurist controller beleidsmedewerker "
    "facilitymanager mvoi-coordinator tenderboard directie bestuur systeem";

inline constexpr Option globals[] = {
    {"--register",
     "FILE",
     As::Nothing,
     {},
     {"het register; zonder deze optie dat van MVOI_REGISTER", "the register; without it that of MVOI_REGISTER"}},
    {"--language",
     "nl|en",
     As::Nothing,
     {},
     {"taal van tabellen en meldingen; zonder deze optie nl", "language of tables and messages; nl without it"},
     "nl en"},
    {"--json",
     {},
     As::Nothing,
     {},
     {"het antwoord van de bibliotheek, ook op een terminal", "the answer of the library, on a terminal too"}},
    {"--table", {}, As::Nothing, {}, {"tabellen, ook in een bestand of een pijp", "tables, into a file or a pipe too"}},
    {"--actor",
     "NAME",
     As::Nothing,
     {},
     {"wie dit doet; zonder deze optie de aanmeldnaam", "who does this; the login name without it"}},
    {"--role",
     "ROLE",
     As::Nothing,
     {},
     {"in welke rol, zoals inkoopadviseur; zonder deze optie die van MVOI_ROLE",
      "in which role, such as inkoopadviseur; that of MVOI_ROLE without it"},
     role_words},
    {"--today",
     "DATE",
     As::Nothing,
     {},
     {"de dag waarop dit gebeurt, JJJJ-MM-DD; zonder deze optie vandaag",
      "the day on which this happens, YYYY-MM-DD; today without it"}},
    {"--wait",
     "MS",
     As::Nothing,
     {},
     {"hoeveel milliseconden op andere schrijvers wordt gewacht, ten hoogste 60000",
      "how many milliseconds to wait for other writers, 60000 at most"}},
    {"--help", {}, As::Nothing, {}, {"deze hulp", "this help"}},
    {"--version", {}, As::Nothing, {}, {"de versie", "the version"}},
};

inline constexpr Option import_options[] = {
    {"--format",
     "ted-jsonl|csv|tsv",
     As::Text,
     "format",
     {"vorm van het bestand; zonder deze optie naar het einde van de naam",
      "form of the file; by the end of its name without it"},
     "ted-jsonl csv tsv"},
    {"--content",
     "aanbestedingen|contracten",
     As::Text,
     "content",
     {"wat de rijen zijn; zonder deze optie aanbestedingen",
      "what the rows are: aanbestedingen (tenders), as without it, or contracten (contracts)"},
     "aanbestedingen contracten"},
    {"--organisation", "CODE", As::Text, "organisation", {"organisatie van elke rij", "organisation of every row"}},
    {"--map",
     "MEMBER=HEADER",
     As::Pair,
     "mapping",
     {"welke kolom welk gegeven is, zoals reference=Zaaknummer",
      "which column is which member, such as reference=Zaaknummer"}},
    {"--default",
     "MEMBER=VALUE",
     As::Pair,
     "defaults",
     {"waarde waar de rij er geen heeft, zoals kind=dienst", "value where the row has none, such as kind=dienst"}},
    {"--encoding",
     "NAME",
     As::Text,
     "encoding",
     {"utf-8 of windows-1252", "utf-8 or windows-1252"},
     "utf-8 windows-1252"},
    {"--list-refused",
     "N",
     As::Integer,
     "listRefused",
     {"toont ten hoogste zoveel geweigerde rijen", "lists at most so many refused rows"}},
    repeatable,
};
inline constexpr Example import_examples[] = {
    {"mvoi import planning.csv --organisation gm0344 --map reference=Zaaknummer --map title=Omschrijving --map "
     "kind=Soort",
     {"Een eigen planning, kolom voor kolom.", "A planning of one's own, column by column."}},
    {"mvoi import notices.jsonl --format ted-jsonl", {"Aankondigingen van TED.", "Notices of TED."}},
};

inline constexpr Option verify_options[] = {
    {"--head",
     "SEQ:HASH",
     As::Head,
     "head",
     {"een eerder opgeschreven kop, die het journaal nog moet bevatten",
      "a head written down earlier, which the journal must still contain"}},
};
inline constexpr Option rebuild_options[] = {
    {"--dry-run", {}, As::True, "dryRun", {"vergelijkt alleen", "compares only"}},
};
inline constexpr Option journal_options[] = {
    {"--after", "N", As::Integer, "after", {"posten na dit nummer", "entries after this number"}},
    {"--tender", "UUID", As::Text, "tender", {"van deze aanbesteding", "of this tender"}},
    {"--limit", "N", As::Integer, "limit", {"zoveel posten", "so many entries"}},
};
inline constexpr Option help_options[] = {
    {"--man", {}, As::Nothing, {}, {"de handleiding in roff, voor man(1)", "the manual in roff, for man(1)"}},
    {"--completion",
     "bash",
     As::Nothing,
     {},
     {"het aanvulscript voor deze shell", "the completion script for this shell"},
     "bash"},
};

inline constexpr Example call_examples[] = {
    {"mvoi call tender.list < request.json > answer.json",
     {"Eén verzoek, één antwoord; foutmeldingen staan in het antwoord.",
      "One request, one answer; errors are in the answer."}},
    {"echo '{}' | mvoi --register proef.mvoi call journal.verify", {"Ook zonder bestand.", "Without a file too."}},
};
inline constexpr Example policy_examples[] = {
    {"mvoi policy beleid-2027.json",
     {"Stelt de uitgave vast die in het bestand staat.", "Adopts the edition that is in the file."}}};
inline constexpr Example verify_examples[] = {
    {"mvoi verify && mvoi backup /backup/register-2027-01-15.mvoi",
     {"Kopie van een register dat ongeschonden is.", "A copy of a register that is intact."}}};
inline constexpr Example backup_examples[] = {
    {"mvoi backup register-kopie.mvoi",
     {"Naar een bestand dat nog niet bestaat.", "To a file that does not exist yet."}}};
inline constexpr Example rebuild_examples[] = {
    {"mvoi rebuild --dry-run",
     {"Zegt of de tabellen zijn wat het journaal zegt.", "Says whether the tables are what the journal says."}}};
inline constexpr Example journal_examples[] = {
    {"mvoi journal --after 100 --limit 20", {"De posten 101 tot en met 120.", "Entries 101 to 120."}}};
inline constexpr Example describe_examples[] = {
    {"mvoi describe tender.start",
     {"De JSON-schema's van verzoek en antwoord.", "The JSON Schemas of request and answer."}}};
inline constexpr Example help_examples[] = {{"mvoi help start", {"Alles over start.", "All about start."}}};

}  // namespace mvoi::cli
