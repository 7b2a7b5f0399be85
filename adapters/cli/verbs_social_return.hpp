// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the verbs on social return. "/item" is no member of a request: it is a
// placement, invoice or activity, as social_return.cpp sees.
#pragma once

#include "verbs_contract_options.hpp"

namespace mvoi::cli {

inline constexpr Option social_return_options[] = {of_contract_organisation, contract_by_reference};

inline constexpr Option social_returns_options[] = {within_organisation, page_limit, page_after, all_pages};

inline constexpr Option social_return_realise_options[] = {
    of_contract_organisation,
    contract_by_reference,
    text("--placement", "TEXT", "/placements/0/reference",
         {"een plaatsing: de eigen code van de kandidaat, geen naam",
          "a placement: your code of the candidate, no name"}),
    text("--invoice", "TEXT", "/invoices/0/reference",
         {"een factuur, met haar kenmerk", "an invoice, by its reference"}),
    text("--activity", "TEXT", "/activities/0/reference",
         {"een activiteit, met haar kenmerk", "an activity, by its reference"}),
    integer("--number", "N", "/item/number",
            {"wat er onder dit nummer staat wordt wat hier staat, in zijn geheel",
             "what stands under this number becomes what stands here, whole"}),
    text("--block", "CODE", "/item/block",
         {"de doelgroep, uit de tabel van het contract", "the target group, of the contract's table"}),
    text("--started", "DATE", "/item/started", {"begin van de plaatsing", "start of the placement"}),
    figure("--hours", "N", "/item/hours",
           {"uren per week van een plaatsing, uren van een activiteit",
            "hours a week of a placement, hours of an activity"}),
    figure("--months", "N", "/item/months",
           {"gewerkte maanden, hele of halve: 6 of 5.5", "months worked, whole or half: 6 or 5.5"}),
    integer("--lks-half-months", "N", "/item/lksHalfMonths",
            {"halve maanden met loonkostensubsidie", "half months with loonkostensubsidie"}),
    text("--bonus", "CODE", "/item/bonuses/-", {"een bonus van de tabel", "a bonus of the table"}),
    text("--on", "DATE", "/item/on", {"dag van de factuur of activiteit", "day of the invoice or activity"}),
    cents("--amount", "/item/cents", {"bedrag van de factuur zonder btw", "amount of the invoice without VAT"}),
    flag("--paid", "/item/paid", {"de factuur is betaald", "the invoice is paid"}),
    figure("--days", "N", "/item/days", {"dagen van een activiteit", "days of an activity"}),
    cents("--worth", "/item/valueCents",
          {"wat een activiteit per dag waard was, in totaal", "what an activity by the day was worth, in all"}),
    text("--pso", "STEP", "/pso",
         {"trede van het PSO-certificaat vanaf nu, of geen", "step of the PSO certificate from now on, or geen (none)"},
         "geen"),
    cents("--carried-in", "/carriedInCents",
          {"wat een andere opdracht te veel bracht", "what another contract brought too much"}),
    integer("--take-back", "N", "/takeBack/0/number", {"trekt dit nummer in", "takes this number back"}),
    text("--reason", "TEXT", "/takeBack/0/reason", {"bij --take-back: waarom", "with --take-back: why"}),
    repeatable,
    rest_from_file,
};

inline constexpr Verb social_return_verbs[] = {
    {.name = "social-return",
     .words = "CONTRACT",
     .operation = "socialreturn.statement",
     .summary = {"toont wat een contract aan social return vraagt, wat er is gedaan en wat er nog open staat",
                 "shows what a contract asks of social return, what was done and what is left"},
     .options = social_return_options,
     .examples = {{{"mvoi social-return C-2027-3 --organisation gm0344 --today 2028-01-01",
                    {"Wat is gevraagd, gedaan en nog open op die dag.", "What is asked, done and left on that day."}}}},
     .show = show_social_return},
    {.name = "social-returns",
     .operation = "socialreturn.list",
     .summary = {"toont social return van alle contracten: gevraagd, gedaan en nog open, en hoe ver de looptijd is",
                 "shows social return of all contracts: asked, done and left, and how far the term is"},
     .options = social_returns_options,
     .examples = {{{"mvoi social-returns --organisation gm0344 --all",
                    {"Van elk contract, met de som.", "Of each contract, with the sum."}}}},
     .run = list,
     .show = show_social_returns},
    {.name = "social-return-realise",
     .words = "CONTRACT",
     .operation = "socialreturn.realise",
     .uses = Register::Existing,
     .summary = {"legt vast wat er aan social return is gedaan: een plaatsing, factuur of activiteit",
                 "puts down what was done of social return: a placement, invoice or activity"},
     .more =
         {"Eén plaatsing, factuur of activiteit gaat met opties; vele tegelijk met --file. Alles wordt vastgelegd, of "
          "niets.",
          "One placement, invoice or activity goes with options; many at once with --file. All of it is put down, or "
          "nothing."},
     .options = social_return_realise_options,
     .examples =
         {{{"mvoi social-return-realise C-2027-3 --organisation gm0344 --placement k-017 --block participatiewet \\\n"
            "    --started 2027-11-01 --hours 24 --months 5.5",
            {"Een plaatsing van vijf en een halve maand.", "A placement of five and a half months."}},
           {"mvoi social-return-realise C-2027-3 --organisation gm0344 --invoice F-12 --on 2028-02-01 --amount "
            "1.250,00 "
            "--paid",
            {"Een betaalde rekening van een sociale onderneming.", "A paid invoice of a social enterprise."}}}},
     .run = social_return_realise,
     .show = show_realised},
};

}  // namespace mvoi::cli
