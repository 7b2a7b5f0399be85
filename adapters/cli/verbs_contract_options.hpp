// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the options that signing a contract and changing one have in common.
#pragma once

#include "verbs_common.hpp"

namespace mvoi::cli {

inline constexpr Option contract_by_reference =
    text("--reference", "TEXT", "/reference",
         {"het eigen kenmerk, in plaats van CONTRACT", "your own number, instead of CONTRACT"});
inline constexpr Option of_contract_organisation =
    text("--organisation", "CODE", "/organisation",
         {"de organisatie: CONTRACT is dan het eigen kenmerk, zonder deze optie de UUID",
          "the organisation: CONTRACT is your own number then, the UUID without it"});

inline constexpr Option contract_member_options[] = {
    text("--title", "TEXT", "/title", {"de titel", "the title"}),
    work_kind,
    option("--supplier", "NAME[=NUMBER]", Kind::Supplier, "/suppliers/-",
           {"leverancier, met een nummer zoals dat van de KvK", "supplier, with a number such as that of the KvK"}),
    option("--instrument", "CODE[@EDITION]=VALUE", Kind::Asked, "/instruments/-",
           {"wat met een instrument wordt gevraagd: mki=12500 of co2-prestatieladder@4.0=2",
            "what is asked by an instrument: mki=12500 or co2-prestatieladder@4.0=2"}),
    option("--shown", "CODE[@EDITION]=VALUE[:DATE[:SUPPLIER]]", Kind::Shown, "/instruments/-",
           {"wat daarvan is getoond, tot wanneer het geldig is en door wie: co2-prestatieladder@4.0=2:2028-12-31",
            "what of it was shown, until when it is valid and by whom: co2-prestatieladder@4.0=2:2028-12-31"}),
    cents("--value", "/valueCents",
          {"waarde zonder btw: 125000, 125.000 of 125.000,50",
           "value without VAT, in Dutch notation: 125000, 125.000 or 125.000,50"}),
    option("--person", "ROLE=NAME", Kind::Pair, "/people",
           {"wie welke rol heeft, zoals contractmanager=\"N. de Vries\"",
            "who has which role, such as contractmanager=\"N. de Vries\""}),
    text("--start", "DATE", "/term/start", {"de eerste dag", "the first day"}),
    text("--end", "DATE", "/term/end", {"de laatste dag", "the last day"}),
    integer("--months", "N", "/term/months",
            {"zoveel maanden vanaf de start, in plaats van --end", "so many months from the start, instead of --end"}),
    integer("--minimum-months", "N", "/term/minimumMonths",
            {"van onbepaalde tijd: de minimumduur, die geen einde is",
             "of an indefinite time: the minimum term, which is not an end"}),
    text("--renewal", "KIND", "/term/renewal",
         {"geen, stilzwijgend of uitdrukkelijk", "geen (none), stilzwijgend (tacit) or uitdrukkelijk (express)"}),
    integer("--renewal-months", "N", "/term/renewalMonths",
            {"met hoeveel maanden; 0 is voor onbepaalde tijd", "by how many months; 0 is for an indefinite time"}),
    integer(
        "--max-renewals", "N", "/term/maxRenewals",
        {"hoe vaak ten hoogste; zonder deze optie zonder grens", "how often at most; without it there is no bound"}),
    option("--notice", "LENGTH", Kind::Length, "/term/notice",
           {"opzegtermijn, zoals \"3 maanden\", \"30 dagen\" of \"6 weken\"",
            "notice, such as \"3 months\", \"30 days\" or \"6 weeks\""}),
    option("--option", "MONTHS[:LENGTH]", Kind::Extension, "/term/options/-",
           {"verlengingsoptie van zoveel maanden, en hoe lang voor het einde daarover moet zijn besloten: 12 of \"12:3 "
            "maanden\"; in volgorde",
            "option to extend by so many months, and how long before the end it must be decided: 12 or \"12:3 "
            "months\"; in their order"}),
    text("--follow-up", "CODE", "/followUp",
         {"wat erna komt: nieuwe-aanbesteding of geen (eenmalig)",
          "what comes after it: nieuwe-aanbesteding (a new tender) or geen (one-off)"}),
    text("--signed-on", "DATE", "/signedOn", {"dag van ondertekening", "day of signing"}),
    text("--evaluation", "DATE", "/evaluation",
         {"geplande evaluatie, zoals 2028-Q1", "planned evaluation, such as 2028-Q1"}),
};

inline constexpr Option rest_from_file =
    own("--file", "FILE",
        {"het verzoek in JSON, in plaats van de andere opties; het contract mag op de regel staan; - is de "
         "standaardinvoer",
         "the request in JSON, instead of the other options; the contract may stand on the line; - is the standard "
         "input"});

}  // namespace mvoi::cli
