// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: options and examples of the verbs that plan.
#pragma once

#include "verbs_tender.hpp"

namespace mvoi::cli {

inline constexpr Option given_date{"--plan",
                                   "MILESTONE=DATE",
                                   As::Pair,
                                   "planning",
                                   {"datum die vaststaat of gewenst is, zoals contractStart=2028-01-01 of "
                                    "currentContractEnd=2027-12-31; de rest wordt daarvan afgeteld",
                                    "date that is fixed or wanted, such as contractStart=2028-01-01 or "
                                    "currentContractEnd=2027-12-31; the rest is counted from it"}};
inline constexpr Option by_notice{"--notice-by",
                                  "DATE",
                                  As::Text,
                                  "noticeBy",
                                  {"laatste dag om een lopend contract op te zeggen dat zichzelf verlengt",
                                   "last day to stop a running contract that renews itself"}};
inline constexpr Option counted_direction{
    "--direction",
    "backward|forward",
    As::Text,
    "direction",
    {"terug vanaf de laatste datum, of vooruit vanaf de eerste", "back from the last date, or on from the first"},
    "backward forward"};
inline constexpr Option is_social{"--social",
                                  {},
                                  As::True,
                                  "social",
                                  {"een sociale of andere specifieke dienst", "a social or other specific service"}};
inline constexpr Option of_procedure{"--procedure",
                                     "CODE",
                                     As::Text,
                                     "procedure",
                                     {"procedure, zoals openbaar; zonder deze optie de gebruikelijke",
                                      "procedure, such as openbaar; the usual one without it"}};

inline constexpr Option plan_options[] = {
    {"--organisation",
     "CODE",
     As::Text,
     "organisation",
     {"de organisatie: haar beleid zegt doorlooptijden, gesloten weken en bedragen",
      "the organisation: its policy says lead times, closed weeks and amounts"}},
    {"--reference",
     "TEXT",
     As::Text,
     "reference",
     {"plan deze aanbesteding van de organisatie", "plan this tender of the organisation"}},
    {"--kind",
     "KIND",
     As::Text,
     "kind",
     {"werk, levering of dienst", "werk (works), levering (supplies) or dienst (services)"},
     "werk levering dienst"},
    {"--value",
     "EUROS",
     As::Cents,
     "estimatedValueCents",
     {"geraamde waarde zonder btw", "estimated value without VAT"}},
    of_procedure,
    {"--ambition",
     "1|2|3",
     As::Integer,
     "ambition",
     {"ambitieniveau waarvan de doorlooptijden tellen", "ambition level whose lead times count"},
     "1 2 3"},
    given_date,
    by_notice,
    counted_direction,
    is_social,
};
inline constexpr Example plan_examples[] = {
    {"mvoi plan --organisation gm0344 --kind dienst --value 500.000 --plan currentContractEnd=2027-12-31",
     {"Wanneer moet het werk beginnen om op 1 januari 2028 een nieuw contract te hebben?",
      "When must the work begin to have a new contract on 1 January 2028?"}},
};

inline constexpr Option plan_adopt_options[] = {
    of_organisation, by_reference, of_procedure, given_date, by_notice, counted_direction, is_social, repeatable,
};
inline constexpr Example plan_adopt_examples[] = {
    {"mvoi plan-adopt 2027-014 --organisation gm0344 --plan contractStart=2028-01-01",
     {"De data van de planning worden die van de aanbesteding, en staan in de kalender.",
      "The dates of the plan become those of the tender, and stand in the calendar."}},
};

}  // namespace mvoi::cli
