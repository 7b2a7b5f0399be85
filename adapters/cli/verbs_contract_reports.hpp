// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: questions over running contracts: the work, what they came to, how one stands.
#pragma once

#include "verbs_contract_options.hpp"

namespace mvoi::cli {

inline constexpr Option of_role =
    text("--owner", "ROLE", "/role", {"alleen wat deze rol doet", "only what this role does"});
inline constexpr Option of_person =
    text("--person", "NAME", "/person", {"alleen wat deze persoon doet", "only what this person does"});

inline constexpr Option worklist_options[] = {
    within_organisation,
    text("--month", "MONTH", "/month",
         {"de maand, zoals 2027-03; zonder deze optie de maand van vandaag",
          "the month, such as 2027-03; the month of today without it"}),
    of_person,
    of_role,
    page_limit,
    page_after,
    all_pages,
};

inline constexpr Option checkability_options[] = {
    within_organisation,
    text("--reference", "TEXT", "/reference",
         {"alleen van dit contract, bij zijn eigen kenmerk", "of this contract only, by your own number"}),
    text("--tender-reference", "TEXT", "/tenderReference",
         {"van de criteria die in deze aanbesteding zijn gekozen", "of the criteria that were chosen in this tender"}),
    of_person,
    of_role,
    integer("--year", "YEAR", "/year", {"alleen dit jaar", "this year only"}),
    integer("--hours", "N", "/hoursAvailable",
            {"de uren die er in een jaar zijn; zonder deze optie die van het beleid",
             "the hours there are in a year; those of the policy without it"}),
};

inline constexpr Option effects_options[] = {
    within_organisation,
    text("--reference", "TEXT", "/reference",
         {"alleen van het contract met dit kenmerk", "only of the contract with this number"}),
    text("--contract", "UUID", "/contract", {"alleen van dit contract", "only of this contract"}),
    text("--effect", "CODE", "/effect", {"alleen dit effect, zoals nox", "only this effect, such as nox"}),
    text("--theme", "CODE", "/theme", {"beloofd onder dit thema", "promised under this theme"}),
    integer("--year", "YEAR", "/year", {"alleen dit jaar", "only this year"}),
    integer("--from-year", "YEAR", "/from", {"dit jaar en later", "this year and later"}),
    integer("--to-year", "YEAR", "/to", {"dit jaar en eerder", "this year and earlier"}),
    text("--per", "PART", "/per/-",
         {"apart per contract, theme of year; zonder deze optie per jaar",
          "apart per contract, theme or year; per year without it"}),
    page_limit,
    page_after,
    all_pages,
};

inline constexpr Option statement_options[] = {
    of_contract_organisation,
    text("--audience", "WHO", "/audience", {"voor wie; zonder deze optie intern", "for whom; intern without it"}),
    text("--from", "DATE", "/from", {"waarnemingen van deze dag en later", "observations of this day and later"}),
    text("--to", "DATE", "/to", {"waarnemingen van deze dag en eerder", "observations of this day and earlier"}),
    own("--output", "FILE",
        {"schrijft hierheen: .html, .csv of .json; een lezer ziet nooit een half bestand",
         "writes here: .html, .csv or .json; a reader never sees half a file"}),
};

inline constexpr Verb contract_report_verbs[] = {
    {.name = "worklist",
     .operation = "worklist.list",
     .summary = {"toont wat u deze maand moet doen aan lopende contracten",
                 "shows what you have to do this month about running contracts"},
     .more = {"Wat in de maand valt, en wat daarvoor al had moeten gebeuren: beloften die aangetoond moeten worden, "
              "opzeggen, opties, verlengingen, evaluaties en eindes.",
              "What falls in the month, and what should have been done before it: promises that are to be shown, "
              "notice, options, renewals, evaluations and ends."},
     .options = worklist_options,
     .examples = {{{"mvoi worklist --organisation gm0344 --person \"N. de Vries\"",
                    {"Wat moet ik deze maand doen?", "What do I have to do this month?"}}}},
     .run = list,
     .show = show_worklist},
    {.name = "checkability",
     .operation = "checkability.compute",
     .summary = {"rekent uit hoeveel uur het nagaan van beloften kost, tegenover de uren die er zijn",
                 "reckons how many hours checking promises takes, against the hours there are"},
     .more = {"Wat nergens staat wordt aangenomen naar het soort bewijs of criterium, en dat staat erbij. Beloften die "
              "nog niet getekend zijn gaan met mvoi call checkability.compute.",
              "What is said nowhere is assumed by the kind of evidence or criterion, and the answer says so. Promises "
              "that nobody signed yet go with mvoi call checkability.compute."},
     .options = checkability_options,
     .examples = {{{"mvoi checkability --organisation gm0344 --tender-reference 2027-014 --hours 6",
                    {"Wat kost het om na te gaan wat hier wordt beloofd?",
                     "What does it cost to check what is promised here?"}}}},
     .show = show_checkability},
    {.name = "effects",
     .operation = "effect.list",
     .summary = {"telt op wat contracten hebben opgeleverd: gemeten, geraamd en onbekend",
                 "adds up what contracts came to: measured, estimated and unknown"},
     .more = {"--limit, --after en --all horen bij --per contract.",
              "--limit, --after and --all go with --per contract."},
     .options = effects_options,
     .examples = {{{"mvoi effects --organisation gm0344 --year 2027",
                    {"Wat alle contracten in 2027 hebben opgeleverd, en wat daarvan onbekend is.",
                     "What all contracts came to in 2027, and what of it is unknown."}},
                   {"mvoi effects --organisation gm0344 --effect co2-vermeden --per contract --per year",
                    {"De vermeden CO2 van elk contract, per jaar.", "The CO2 that each contract avoided, per year."}}}},
     .run = list,
     .show = show_effects},
    {.name = "statement",
     .words = "CONTRACT",
     .operation = "contract.statement",
     .summary = {"geeft de contractstaat: gevraagd, beloofd en getoond, op één bladzijde",
                 "gives the statement of a contract: asked, promised and shown, on one page"},
     .more =
         {"Wat uitgaat is de bladzijde zelf, in HTML; met --json de gegevens. Met --audience leverancier staan er "
          "geen namen van mensen van de organisatie in, en niets over haar eigen werk. Wat mensen in vrije tekst "
          "schreven, zoals de tekst van een belofte, staat er wel in: lees die na.",
          "What goes out is the page itself, in HTML; with --json the data. With --audience leverancier it holds no "
          "names of people of the organisation, and nothing about its own work. What people wrote in free texts, "
          "such as the text of a promise, is in it: read those."},
     .options = statement_options,
     .examples = {{{"mvoi statement C-2027-3 --organisation gm0344 --output C-2027-3.html",
                    {"Alles wat is gevraagd, beloofd en getoond, op één bladzijde.",
                     "Everything that was asked, promised and shown, on one page."}},
                   {"mvoi statement C-2027-3 --organisation gm0344 --audience leverancier --output staat.html",
                    {"Om naar de leverancier te sturen.", "To be sent to the supplier."}}}},
     .run = statement,
     .show = show_statement},
};

}  // namespace mvoi::cli
