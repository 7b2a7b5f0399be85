// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the verbs on promises. What stands in one observation, rating or document of a
// request
// ("one/value") is put there by promise.cpp.
#pragma once

#include "verbs_contract_options.hpp"

namespace mvoi::cli {

inline constexpr std::string_view stand_words = "op-koers risico gemist niet-aangetoond gehaald";
inline constexpr std::string_view rating_words = "goed nadert-doel verbetering-nodig onvoldoende anders";
inline constexpr std::string_view evidence_words =
    "certificaat meetrapport factuur verklaring projectverklaring auditrapport levenscyclusanalyse registratie anders";

inline constexpr Option promise_number{
    "--promise",
    "N",
    As::Integer,
    "one/promise",
    {"het nummer van de belofte in het contract", "the number of the promise in the contract"}};
inline constexpr Option many_from_file{
    "--file",
    "FILE",
    As::Nothing,
    {},
    {"veel tegelijk: het verzoek in JSON zonder het contract, zoals {\"ratings\": [...]}, in "
     "plaats van de andere opties; - is de standaardinvoer",
     "many at once: the request in JSON without the contract, such as "
     "{\"ratings\": [...]}, instead of the other options; - is the standard "
     "input"}};

inline constexpr Option promises_options[] = {
    within_organisation,
    {"--reference",
     "TEXT",
     As::Text,
     "reference",
     {"alleen van het contract met dit eigen kenmerk", "only of the contract with this number of your own"}},
    {"--contract", "UUID", As::Text, "contract", {"alleen van dit contract", "only of this contract"}},
    {"--person",
     "NAME",
     As::Text,
     "person",
     {"van wie in het contract de rol heeft die toetst; zonder die rol van iedereen van het contract",
      "of who has the role that checks, in the contract; where no role is named, of everybody of the contract"}},
    {"--owner", "ROLE", As::Text, "owner", {"getoetst door deze rol", "checked by this role"}},
    {"--overdue",
     {},
     As::True,
     "overdue",
     {"waarvan voor vandaag iets getoond had moeten worden", "of which something was to be shown before today"}},
    {"--due",
     "DATE",
     As::Text,
     "due",
     {"waarvan op deze dag of eerder iets getoond moet worden",
      "of which something is to be shown on this day or earlier"}},
    {"--at-risk", {}, As::True, "atRisk", {"die op risico of gemist staan", "that stand at risico or gemist"}},
    {"--standing", "STAND", As::Text, "standing", {"die zo staan", "that stand like this"}, stand_words},
    {"--rating-due",
     "DATE",
     As::Text,
     "ratingDue",
     {"die op deze dag of eerder beoordeeld moeten worden", "that are to be rated on this day or earlier"}},
    {"--theme", "CODE", As::Text, "theme", {"over dit thema", "about this theme"}},
    page_limit,
    page_after,
    all_pages,
};
inline constexpr Example promises_examples[] = {
    {"mvoi promises --organisation gm0344 --person \"N. de Vries\" --overdue",
     {"Wat N. de Vries nog moet opvragen.", "What N. de Vries still has to ask for."}},
    {"mvoi promises --organisation gm0344 --rating-due 2027-12-31",
     {"Wat dit jaar beoordeeld moet worden.", "What is to be rated this year."}},
};

inline constexpr Option promise_observe_options[] = {
    of_contract_organisation,
    contract_by_reference,
    promise_number,
    {"--value", "NUMBER", As::Text, "one/value", {"wat is gemeten, zoals 12.5", "what was measured, such as 12.5"}},
    {"--unit",
     "CODE",
     As::Text,
     "one/unit",
     {"de eenheid; zonder deze optie die van de belofte", "the unit; without it that of the promise"}},
    {"--from", "DATE", As::Text, "one/from", {"de eerste dag", "the first day"}},
    {"--to", "DATE", As::Text, "one/to", {"de laatste dag", "the last day"}},
    {"--source",
     "TEXT",
     As::Text,
     "one/source",
     {"waar het uit komt, zoals brandstofpas; geen naam van een persoon",
      "what it was read from, such as brandstofpas; no name of a person"}},
    {"--persons", "N", As::Integer, "one/persons", {"van hoeveel mensen deze uren zijn", "whose hours these are"}},
    {"--estimated", {}, As::True, "one/estimated", {"geraamd, niet gemeten", "reckoned, not measured"}},
    {"--note", "TEXT", As::Text, "one/note", {"een opmerking", "a remark"}},
    repeatable,
    many_from_file,
};
inline constexpr Example promise_observe_examples[] = {
    {"mvoi promise-observe C-2027-3 --organisation gm0344 --promise 1 --value 9.25 --from 2027-10-01 \\\n"
     "    --to 2027-12-31 --source brandstofpas",
     {"Wat in een kwartaal is gemeten.", "What was measured in a quarter."}},
};

inline constexpr Option promise_rate_options[] = {
    of_contract_organisation,
    contract_by_reference,
    promise_number,
    {"--rating", "RATING", As::Text, "one/rating", {"het oordeel", "the rating"}, rating_words},
    {"--text",
     "TEXT",
     As::Text,
     "one/text",
     {"toelichting; bij anders is zij nodig", "in words; needed with anders (other)"}},
    {"--on", "DATE", As::Text, "one/on", {"de dag; zonder deze optie vandaag", "the day; today without it"}},
    {"--by",
     "NAME",
     As::Text,
     "one/by",
     {"wie het vond; zonder deze optie wie de opdracht geeft", "who found it; without it who gives the command"}},
    repeatable,
    many_from_file,
};
inline constexpr Example promise_rate_examples[] = {
    {"mvoi promise-rate C-2027-3 --organisation gm0344 --promise 2 --rating nadert-doel --text \"Eind dit jaar "
     "gereed\"",
     {"Een oordeel van vandaag. Een tweede van dezelfde dag komt ervoor in de plaats.",
      "A rating of today. A second one of the same day takes its place."}},
};

inline constexpr Option promise_evidence_options[] = {
    of_contract_organisation,
    contract_by_reference,
    {"--number",
     "N",
     As::Integer,
     "one/number",
     {"van een bewijs dat er al is: wat niet wordt genoemd blijft",
      "of evidence that is there: what is not named stays"}},
    {"--promise", "N", As::List, "one/promises", {"de belofte die het aantoont", "the promise it is to prove"}},
    {"--document",
     "FILE",
     As::Nothing,
     {},
     {"het document; het blijft waar het is, alleen zijn SHA-256 wordt vastgelegd",
      "the document; it stays where it is, only its SHA-256 is put down"}},
    {"--sha256",
     "DIGITS",
     As::Text,
     "one/sha256",
     {"hetzelfde, als de SHA-256 al bekend is", "the same, when the SHA-256 is known already"}},
    {"--kind", "KIND", As::Text, "one/kind", {"wat voor bewijs het is", "what kind of evidence it is"}, evidence_words},
    {"--issuer", "NAME", As::Text, "one/issuer", {"wie het heeft gemaakt", "who made it"}},
    {"--valid-from", "DATE", As::Text, "one/validFrom", {"geldig vanaf", "valid from"}},
    {"--valid-to", "DATE", As::Text, "one/validTo", {"geldig tot en met", "valid up to and including"}},
    {"--where", "TEXT", As::Text, "one/where", {"waar het wordt bewaard", "where it is kept"}},
    {"--verified", {}, As::True, "one/verified", {"het is vandaag nagezien", "somebody looked at it today"}},
    {"--verified-by",
     "NAME",
     As::Text,
     "one/verified/by",
     {"nagezien, door een ander dan wie de opdracht geeft", "looked at, by another than who gives the command"}},
    {"--verified-on", "DATE", As::Text, "one/verified/on", {"nagezien op een andere dag", "looked at on another day"}},
    {"--withdrawn",
     "TEXT",
     As::Text,
     "one/withdrawn",
     {"waarom het geen bewijs meer is", "why it is evidence no more"}},
    repeatable,
    many_from_file,
};
inline constexpr Example promise_evidence_examples[] = {
    {"mvoi promise-evidence C-2027-3 --organisation gm0344 --promise 1 --document certificaat.pdf \\\n"
     "    --kind certificaat --issuer SKAO --valid-to 2029-12-31 --where \"zaak 2027-881\" --verified",
     {"Een certificaat, vandaag nagezien.", "A certificate that somebody looked at today."}},
    {"mvoi promise-evidence C-2027-3 --organisation gm0344 --number 1 --verified",
     {"Hetzelfde document opnieuw nagezien.", "The same document looked at again."}},
};

inline constexpr Option form_options[] = {
    of_contract_organisation,
    {"--output",
     "FILE",
     As::Nothing,
     {},
     {"waarheen; een naam die eindigt op .xlsx of .csv", "where to; a name that ends in .xlsx or .csv"}},
    {"--promise", "N", As::Integer, "promises", {"alleen over deze belofte", "about this promise alone"}},
    {"--until",
     "DATE",
     As::Text,
     "until",
     {"over perioden die uiterlijk op deze dag beginnen; zonder deze optie vandaag",
      "about periods that begin on this day or earlier; today without it"}},
    {"--all", {}, As::True, "all", {"ook wat al is gemeld", "also what was reported already"}},
};
inline constexpr Example form_examples[] = {
    {"mvoi form C-2027-3 --organisation gm0344 --output opgave.xlsx",
     {"Wat de leverancier nog moet opgeven, als werkmap.", "What the supplier still has to report, as a workbook."}},
};

inline constexpr Verb promise_verbs[] = {
    {.name = "promises",
     .operation = "promise.list",
     .uses = Register::Read,
     .summary = {"toont beloften van een organisatie of een contract, en hoe zij staan",
                 "lists promises of an organisation or a contract, and how they stand"},
     .options = promises_options,
     .examples = promises_examples,
     .run = list,
     .show = show_promises},
    {.name = "form",
     .words = "CONTRACT",
     .tender = true,
     .named = "contract",
     .operation = "promise.form",
     .uses = Register::Read,
     .summary = {"schrijft het formulier waarop de leverancier over zijn beloften opgave doet",
                 "writes the form on which the supplier reports about the promises"},
     .more = {"Een rij voor elke periode waarover nog niet alles is gemeld. Ingevuld komt het terug met mvoi import.",
              "A row for each period about which not everything was reported. Filled in it comes back by mvoi import."},
     .options = form_options,
     .examples = form_examples,
     .run = form,
     .show = show_promise},
    {.name = "promise-observe",
     .words = "CONTRACT",
     .tender = true,
     .named = "contract",
     .operation = "promise.observe",
     .uses = Register::Existing,
     .summary = {"legt vast wat van een belofte is gemeten", "puts down what was measured of a promise"},
     .more = {"Iets terugnemen gaat met --file en takeBack.", "Taking something back goes with --file and takeBack."},
     .options = promise_observe_options,
     .examples = promise_observe_examples,
     .run = promise,
     .show = show_promise},
    {.name = "promise-rate",
     .words = "CONTRACT",
     .tender = true,
     .named = "contract",
     .operation = "promise.rate",
     .uses = Register::Existing,
     .summary = {"legt vast wat iemand van een belofte vindt", "puts down what somebody finds of a promise"},
     .options = promise_rate_options,
     .examples = promise_rate_examples,
     .run = promise,
     .show = show_promise},
    {.name = "promise-evidence",
     .words = "CONTRACT",
     .tender = true,
     .named = "contract",
     .operation = "promise.evidence",
     .uses = Register::Existing,
     .summary = {"legt een bewijs bij beloften vast, met zijn vingerafdruk (SHA-256)",
                 "puts down evidence of promises, by its fingerprint (SHA-256)"},
     .more = {"De vingerafdruk toont dat een document is veranderd of twee keer dient, niet dat het klopt.",
              "The fingerprint shows that a document changed or serves twice, not that what it says is true."},
     .options = promise_evidence_options,
     .examples = promise_evidence_examples,
     .run = promise,
     .show = show_promise},
};

}  // namespace mvoi::cli
