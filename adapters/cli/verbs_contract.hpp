// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: options and examples of the verbs on contracts. What stands in the term of a request
// ("term/start") is put there by contract.cpp.
#pragma once

#include "verbs_tender.hpp"

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

inline constexpr Option contract_sign_options[] = {
    {"--organisation",
     "CODE",
     As::Text,
     "organisation",
     {"de organisatie, zoals gm0344", "the organisation, such as gm0344"}},
    {"--reference",
     "TEXT",
     As::Text,
     "reference",
     {"het eigen kenmerk van het contract", "your own number of the contract"}},
    {"--tender", "UUID", As::Text, "tender", {"de aanbesteding waar het uit komt", "the tender it comes from"}},
    {"--tender-reference",
     "TEXT",
     As::Text,
     "tenderReference",
     {"hetzelfde met het eigen kenmerk van de aanbesteding", "the same by your own number of the tender"}},
    contract_title,
    contract_kind,
    {"--cpv", "CODE", As::List, "cpv", {"CPV-code", "CPV code"}},
    {"--product-group", "CODE", As::Text, "productGroup", {"productgroep", "product group"}},
    {"--lot", "NUMBER", As::List, "lots", {"perceel van de aanbesteding", "lot of the tender"}},
    contract_supplier,
    contract_value,
    contract_person,
    contract_start,
    contract_end,
    contract_months,
    contract_minimum,
    contract_notice,
    contract_renewal,
    contract_renewal_months,
    contract_max_renewals,
    contract_option,
    contract_follow_up,
    {"--predecessor", "UUID", As::Text, "predecessor", {"het contract hiervoor", "the contract before it"}},
    contract_signed,
    contract_evaluation,
    repeatable,
    contract_file,
};
inline constexpr Example contract_sign_examples[] = {
    {"mvoi contract-sign --organisation gm0344 --reference C-2027-3 --tender-reference 2027-014 \\\n"
     "    --supplier \"Strooi BV=12345678\" --start 2027-10-01 --months 48 --notice \"3 maanden\" \\\n"
     "    --renewal stilzwijgend --renewal-months 12 --max-renewals 2",
     {"Vier jaar, daarna ten hoogste twee keer stilzwijgend een jaar.",
      "Four years, then at most twice a year by tacit renewal."}},
};

inline constexpr Option contract_change_options[] = {
    of_contract_organisation,
    contract_by_reference,
    {"--revision", "N", As::Integer, "revision", {"de revisie die u zag", "the revision that you saw"}},
    contract_title,
    contract_kind,
    contract_supplier,
    contract_value,
    contract_person,
    contract_start,
    contract_end,
    contract_months,
    contract_minimum,
    contract_notice,
    contract_renewal,
    contract_renewal_months,
    contract_max_renewals,
    contract_option,
    contract_follow_up,
    contract_signed,
    contract_evaluation,
    {"--option-decided",
     "NUMBER=DECISION",
     As::Text,
     "optionDecided",
     {"besluit over een optie: 1=gelicht of 1=niet-gelicht",
      "decision on an option: 1=gelicht (lifted) or 1=niet-gelicht (declined)"}},
    {"--notice-given", {}, As::True, "noticeGiven", {"er is opgezegd", "notice was given"}},
    {"--renewal-agreed",
     {},
     As::True,
     "renewalAgreed",
     {"er is een verlenging overeengekomen", "a renewal was agreed"}},
    {"--ended",
     "DATE",
     As::Text,
     "ended",
     {"laatste dag van een voortijdig einde; met --reason", "last day of an early end; with --reason"}},
    {"--on",
     "DATE",
     As::Text,
     "on",
     {"de dag waarop het gebeurde; zonder deze optie vandaag", "the day it happened; today without it"}},
    {"--reason", "TEXT", As::Text, "reason", {"bij --ended: waarom", "with --ended: why"}},
    repeatable,
    contract_file,
};
inline constexpr Example contract_change_examples[] = {
    {"mvoi contract-change C-2027-3 --organisation gm0344 --option-decided 1=gelicht --on 2028-06-01",
     {"De eerste optie is gelicht.", "The first option was lifted."}},
    {"mvoi contract-change C-2027-3 --organisation gm0344 --notice-given",
     {"Vandaag is opgezegd.", "Notice was given today."}},
};

inline constexpr Option contract_options[] = {of_contract_organisation, contract_by_reference};
inline constexpr Example contract_examples[] = {
    {"mvoi contract C-2027-3 --organisation gm0344",
     {"Tot wanneer het loopt, en wanneer opgezegd moet zijn.",
      "Until when it runs, and by when notice must be given."}},
};

inline constexpr Option contracts_options[] = {
    {"--organisation", "CODE", As::Text, "organisation", {"van deze organisatie", "of this organisation"}},
    {"--ends-from", "DATE", As::Text, "endsFrom", {"einde op deze dag of later", "ends on this day or later"}},
    {"--ends-to", "DATE", As::Text, "endsTo", {"einde op deze dag of eerder", "ends on this day or earlier"}},
    {"--notice-from",
     "DATE",
     As::Text,
     "noticeFrom",
     {"laatste dag van opzegging op deze dag of later", "last day of notice on this day or later"}},
    {"--notice-to",
     "DATE",
     As::Text,
     "noticeTo",
     {"laatste dag van opzegging op deze dag of eerder", "last day of notice on this day or earlier"}},
    {"--open-options",
     {},
     As::True,
     "openOptions",
     {"met een optie waarover nog besloten kan worden", "with an option that can still be decided on"}},
    {"--text",
     "TEXT",
     As::Text,
     "text",
     {"met dit in titel, kenmerk of leverancier", "with this in the title, the reference or the supplier"}},
    {"--limit", "N", As::Integer, "limit", {"zoveel per bladzijde", "so many on a page"}},
    {"--after",
     "NEXT",
     As::Text,
     "after",
     {"de bladzijde na deze: \"next\" van de vorige", "the page after this: \"next\" of the one before"}},
    {"--all", {}, As::Nothing, {}, {"alle bladzijden achter elkaar", "all pages one after the other"}},
};
inline constexpr Example contracts_examples[] = {
    {"mvoi contracts --organisation gm0344 --notice-to 2027-12-31",
     {"Wat dit jaar opgezegd moet worden, of verlengd wordt.", "What must be given notice this year, or is renewed."}},
};

}  // namespace mvoi::cli
