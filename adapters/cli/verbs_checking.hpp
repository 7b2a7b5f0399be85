// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the work of who keeps an eye on contracts.
#pragma once

#include "verbs_common.hpp"

namespace mvoi::cli {

inline constexpr Option of_role{
    "--owner", "ROLE", As::Text, "role", {"alleen wat deze rol doet", "only what this role does"}};
inline constexpr Option of_person{
    "--person", "NAME", As::Text, "person", {"alleen wat deze persoon doet", "only what this person does"}};

inline constexpr Option worklist_options[] = {
    within_organisation,
    {"--month",
     "MONTH",
     As::Text,
     "month",
     {"de maand, zoals 2027-03; zonder deze optie de maand van vandaag",
      "the month, such as 2027-03; the month of today without it"}},
    of_person,
    of_role,
    page_limit,
    page_after,
    all_pages,
};
inline constexpr Example worklist_examples[] = {
    {"mvoi worklist --organisation gm0344 --person \"N. de Vries\"",
     {"Wat moet ik deze maand doen?", "What do I have to do this month?"}},
};

inline constexpr Option checkability_options[] = {
    within_organisation,
    {"--reference",
     "TEXT",
     As::Text,
     "reference",
     {"alleen van dit contract, bij zijn eigen kenmerk", "of this contract only, by your own number"}},
    {"--tender-reference",
     "TEXT",
     As::Text,
     "tenderReference",
     {"van de criteria die in deze aanbesteding zijn gekozen", "of the criteria that were chosen in this tender"}},
    of_person,
    of_role,
    {"--year", "YEAR", As::Integer, "year", {"alleen dit jaar", "this year only"}},
    {"--hours",
     "N",
     As::Integer,
     "hoursAvailable",
     {"de uren die er in een jaar zijn; zonder deze optie die van het beleid",
      "the hours there are in a year; those of the policy without it"}},
};
inline constexpr Example checkability_examples[] = {
    {"mvoi checkability --organisation gm0344 --tender-reference 2027-014 --hours 6",
     {"Wat kost het om na te gaan wat hier wordt beloofd?", "What does it cost to check what is promised here?"}},
};

inline constexpr Verb checking_verbs[] = {
    {.name = "worklist",
     .operation = "worklist.list",
     .uses = Register::Read,
     .summary = {"toont wat u deze maand moet doen aan lopende contracten",
                 "shows what you have to do this month about running contracts"},
     .more = {"Wat in de maand valt, en wat daarvoor al had moeten gebeuren: beloften die aangetoond moeten worden, "
              "opzeggen, opties, verlengingen, evaluaties en eindes.",
              "What falls in the month, and what should have been done before it: promises that are to be shown, "
              "notice, options, renewals, evaluations and ends."},
     .options = worklist_options,
     .examples = worklist_examples,
     .run = list,
     .show = show_worklist},
    {.name = "checkability",
     .operation = "checkability.compute",
     .uses = Register::Read,
     .summary = {"rekent uit hoeveel uur het nagaan van beloften kost, tegenover de uren die er zijn",
                 "reckons how many hours checking promises takes, against the hours there are"},
     .more = {"Wat nergens staat wordt aangenomen naar het soort bewijs of criterium, en dat staat erbij. Beloften die "
              "nog niet getekend zijn gaan met mvoi call checkability.compute.",
              "What is said nowhere is assumed by the kind of evidence or criterion, and the answer says so. Promises "
              "that nobody signed yet go with mvoi call checkability.compute."},
     .options = checkability_options,
     .examples = checkability_examples,
     .run = ordinary,
     .show = show_checkability},
};

}  // namespace mvoi::cli
