// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the options that signing a contract and changing one have in common.
#pragma once

#include "verbs_common.hpp"

namespace mvoi::cli {

inline constexpr Option contract_by_reference{
    "--reference",
    "TEXT",
    As::Text,
    "reference",
    {"het eigen kenmerk, in plaats van CONTRACT", "your own number, instead of CONTRACT"}};
inline constexpr Option of_contract_organisation{"--organisation",
                                                 "CODE",
                                                 As::Text,
                                                 "organisation",
                                                 {"de organisatie: CONTRACT is dan het eigen kenmerk, zonder deze "
                                                  "optie de UUID",
                                                  "the organisation: CONTRACT is your own number then, the UUID "
                                                  "without it"}};

inline constexpr Option contract_title{"--title", "TEXT", As::Text, "title", {"de titel", "the title"}};
inline constexpr Option contract_kind{
    "--kind",
    "KIND",
    As::Text,
    "kind",
    {"werk, levering of dienst", "werk (works), levering (supplies) or dienst (services)"},
    "werk levering dienst"};
inline constexpr Option contract_supplier{
    "--supplier",
    "NAME[=NUMBER]",
    As::List,
    "suppliers",
    {"leverancier, met een nummer zoals dat van de KvK", "supplier, with a number such as that of the KvK"}};
inline constexpr Option contract_instrument{
    "--instrument",
    "CODE[@EDITION]=VALUE",
    As::Asked,
    "instruments",
    {"wat met een instrument wordt gevraagd: mki=12500 of co2-prestatieladder@4.0=2",
     "what is asked by an instrument: mki=12500 or co2-prestatieladder@4.0=2"}};
inline constexpr Option contract_shown{
    "--shown",
    "CODE[@EDITION]=VALUE[:DATE[:SUPPLIER]]",
    As::Shown,
    "instruments",
    {"wat daarvan is getoond, tot wanneer het geldig is en door wie: co2-prestatieladder@4.0=2:2028-12-31",
     "what of it was shown, until when it is valid and by whom: co2-prestatieladder@4.0=2:2028-12-31"}};
inline constexpr Option contract_value{"--value",
                                       "EUROS",
                                       As::Cents,
                                       "valueCents",
                                       {"waarde zonder btw: 125000, 125.000 of 125.000,50",
                                        "value without VAT, in Dutch notation: 125000, 125.000 or 125.000,50"}};
inline constexpr Option contract_person{"--person",
                                        "ROLE=NAME",
                                        As::Pair,
                                        "people",
                                        {"wie welke rol heeft, zoals contractmanager=\"N. de Vries\"",
                                         "who has which role, such as contractmanager=\"N. de Vries\""}};
inline constexpr Option contract_start{"--start", "DATE", As::Text, "term/start", {"de eerste dag", "the first day"}};
inline constexpr Option contract_end{"--end", "DATE", As::Text, "term/end", {"de laatste dag", "the last day"}};
inline constexpr Option contract_months{
    "--months",
    "N",
    As::Integer,
    "term/months",
    {"zoveel maanden vanaf de start, in plaats van --end", "so many months from the start, instead of --end"}};
inline constexpr Option contract_minimum{"--minimum-months",
                                         "N",
                                         As::Integer,
                                         "term/minimumMonths",
                                         {"van onbepaalde tijd: de minimumduur, die geen einde is",
                                          "of an indefinite time: the minimum term, which is not an end"}};
inline constexpr Option contract_renewal{
    "--renewal",
    "KIND",
    As::Text,
    "term/renewal",
    {"geen, stilzwijgend of uitdrukkelijk", "geen (none), stilzwijgend (tacit) or uitdrukkelijk (express)"},
    "geen stilzwijgend uitdrukkelijk"};
inline constexpr Option contract_renewal_months{
    "--renewal-months",
    "N",
    As::Integer,
    "term/renewalMonths",
    {"met hoeveel maanden; 0 is voor onbepaalde tijd", "by how many months; 0 is for an indefinite time"}};
inline constexpr Option contract_max_renewals{
    "--max-renewals",
    "N",
    As::Integer,
    "term/maxRenewals",
    {"hoe vaak ten hoogste; zonder deze optie zonder grens", "how often at most; without it there is no bound"}};
inline constexpr Option contract_notice{"--notice",
                                        "LENGTH",
                                        As::Text,
                                        "term/notice",
                                        {"opzegtermijn, zoals \"3 maanden\", \"30 dagen\" of \"6 weken\"",
                                         "notice, such as \"3 months\", \"30 days\" or \"6 weeks\""}};
inline constexpr Option contract_option{
    "--option",
    "MONTHS[:LENGTH]",
    As::List,
    "term/options",
    {"verlengingsoptie van zoveel maanden, en hoe lang voor het einde daarover moet "
     "zijn besloten: 12 of \"12:3 maanden\"; in volgorde",
     "option to extend by so many months, and how long before the end it must be "
     "decided: 12 or \"12:3 months\"; in their order"}};
inline constexpr Option contract_follow_up{
    "--follow-up",
    "CODE",
    As::Text,
    "followUp",
    {"wat erna komt: nieuwe-aanbesteding of geen (eenmalig)",
     "what comes after it: nieuwe-aanbesteding (a new tender) or geen (one-off)"},
    "nieuwe-aanbesteding geen"};
inline constexpr Option contract_signed{
    "--signed-on", "DATE", As::Text, "signedOn", {"dag van ondertekening", "day of signing"}};
inline constexpr Option contract_evaluation{
    "--evaluation",
    "DATE",
    As::Text,
    "evaluation",
    {"geplande evaluatie, zoals 2028-Q1", "planned evaluation, such as 2028-Q1"}};
inline constexpr Option contract_file{
    "--file",
    "FILE",
    As::Nothing,
    {},
    {"het hele verzoek in JSON, in plaats van de andere opties; - is de standaardinvoer",
     "the whole request in JSON, instead of the other options; - is the standard input"}};

inline constexpr Option rest_from_file{
    "--file",
    "FILE",
    As::Nothing,
    {},
    {"het verzoek in JSON, in plaats van de andere opties; het contract mag op de regel staan; - is de "
     "standaardinvoer",
     "the request in JSON, instead of the other options; the contract may stand on the line; - is the standard "
     "input"}};

}  // namespace mvoi::cli
