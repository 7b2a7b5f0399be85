// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the verbs on promises.
#pragma once

#include "verbs_contract_options.hpp"

namespace mvoi::cli {

constexpr Option promise_number(std::string_view pointer) {
    return integer("--promise", "N", pointer,
                   {"het nummer van de belofte in het contract", "the number of the promise in the contract"});
}
inline constexpr Option many_from_file =
    own("--file", "FILE",
        {"veel tegelijk: het verzoek in JSON zonder het contract, zoals {\"ratings\": [...]}, in "
         "plaats van de andere opties; - is de standaardinvoer",
         "many at once: the request in JSON without the contract, such as "
         "{\"ratings\": [...]}, instead of the other options; - is the standard "
         "input"});

inline constexpr Option promises_options[] = {
    within_organisation,
    text("--reference", "TEXT", "/reference",
         {"alleen van het contract met dit eigen kenmerk", "only of the contract with this number of your own"}),
    text("--contract", "UUID", "/contract", {"alleen van dit contract", "only of this contract"}),
    text("--person", "NAME", "/person",
         {"van wie in het contract de rol heeft die toetst; zonder die rol van iedereen van het contract",
          "of who has the role that checks, in the contract; where no role is named, of everybody of the contract"}),
    text("--owner", "ROLE", "/owner", {"getoetst door deze rol", "checked by this role"}),
    flag("--overdue", "/overdue",
         {"waarvan voor vandaag iets getoond had moeten worden", "of which something was to be shown before today"}),
    text("--due", "DATE", "/due",
         {"waarvan op deze dag of eerder iets getoond moet worden",
          "of which something is to be shown on this day or earlier"}),
    flag("--at-risk", "/atRisk", {"die op risico of gemist staan", "that stand at risico or gemist"}),
    text("--standing", "STAND", "/standing", {"die zo staan", "that stand like this"}),
    text("--rating-due", "DATE", "/ratingDue",
         {"die op deze dag of eerder beoordeeld moeten worden", "that are to be rated on this day or earlier"}),
    text("--theme", "CODE", "/theme", {"over dit thema", "about this theme"}),
    page_limit,
    page_after,
    all_pages,
};

inline constexpr Option promise_observe_options[] = {
    of_contract_organisation,
    contract_by_reference,
    promise_number("/observations/0/promise"),
    figure("--value", "NUMBER", "/observations/0/value",
           {"wat is gemeten, zoals 12.5", "what was measured, such as 12.5"}),
    text("--unit", "CODE", "/observations/0/unit",
         {"de eenheid; zonder deze optie die van de belofte", "the unit; without it that of the promise"}),
    text("--from", "DATE", "/observations/0/from", {"de eerste dag", "the first day"}),
    text("--to", "DATE", "/observations/0/to", {"de laatste dag", "the last day"}),
    text("--source", "TEXT", "/observations/0/source",
         {"waar het uit komt, zoals brandstofpas; geen naam van een persoon",
          "what it was read from, such as brandstofpas; no name of a person"}),
    integer("--persons", "N", "/observations/0/persons",
            {"van hoeveel mensen deze uren zijn", "whose hours these are"}),
    flag("--estimated", "/observations/0/estimated", {"geraamd, niet gemeten", "reckoned, not measured"}),
    text("--note", "TEXT", "/observations/0/note", {"een opmerking", "a remark"}),
    repeatable,
    many_from_file,
};

inline constexpr Option promise_rate_options[] = {
    of_contract_organisation,
    contract_by_reference,
    promise_number("/ratings/0/promise"),
    text("--rating", "RATING", "/ratings/0/rating", {"het oordeel", "the rating"}),
    text("--text", "TEXT", "/ratings/0/text",
         {"toelichting; bij anders is zij nodig", "in words; needed with anders (other)"}),
    text("--on", "DATE", "/ratings/0/on", {"de dag; zonder deze optie vandaag", "the day; today without it"}),
    text("--by", "NAME", "/ratings/0/by",
         {"wie het vond; zonder deze optie wie de opdracht geeft", "who found it; without it who gives the command"}),
    repeatable,
    many_from_file,
};

inline constexpr Option promise_evidence_options[] = {
    of_contract_organisation,
    contract_by_reference,
    integer("--number", "N", "/documents/0/number",
            {"van een bewijs dat er al is: wat niet wordt genoemd blijft",
             "of evidence that is there: what is not named stays"}),
    integer("--promise", "N", "/documents/0/promises/-", {"de belofte die het aantoont", "the promise it is to prove"}),
    option("--document", "FILE", Kind::HashOfFile, "/documents/0/sha256",
           {"het document; het blijft waar het is, alleen zijn SHA-256 wordt vastgelegd",
            "the document; it stays where it is, only its SHA-256 is put down"}),
    text("--sha256", "DIGITS", "/documents/0/sha256",
         {"hetzelfde, als de SHA-256 al bekend is", "the same, when the SHA-256 is known already"}),
    text("--kind", "KIND", "/documents/0/kind", {"wat voor bewijs het is", "what kind of evidence it is"}),
    text("--issuer", "NAME", "/documents/0/issuer", {"wie het heeft gemaakt", "who made it"}),
    text("--valid-from", "DATE", "/documents/0/validFrom", {"geldig vanaf", "valid from"}),
    text("--valid-to", "DATE", "/documents/0/validTo", {"geldig tot en met", "valid up to and including"}),
    text("--where", "TEXT", "/documents/0/where", {"waar het wordt bewaard", "where it is kept"}),
    option("--verified", {}, Kind::There, "/documents/0/verified",
           {"het is vandaag nagezien", "somebody looked at it today"}),
    text("--verified-by", "NAME", "/documents/0/verified/by",
         {"nagezien, door een ander dan wie de opdracht geeft", "looked at, by another than who gives the command"}),
    text("--verified-on", "DATE", "/documents/0/verified/on",
         {"nagezien op een andere dag", "looked at on another day"}),
    text("--withdrawn", "TEXT", "/documents/0/withdrawn",
         {"waarom het geen bewijs meer is", "why it is evidence no more"}),
    repeatable,
    many_from_file,
};

inline constexpr Option form_options[] = {
    of_contract_organisation,
    own("--output", "FILE",
        {"waarheen; een naam die eindigt op .xlsx of .csv", "where to; a name that ends in .xlsx or .csv"}),
    integer("--promise", "N", "/promises/0", {"alleen over deze belofte", "about this promise alone"}),
    text("--until", "DATE", "/until",
         {"over perioden die uiterlijk op deze dag beginnen; zonder deze optie vandaag",
          "about periods that begin on this day or earlier; today without it"}),
    flag("--all", "/all", {"ook wat al is gemeld", "also what was reported already"}),
};

inline constexpr Verb promise_verbs[] = {
    {.name = "promises",
     .operation = "promise.list",
     .summary = {"toont beloften van een organisatie of een contract, en hoe zij staan",
                 "lists promises of an organisation or a contract, and how they stand"},
     .options = promises_options,
     .examples = {{{"mvoi promises --organisation gm0344 --person \"N. de Vries\" --overdue",
                    {"Wat N. de Vries nog moet opvragen.", "What N. de Vries still has to ask for."}},
                   {"mvoi promises --organisation gm0344 --rating-due 2027-12-31",
                    {"Wat dit jaar beoordeeld moet worden.", "What is to be rated this year."}}}},
     .run = list,
     .show = show_promises},
    {.name = "form",
     .words = "CONTRACT",
     .operation = "promise.form",
     .summary = {"schrijft het formulier waarop de leverancier over zijn beloften opgave doet",
                 "writes the form on which the supplier reports about the promises"},
     .more = {"Een rij voor elke periode waarover nog niet alles is gemeld. Ingevuld komt het terug met mvoi import.",
              "A row for each period about which not everything was reported. Filled in it comes back by mvoi import."},
     .options = form_options,
     .examples = {{{"mvoi form C-2027-3 --organisation gm0344 --output opgave.xlsx",
                    {"Wat de leverancier nog moet opgeven, als werkmap.",
                     "What the supplier still has to report, as a workbook."}}}},
     .run = form,
     .show = show_promise},
    {.name = "promise-observe",
     .words = "CONTRACT",
     .operation = "promise.observe",
     .uses = Register::Existing,
     .summary = {"legt vast wat van een belofte is gemeten", "puts down what was measured of a promise"},
     .more = {"Iets terugnemen gaat met --file en takeBack.", "Taking something back goes with --file and takeBack."},
     .options = promise_observe_options,
     .examples =
         {{{"mvoi promise-observe C-2027-3 --organisation gm0344 --promise 1 --value 9.25 --from 2027-10-01 \\\n"
            "    --to 2027-12-31 --source brandstofpas",
            {"Wat in een kwartaal is gemeten.", "What was measured in a quarter."}}}},
     .run = item,
     .show = show_promise},
    {.name = "promise-rate",
     .words = "CONTRACT",
     .operation = "promise.rate",
     .uses = Register::Existing,
     .summary = {"legt vast wat iemand van een belofte vindt", "puts down what somebody finds of a promise"},
     .options = promise_rate_options,
     .examples =
         {{{"mvoi promise-rate C-2027-3 --organisation gm0344 --promise 2 --rating nadert-doel --text \"Eind dit jaar "
            "gereed\"",
            {"Een oordeel van vandaag. Een tweede van dezelfde dag komt ervoor in de plaats.",
             "A rating of today. A second one of the same day takes its place."}}}},
     .run = item,
     .show = show_promise},
    {.name = "promise-evidence",
     .words = "CONTRACT",
     .operation = "promise.evidence",
     .uses = Register::Existing,
     .summary = {"legt een bewijs bij beloften vast, met zijn vingerafdruk (SHA-256)",
                 "puts down evidence of promises, by its fingerprint (SHA-256)"},
     .more = {"De vingerafdruk toont dat een document is veranderd of twee keer dient, niet dat het klopt.",
              "The fingerprint shows that a document changed or serves twice, not that what it says is true."},
     .options = promise_evidence_options,
     .examples = {{{"mvoi promise-evidence C-2027-3 --organisation gm0344 --promise 1 --document certificaat.pdf \\\n"
                    "    --kind certificaat --issuer SKAO --valid-to 2029-12-31 --where \"zaak 2027-881\" --verified",
                    {"Een certificaat, vandaag nagezien.", "A certificate that somebody looked at today."}},
                   {"mvoi promise-evidence C-2027-3 --organisation gm0344 --number 1 --verified",
                    {"Hetzelfde document opnieuw nagezien.", "The same document looked at again."}}}},
     .run = item,
     .show = show_promise},
};

}  // namespace mvoi::cli
