// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the verbs that record tenders and show them.
#pragma once

#include "verbs_common.hpp"

namespace mvoi::cli {

inline constexpr Option start_options[] = {
    {"--organisation",
     "CODE",
     As::Text,
     "organisation",
     {"de organisatie, zoals gm0344", "the organisation, such as gm0344"}},
    {"--reference",
     "TEXT",
     As::Text,
     "reference",
     {"het eigen kenmerk van de aanbesteding", "your own number of the tender"}},
    {"--title", "TEXT", As::Text, "title", {"de titel", "the title"}},
    {"--kind",
     "KIND",
     As::Text,
     "kind",
     {"werk, levering of dienst", "werk (works), levering (supplies) or dienst (services)"},
     "werk levering dienst"},
    {"--ambition",
     "1|2|3",
     As::Integer,
     "ambition",
     {"ambitieniveau: 1 basis, 2 significant, 3 ambitieus", "ambition level: 1 basic, 2 significant, 3 ambitious"},
     "1 2 3"},
    {"--cpv", "CODE", As::List, "cpv", {"CPV-code", "CPV code"}},
    {"--value",
     "EUROS",
     As::Cents,
     "estimatedValueCents",
     {"geraamde waarde zonder btw: 125000, 125.000 of 125.000,50",
      "estimated value without VAT, in Dutch notation: 125000, 125.000 or 125.000,50"}},
    {"--procedure",
     "CODE",
     As::Text,
     "procedure",
     {"procedure, zoals openbaar of meervoudig-onderhands", "procedure, such as openbaar or meervoudig-onderhands"}},
    {"--product-group", "CODE", As::Text, "productGroup", {"productgroep", "product group"}},
    {"--sector", "CODE", As::Text, "sector", {"sector", "sector"}},
    {"--instrument",
     "CODE[[@EDITION]=VALUE]",
     As::Instrument,
     "instruments",
     {"instrument, of wat ermee wordt gevraagd: pso, mki=12500 of co2-prestatieladder@4.0=2",
      "instrument, or what is asked by it: pso, mki=12500 or co2-prestatieladder@4.0=2"}},
    {"--theme",
     "THEME=STATE",
     As::Decision,
     "themes",
     {"besluit over een thema: klimaat=applied, klimaat=applied:2 (niveau), klimaat=explained:REDEN:TEKST of "
      "klimaat=undecided",
      "decision on a theme: klimaat=applied, klimaat=applied:2 (level), klimaat=explained:REASON:TEXT or "
      "klimaat=undecided"}},
    {"--criterion",
     "THEME=NUMBER[@EDITION][:KIND[:FORM]]",
     As::Criterion,
     "themes",
     {"criterium van een thema, zoals klimaat=18.010@2020-12-10:minimumeis:technische-specificatie; een thema zonder "
      "--theme geldt daarmee als toegepast",
      "criterion of a theme, such as klimaat=18.010@2020-12-10:minimumeis:technische-specificatie; a theme without "
      "--theme counts as applied by it"}},
    {"--person",
     "ROLE=NAME",
     As::Pair,
     "people",
     {"wie welke rol heeft, zoals inkoopadviseur=\"J. de Vries\"",
      "who has which role, such as inkoopadviseur=\"J. de Vries\""}},
    {"--plan",
     "MILESTONE=DATE",
     As::Pair,
     "planning",
     {"geplande datum, zoals publication=2027-01-15, =2027-01, =2027-Q1, =2027 of =onbekend",
      "planned date, such as publication=2027-01-15, =2027-01, =2027-Q1, =2027 or =onbekend"}},
    {"--provisional",
     {},
     As::True,
     "provisional",
     {"voorlopig: mvoi confirm of mvoi withdraw volgt", "provisional: mvoi confirm or mvoi withdraw follows"}},
    repeatable,
    {"--file",
     "FILE",
     As::Nothing,
     {},
     {"het hele verzoek in JSON, in plaats van de andere opties; - is de standaardinvoer",
      "the whole request in JSON, instead of the other options; - is the standard input"}},
};
inline constexpr Example start_examples[] = {
    {"mvoi start --organisation gm0344 --reference 2027-014 --title Gladheidsbestrijding \\\n"
     "    --kind dienst --value 125.000 --ambition 2 --theme klimaat=applied:2 \\\n"
     "    --theme \"milieu=explained:geen-aanbod:De markt levert dit nog niet\" \\\n"
     "    --plan publication=2027-Q1",
     {"Legt de start vast; over de thema's die niet zijn genoemd is nog niet besloten.",
      "Records the start; the themes that are not named are undecided."}},
    {"mvoi start --file start.json", {"Legt vast wat in het bestand staat.", "Records what is in the file."}},
};

inline constexpr Option list_options[] = {
    within_organisation,
    {"--flag", "CODE", As::Text, "flag", {"met deze vlag", "with this flag"}, flag_words},
    {"--theme",
     "THEME",
     As::Text,
     "theme",
     {"met een besluit over dit thema; zie --state", "with a decision on this theme; see --state"}},
    {"--state",
     "STATE",
     As::Text,
     "state",
     {"met --theme: applied (toegepast), explained (uitgelegd) of undecided (onbeslist)",
      "with --theme: applied, explained or undecided"},
     "applied explained undecided"},
    {"--phase", "PHASE", As::Text, "phase", {"in deze fase", "in this phase"}, phase_words},
    {"--registration",
     "STATE",
     As::Text,
     "registration",
     {"zonder deze optie bevestigde en voorlopige", "confirmed and provisional ones without it"},
     "confirmed provisional withdrawn lapsed"},
    {"--from", "DATE", As::Text, "from", {"gestart op deze dag of later", "started on this day or later"}},
    {"--to", "DATE", As::Text, "to", {"gestart op deze dag of eerder", "started on this day or earlier"}},
    {"--text", "TEXT", As::Text, "text", {"met dit in titel of kenmerk", "with this in the title or the reference"}},
    page_limit,
    page_after,
    all_pages,
};
inline constexpr Example list_examples[] = {
    {"mvoi list --flag onbeslist", {"Waarover nog besloten moet worden.", "What is still to be decided."}},
    {"mvoi list --theme klimaat --state explained --from 2026-01-01 --all --json",
     {"Waar klimaat is weg-uitgelegd, voor verdere verwerking.",
      "Where climate was explained away, for further processing."}},
};

inline constexpr Option show_options[] = {of_organisation, by_reference};
inline constexpr Example show_examples[] = {
    {"mvoi show 2027-014 --organisation gm0344", {"Alles van deze aanbesteding.", "All of this tender."}},
};

inline constexpr Verb tender_verbs[] = {
    {.name = "start",
     .operation = "tender.start",
     .uses = Register::Any,
     .summary = {"legt een aanbesteding vast bij haar start", "records a tender at its start"},
     .more = {"De namen van --plan zijn die van het verzoek: preparation, marketConsultation, board, publication, "
              "participation, invitation, questions, submission, evaluation, award, standstillEnd, contractStart, "
              "contractEnd, currentContractEnd, notice, option en contractReview. Wat niet met opties kan, zoals "
              "percelen of eigen criteria, kan "
              "met --file.",
              "The names of --plan are those of the request: preparation, marketConsultation, board, publication, "
              "participation, invitation, questions, submission, evaluation, award, standstillEnd, contractStart, "
              "contractEnd, currentContractEnd, notice, option and contractReview. What options cannot say, such as "
              "lots or criteria of one's own, "
              "--file can."},
     .options = start_options,
     .examples = start_examples,
     .run = start,
     .show = show_tender},
    {.name = "list",
     .operation = "tender.list",
     .uses = Register::Read,
     .summary = {"toont aanbestedingen, nieuwste eerst", "lists tenders, newest first"},
     .options = list_options,
     .examples = list_examples,
     .run = list,
     .show = show_tenders},
    {.name = "show",
     .words = "TENDER",
     .tender = true,
     .operation = "tender.get",
     .uses = Register::Read,
     .summary = {"toont één aanbesteding", "shows one tender"},
     .options = show_options,
     .examples = show_examples,
     .run = ordinary,
     .show = show_tender},
};

}  // namespace mvoi::cli
