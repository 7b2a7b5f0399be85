// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the verbs on the register as a whole, and the options of every verb.
#pragma once

#include "verbs_common.hpp"

namespace mvoi::cli {

inline constexpr Option globals[] = {
    own("--register", "FILE",
        {"het register; zonder deze optie dat van MVOI_REGISTER", "the register; without it that of MVOI_REGISTER"}),
    own("--language", "nl|en",
        {"taal van tabellen en meldingen; zonder deze optie nl", "language of tables and messages; nl without it"},
        "nl en"),
    own("--json", {},
        {"het antwoord van de bibliotheek, ook op een terminal", "the answer of the library, on a terminal too"}),
    own("--table", {}, {"tabellen, ook in een bestand of een pijp", "tables, into a file or a pipe too"}),
    own("--actor", "NAME",
        {"wie dit doet; zonder deze optie de aanmeldnaam", "who does this; the login name without it"}),
    option("--role", "ROLE", Kind::Own, "/role",
           {"in welke rol, zoals inkoopadviseur; zonder deze optie die van MVOI_ROLE",
            "in which role, such as inkoopadviseur; that of MVOI_ROLE without it"}),
    own("--today", "DATE",
        {"de dag waarop dit gebeurt, JJJJ-MM-DD; zonder deze optie vandaag",
         "the day on which this happens, YYYY-MM-DD; today without it"}),
    own("--time-zone", "NAME",
        {"waar het vandaag is als --today niet is gegeven; zonder deze optie Europe/Amsterdam",
         "where it is today when --today is not given; Europe/Amsterdam without it"}),
    own("--wait", "MS",
        {"hoeveel milliseconden op andere schrijvers wordt gewacht, ten hoogste 60000",
         "how many milliseconds to wait for other writers, 60000 at most"}),
    own("--help", {}, {"deze hulp", "this help"}),
    own("--version", {}, {"de versie", "the version"}),
};

inline constexpr Option import_options[] = {
    text("--reference", "TEXT", "/reference",
         {"bij waarnemingen: het contract waarover de lijst gaat; regels over een ander worden geweigerd",
          "with waarnemingen: the contract the list is about; rows about another are refused"}),
    text("--format", "ted-jsonl|csv|tsv|xlsx", "/format",
         {"vorm van het bestand; zonder deze optie naar het einde van de naam",
          "form of the file; by the end of its name without it"}),
    text(
        "--content", "aanbestedingen|contracten|waarnemingen", "/content",
        {"wat de rijen zijn; zonder deze optie aanbestedingen",
         "what the rows are: aanbestedingen (tenders), as without it, contracten (contracts) or waarnemingen (what was "
         "measured)"}),
    text("--decimal-mark", "TEKEN", "/decimalMark",
         {"van getallen: een punt of een komma; zonder deze optie wordt geweigerd wat twee dingen kan betekenen",
          "of numbers: a point or a comma; without it what can mean two things is refused"}),
    text("--sheet", "NAME", "/sheet",
         {"blad van een werkmap (xlsx); zonder deze optie het eerste dat zichtbaar is",
          "sheet of a workbook (xlsx); the first visible one without it"}),
    integer("--header-row", "N", "/headerRow",
            {"regel waarop de kop staat; zonder deze optie wordt hij gezocht",
             "line on which the header stands; it is looked for without it"}),
    flag("--overwrite", "/overwrite",
         {"neemt ook over wat in het register anders is gemaakt sinds de lijst er was; zonder deze optie blijft dat "
          "staan en wordt het getoond",
          "takes over also what was changed in the register since the list came; without it that is kept and shown"}),
    text("--organisation", "CODE", "/organisation", {"organisatie van elke rij", "organisation of every row"}),
    option("--map", "MEMBER=HEADER", Kind::Pair, "/mapping",
           {"welke kolom welk gegeven is, zoals reference=Zaaknummer",
            "which column is which member, such as reference=Zaaknummer"}),
    option(
        "--default", "MEMBER=VALUE", Kind::Pair, "/defaults",
        {"waarde waar de rij er geen heeft, zoals kind=dienst", "value where the row has none, such as kind=dienst"}),
    text("--encoding", "NAME", "/encoding", {"utf-8 of windows-1252", "utf-8 or windows-1252"}),
    integer("--list-refused", "N", "/listRefused",
            {"toont ten hoogste zoveel geweigerde rijen", "lists at most so many refused rows"}),
    repeatable,
};

inline constexpr Option verify_options[] = {
    option("--head", "SEQ:HASH", Kind::Head, "/head",
           {"een eerder opgeschreven kop, die het journaal nog moet bevatten",
            "a head written down earlier, which the journal must still contain"}),
};
inline constexpr Option rebuild_options[] = {
    flag("--dry-run", "/dryRun", {"vergelijkt alleen", "compares only"}),
};
inline constexpr Option journal_options[] = {
    integer("--after", "N", "/after", {"regels na dit nummer", "entries after this number"}),
    text("--tender", "UUID", "/tender", {"van deze aanbesteding", "of this tender"}),
    integer("--limit", "N", "/limit", {"zoveel regels", "so many entries"}),
};
inline constexpr Option help_options[] = {
    own("--man", {}, {"de handleiding in roff, voor man(1)", "the manual in roff, for man(1)"}),
    own("--completion", "bash", {"het aanvulscript voor deze shell", "the completion script for this shell"}, "bash"),
};

inline bool is_intact(const Object& answer, const Arguments&) {
    return truth_of(answer, "intact");
}
inline bool is_equal_or_mended(const Object& answer, const Arguments& arguments) {
    return truth_of(answer, "equal") || !arguments.has("--dry-run");
}

inline constexpr Verb register_verbs[] = {
    {.name = "import",
     .words = "FILE",
     .places = {{{"/path"}}},
     .operation = "register.import",
     .uses = Register::Any,
     .summary = {"neemt aanbestedingen, contracten of waarnemingen uit een bestand over, rij voor rij",
                 "brings in tenders, contracts or observations from a file, row by row"},
     .more =
         {"Goede rijen worden opgenomen, ook als andere worden geweigerd; een rij die er al is, wordt niet nog eens "
          "opgenomen. Ctrl-C breekt af zonder iets half te doen. Zijn er rijen geweigerd, dan is de afsluitwaarde 1.",
          "Good rows are kept, also when others are refused; a row that is there already is not kept twice. Ctrl-C "
          "stops it with nothing half-done. When rows were refused the exit code is 1."},
     .options = import_options,
     .examples =
         {{{"mvoi import planning.csv --organisation gm0344 --map reference=Zaaknummer --map title=Omschrijving --map "
            "kind=Soort",
            {"Een eigen planning, kolom voor kolom.", "A planning of one's own, column by column."}},
           {"mvoi import opgave.xlsx --content waarnemingen --organisation gm0344",
            {"Een opgave die de leverancier heeft ingevuld.", "A form that the supplier filled in."}},
           {"mvoi import notices.jsonl --format ted-jsonl", {"Aankondigingen van TED.", "Notices of TED."}}}},
     .run = import,
     .show = show_import,
     .well = is_complete},
    {.name = "policy",
     .words = "FILE",
     .operation = "policy.adopt",
     .uses = Register::Any,
     .summary = {"stelt het beleid van een organisatie vast", "adopts the policy of an organisation"},
     .more = {"FILE is het verzoek van policy.adopt in JSON; - is de standaardinvoer.",
              "FILE is the request of policy.adopt in JSON; - is the standard input."},
     .examples = {{{"mvoi policy beleid-2027.json",
                    {"Stelt de uitgave vast die in het bestand staat.", "Adopts the edition that is in the file."}}}},
     .run = adopt,
     .show = show_policy},
    {.name = "verify",
     .operation = "journal.verify",
     .dated = false,
     .summary = {"controleert het hele journaal", "checks the whole journal"},
     .more = {"De afsluitwaarde is 1 als het journaal niet ongeschonden is.",
              "The exit code is 1 when the journal is not intact."},
     .options = verify_options,
     .examples = {{{"mvoi verify && mvoi backup /backup/register-2027-01-15.mvoi",
                    {"Kopie van een register dat ongeschonden is.", "A copy of a register that is intact."}}}},
     .show = show_verified,
     .well = is_intact},
    {.name = "backup",
     .words = "FILE",
     .places = {{{"/path"}}},
     .operation = "register.backup",
     .dated = false,
     .summary = {"schrijft een volledige kopie van het register", "writes a complete copy of the register"},
     .examples = {{{"mvoi backup register-kopie.mvoi",
                    {"Naar een bestand dat nog niet bestaat.", "To a file that does not exist yet."}}}},
     .show = show_backup},
    {.name = "restore",
     .words = "COPY REGISTER",
     .places = {{{}, {"/to"}}},
     .operation = "register.restore",
     .dated = false,
     .summary = {"zet een kopie terug op de plaats van een register", "puts a copy back in the place of a register"},
     .more =
         {"COPY is het bestand met de kopie, REGISTER dat van het register. De kopie wordt eerst nagelopen. Het lukt "
          "alleen als niemand het register open heeft. Wat er stond, blijft bewaard onder de naam die het antwoord "
          "noemt.",
          "COPY is the file of the copy, REGISTER that of the register. The copy is checked first. It is done only "
          "when nobody has the register open. What was there is kept under the name that the answer gives."},
     .examples = {{{"mvoi restore /backup/register-2027-01-15.mvoi register.mvoi",
                    {"Na een ongeluk met het register.", "After an accident with the register."}}}},
     .run = restore,
     .show = show_restored},
    {.name = "rebuild",
     .operation = "register.rebuild",
     .uses = Register::Existing,
     .dated = false,
     .summary = {"maakt alle tabellen opnieuw uit het journaal", "makes all tables anew from the journal"},
     .more = {"Met --dry-run is de afsluitwaarde 1 als de tabellen afwijken van het journaal.",
              "With --dry-run the exit code is 1 when the tables differ from the journal."},
     .options = rebuild_options,
     .examples = {{{"mvoi rebuild --dry-run",
                    {"Zegt of de tabellen zijn wat het journaal zegt.",
                     "Says whether the tables are what the journal says."}}}},
     .show = show_rebuilt,
     .well = is_equal_or_mended},
    {.name = "journal",
     .operation = "journal.list",
     .dated = false,
     .summary = {"toont de regels van het journaal, oudste eerst", "lists the entries of the journal, oldest first"},
     .options = journal_options,
     .examples = {{{"mvoi journal --after 100 --limit 20", {"De regels 101 tot en met 120.", "Entries 101 to 120."}}}},
     .show = show_journal},
    {.name = "describe",
     .words = "[OPERATION]",
     .places = {{{"/operation"}}},
     .operation = "describe",
     .uses = Register::Optional,
     .dated = false,
     .summary = {"toont de bewerkingen van de bibliotheek en hun schema's",
                 "lists the operations of the library and their schemas"},
     .examples = {{{"mvoi describe tender.start",
                    {"De JSON-schema's van verzoek en antwoord.", "The JSON Schemas of request and answer."}}}},
     .show = show_operations},
    {.name = "call",
     .words = "OPERATION",
     .uses = Register::Any,
     .summary = {"voert één bewerking uit met het verzoek van de standaardinvoer",
                 "does one operation with the request from the standard input"},
     .more = {"Het verzoek gaat ongewijzigd naar de bibliotheek (--today telt hier niet) en het antwoord komt "
              "ongewijzigd terug, ook als het een nee of een fout is.",
              "The request goes to the library unchanged (--today does not count here) and the answer comes back "
              "unchanged, also when it is a no or a fault."},
     .examples = {{{"mvoi call tender.list < request.json > answer.json",
                    {"Eén verzoek, één antwoord; foutmeldingen staan in het antwoord.",
                     "One request, one answer; errors are in the answer."}},
                   {"echo '{}' | mvoi --register proef.mvoi call journal.verify",
                    {"Ook zonder bestand.", "Without a file too."}}}},
     .run = call_raw},
    {.name = "help",
     .words = "[VERB]",
     .uses = Register::None,
     .summary = {"toont deze hulp, of die van één opdracht", "shows this help, or that of one command"},
     .options = help_options,
     .examples = {{{"mvoi help start", {"Alles over start.", "All about start."}}}},
     .run = help},
};

}  // namespace mvoi::cli
