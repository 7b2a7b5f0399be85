// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the verbs that plan a tender.
#pragma once

#include "verbs_common.hpp"

namespace mvoi::cli {

inline constexpr Option given_date = option("--plan", "MILESTONE=DATE", Kind::Pair, "/planning",
                                            {"datum die vaststaat of gewenst is, zoals contractStart=2028-01-01 of "
                                             "currentContractEnd=2027-12-31; de rest wordt daarvan afgeteld",
                                             "date that is fixed or wanted, such as contractStart=2028-01-01 or "
                                             "currentContractEnd=2027-12-31; the rest is counted from it"});
inline constexpr Option by_notice = text("--notice-by", "DATE", "/noticeBy",
                                         {"laatste dag om een lopend contract op te zeggen dat zichzelf verlengt",
                                          "last day to stop a running contract that renews itself"});
inline constexpr Option counted_direction =
    text("--direction", "backward|forward", "/direction",
         {"terug vanaf de laatste datum, of vooruit vanaf de eerste", "back from the last date, or on from the first"});
inline constexpr Option is_social =
    flag("--social", "/social", {"een sociale of andere specifieke dienst", "a social or other specific service"});
inline constexpr Option of_procedure = text("--procedure", "CODE", "/procedure",
                                            {"procedure, zoals openbaar; zonder deze optie de gebruikelijke",
                                             "procedure, such as openbaar; the usual one without it"});

inline constexpr Option plan_options[] = {
    text("--organisation", "CODE", "/organisation",
         {"de organisatie: haar beleid zegt doorlooptijden, gesloten weken en bedragen",
          "the organisation: its policy says lead times, closed weeks and amounts"}),
    text("--reference", "TEXT", "/reference",
         {"plan deze aanbesteding van de organisatie", "plan this tender of the organisation"}),
    work_kind,
    cents("--value", "/estimatedValueCents", {"geraamde waarde zonder btw", "estimated value without VAT"}),
    of_procedure,
    integer("--ambition", "1|2|3", "/ambition",
            {"ambitieniveau waarvan de doorlooptijden tellen", "ambition level whose lead times count"}),
    given_date,
    by_notice,
    counted_direction,
    is_social,
};

inline constexpr Option plan_adopt_options[] = {
    of_organisation, by_reference, of_procedure, given_date, by_notice, counted_direction, is_social, repeatable,
};

inline constexpr Option recount_options[] = {of_organisation};
inline constexpr Option recount_adopt_options[] = {
    of_organisation,
    text("--tender", "UUID", "/tender", {"alleen van deze aanbesteding", "only of this tender"}),
    text("--contract", "UUID", "/contract", {"alleen van dit contract", "only of this contract"}),
};

inline constexpr Verb plan_verbs[] = {
    {.name = "recount",
     .operation = "recount.list",
     .summary = {"toont de dagen die de regels van nu anders tellen dan zij er staan",
                 "shows the days that the rules of today count otherwise than they stand"},
     .more = {"Na een nieuwe uitgave van de regels kan een dag anders uitkomen. Hij blijft staan tot iemand hem "
              "opnieuw laat tellen met mvoi recount-adopt; tot dan staan beide dagen op de werklijst en in de "
              "kalender.",
              "After a new edition of the rules a day may come out otherwise. It stays until somebody has it counted "
              "again with mvoi recount-adopt; until then both days stand on the worklist and in the calendar."},
     .options = recount_options,
     .examples = {{{"mvoi recount --organisation gm0344",
                    {"Welke dagen zouden anders zijn, en volgens welk artikel?",
                     "Which days would be others, and by which article?"}}}},
     .show = show_recounts},
    {.name = "recount-adopt",
     .operation = "recount.adopt",
     .uses = Register::Existing,
     .summary = {"laat die dagen opnieuw tellen", "has those days counted again"},
     .more = {"Elke aanbesteding en elk contract krijgt er een regel van in het journaal. Zonder --tender of "
              "--contract alle dagen van de organisatie.",
              "Each tender and each contract gets an entry of it in the journal. Without --tender or --contract all "
              "days of the organisation."},
     .options = recount_adopt_options,
     .examples = {{{"mvoi recount-adopt --organisation gm0344",
                    {"Alle dagen zoals de regels van nu ze tellen.", "All days as the rules of today count them."}}}},
     .show = show_recounts},
    {.name = "plan",
     .operation = "plan.compute",
     .uses = Register::Optional,
     .summary = {"telt terug wanneer een aanbesteding moet beginnen", "counts back when a tender must begin"},
     .more = {"Elke mijlpaal staat er met de aftreksom en het artikel; daarna tot wanneer welk ambitieniveau haalbaar "
              "is en welke procedures openstaan. Er verandert niets. Voorwaarden als versneld gaan met mvoi call "
              "plan.compute.",
              "Each milestone with its subtraction and the article; then until when which ambition level is within "
              "reach and which procedures are open. Nothing changes. Conditions such as urgency go with mvoi call "
              "plan.compute."},
     .options = plan_options,
     .examples =
         {{{"mvoi plan --organisation gm0344 --kind dienst --value 500.000 --plan currentContractEnd=2027-12-31",
            {"Wanneer moet het werk beginnen om op 1 januari 2028 een nieuw contract te hebben?",
             "When must the work begin to have a new contract on 1 January 2028?"}}}},
     .show = show_plan},
    {.name = "plan-adopt",
     .words = "TENDER",
     .operation = "plan.adopt",
     .uses = Register::Existing,
     .summary = {"maakt de planning tot die van een aanbesteding", "makes the plan that of a tender"},
     .options = plan_adopt_options,
     .examples = {{{"mvoi plan-adopt 2027-014 --organisation gm0344 --plan contractStart=2028-01-01",
                    {"De data van de planning worden die van de aanbesteding, en staan in de kalender.",
                     "The dates of the plan become those of the tender, and stand in the calendar."}}}},
     .show = show_tender},
};

}  // namespace mvoi::cli
