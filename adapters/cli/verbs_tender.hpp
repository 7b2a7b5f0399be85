// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the verbs that record tenders and show them.
#pragma once

#include "verbs_common.hpp"

namespace mvoi::cli {

inline constexpr Option start_options[] = {
    text("--organisation", "CODE", "/organisation",
         {"de organisatie, zoals gm0344", "the organisation, such as gm0344"}),
    text("--reference", "TEXT", "/reference",
         {"het eigen kenmerk van de aanbesteding", "your own number of the tender"}),
    text("--title", "TEXT", "/title", {"de titel", "the title"}),
    work_kind,
    integer(
        "--ambition", "1|2|3", "/ambition",
        {"ambitieniveau: 1 basis, 2 significant, 3 ambitieus", "ambition level: 1 basic, 2 significant, 3 ambitious"}),
    text("--cpv", "CODE", "/cpv/-", {"CPV-code", "CPV code"}),
    cents("--value", "/estimatedValueCents",
          {"geraamde waarde zonder btw: 125000, 125.000 of 125.000,50",
           "estimated value without VAT, in Dutch notation: 125000, 125.000 or 125.000,50"}),
    text(
        "--procedure", "CODE", "/procedure",
        {"procedure, zoals openbaar of meervoudig-onderhands", "procedure, such as openbaar or meervoudig-onderhands"}),
    text("--product-group", "CODE", "/productGroup", {"productgroep", "product group"}),
    text("--sector", "CODE", "/sector", {"sector", "sector"}),
    option("--instrument", "CODE[[@EDITION]=VALUE]", Kind::Instrument, "/instruments/-",
           {"instrument, of wat ermee wordt gevraagd: pso, mki=12500 of co2-prestatieladder@4.0=2",
            "instrument, or what is asked by it: pso, mki=12500 or co2-prestatieladder@4.0=2"}),
    option("--theme", "THEME=STATE", Kind::Decision, "/themes/-",
           {"besluit over een thema: klimaat=applied, klimaat=applied:2 (niveau), klimaat=explained:REDEN:TEKST of "
            "klimaat=undecided",
            "decision on a theme: klimaat=applied, klimaat=applied:2 (level), klimaat=explained:REASON:TEXT or "
            "klimaat=undecided"}),
    option("--criterion", "THEME=NUMBER[@EDITION][:KIND[:FORM]]", Kind::Criterion, "/themes",
           {"criterium van een thema, zoals klimaat=18.010@2020-12-10:minimumeis:technische-specificatie; een thema "
            "zonder --theme geldt daarmee als toegepast",
            "criterion of a theme, such as klimaat=18.010@2020-12-10:minimumeis:technische-specificatie; a theme "
            "without --theme counts as applied by it"}),
    option("--person", "ROLE=NAME", Kind::Pair, "/people",
           {"wie welke rol heeft, zoals inkoopadviseur=\"J. de Vries\"",
            "who has which role, such as inkoopadviseur=\"J. de Vries\""}),
    option("--plan", "MILESTONE=DATE", Kind::Pair, "/planning",
           {"geplande datum, zoals publication=2027-01-15, =2027-01, =2027-Q1, =2027 of =onbekend",
            "planned date, such as publication=2027-01-15, =2027-01, =2027-Q1, =2027 or =onbekend"}),
    flag("--provisional", "/provisional",
         {"voorlopig: mvoi confirm of mvoi withdraw volgt", "provisional: mvoi confirm or mvoi withdraw follows"}),
    repeatable,
    whole_from_file,
};

inline constexpr Option list_options[] = {
    within_organisation,
    text("--flag", "CODE", "/flag", {"met deze vlag", "with this flag"}),
    text("--theme", "THEME", "/theme",
         {"met een besluit over dit thema; zie --state", "with a decision on this theme; see --state"}),
    text("--state", "STATE", "/state",
         {"met --theme: applied (toegepast), explained (uitgelegd) of undecided (onbeslist)",
          "with --theme: applied, explained or undecided"}),
    text("--phase", "PHASE", "/phase", {"in deze fase", "in this phase"}),
    text("--registration", "STATE", "/registration",
         {"zonder deze optie bevestigde en voorlopige", "confirmed and provisional ones without it"}),
    text("--from", "DATE", "/from", {"gestart op deze dag of later", "started on this day or later"}),
    text("--to", "DATE", "/to", {"gestart op deze dag of eerder", "started on this day or earlier"}),
    text("--text", "TEXT", "/text", {"met dit in titel of kenmerk", "with this in the title or the reference"}),
    page_limit,
    page_after,
    all_pages,
};

inline constexpr Option show_options[] = {of_organisation, by_reference};

inline constexpr Verb tender_verbs[] = {
    {.name = "start",
     .operation = "tender.start",
     .uses = Register::Any,
     .summary = {"legt een aanbesteding vast bij haar start", "records a tender at its start"},
     .more = {"De namen van --plan zijn die van het verzoek: preparation, marketConsultation, board, publication, "
              "participation, invitation, questions, submission, evaluation, award, standstillEnd, awardNotice, "
              "contractStart, contractEnd, currentContractEnd, notice, option, renewal en contractReview. Wat niet met "
              "opties kan, "
              "zoals percelen of eigen criteria, kan met --file.",
              "The names of --plan are those of the request: preparation, marketConsultation, board, publication, "
              "participation, invitation, questions, submission, evaluation, award, standstillEnd, awardNotice, "
              "contractStart, contractEnd, currentContractEnd, notice, option, renewal and contractReview. What "
              "options cannot say, "
              "such as lots or criteria of one's own, --file can."},
     .options = start_options,
     .examples = {{{"mvoi start --organisation gm0344 --reference 2027-014 --title Gladheidsbestrijding \\\n"
                    "    --kind dienst --value 125.000 --ambition 2 --theme klimaat=applied:2 \\\n"
                    "    --theme \"milieu=explained:geen-aanbod:De markt levert dit nog niet\" \\\n"
                    "    --plan publication=2027-Q1",
                    {"Legt de start vast; over de thema's die niet zijn genoemd is nog niet besloten.",
                     "Records the start; the themes that are not named are undecided."}},
                   {"mvoi start --file start.json",
                    {"Legt vast wat in het bestand staat.", "Records what is in the file."}}}},
     .run = start,
     .show = show_tender},
    {.name = "list",
     .operation = "tender.list",
     .summary = {"toont aanbestedingen, nieuwste eerst", "lists tenders, newest first"},
     .options = list_options,
     .examples = {{{"mvoi list --flag onbeslist",
                    {"Waarover nog besloten moet worden.", "What is still to be decided."}},
                   {"mvoi list --theme klimaat --state explained --from 2026-01-01 --all --json",
                    {"Waar klimaat is weg-uitgelegd, voor verdere verwerking.",
                     "Where climate was explained away, for further processing."}}}},
     .run = list,
     .show = show_tenders},
    {.name = "show",
     .words = "TENDER",
     .operation = "tender.get",
     .summary = {"toont één aanbesteding", "shows one tender"},
     .options = show_options,
     .examples = {{{"mvoi show 2027-014 --organisation gm0344",
                    {"Alles van deze aanbesteding.", "All of this tender."}}}},
     .show = show_tender},
};

}  // namespace mvoi::cli
