// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the verbs for reviews by a tender board, and their papers.
#pragma once

#include "verbs_common.hpp"

namespace mvoi::cli {

inline constexpr Option review_ask_options[] = {
    of_organisation,
    by_reference,
    text("--board", "TEXT", "/board", {"welke tenderboard, voor mensen", "which board, for people"}),
    text("--text", "TEXT", "/text", {"wat wordt gevraagd", "what is asked"}),
    text_from("/text"),
    repeatable,
};

inline constexpr Option review_answer_options[] = {
    text("--text", "TEXT", "/text", {"toelichting; bij afgewezen verplicht", "remark; needed with afgewezen"}),
    text_from("/text"),
    text("--condition", "TEXT", "/conditions/-", {"voorwaarde van een akkoord-mits", "condition of an akkoord-mits"}),
    repeatable,
};

inline constexpr Option review_condition_options[] = {
    text("--text", "TEXT", "/text", {"hoe zij is vervuld", "how it was met"}),
    text_from("/text"),
    repeatable,
};

inline constexpr Option review_list_options[] = {
    within_organisation,
    option("--history", {}, Kind::False, "/agenda",
           {"ook toetsen die geen aandacht meer vragen", "reviews that need no attention any more too"}),
    text("--state", "STATE", "/state", {"alleen met deze uitkomst", "only with this outcome"}),
    page_limit,
    page_after,
    all_pages,
};

inline constexpr Option dossier_options[] = {
    of_organisation,
    by_reference,
    text("--review", "REVIEW", "/review",
         {"zoals deze toets het bevroor, in plaats van TENDER", "as this review froze it, instead of TENDER"}),
    own("--html", "FILE",
        {"schrijft de bladzijde hierheen; een lezer ziet nooit een half bestand",
         "writes the page here; a reader never sees half a file"}),
};

inline constexpr Option dossiers_options[] = {
    within_organisation,
    text("--flag", "CODE", "/flag",
         {"met deze vlag; zonder deze optie niet-van-toepassing", "with this flag; niet-van-toepassing without it"}),
    text("--phase", "PHASE", "/phase", {"in deze fase", "in this phase"}),
    own("--to", "FOLDER", {"schrijft hierheen", "writes here"}),
    own("--force", {},
        {"overschrijft ook bestanden die deze opdracht niet schreef",
         "overwrites files this command did not write too"}),
};

inline constexpr Verb review_verbs[] = {
    {.name = "review-ask",
     .words = "TENDER",
     .operation = "review.ask",
     .uses = Register::Existing,
     .summary = {"legt een aanbesteding voor aan de tenderboard", "submits a tender to the tender board"},
     .options = review_ask_options,
     .examples = {{{"mvoi review-ask 2027-014 --organisation gm0344 --role inkoopadviseur",
                    {"Legt de aanbesteding voor; haar dossier ligt vanaf dan vast in het journaal.",
                     "Submits the tender; from then on its dossier is fixed in the journal."}}}},
     .show = show_review},
    {.name = "review-answer",
     .words = "REVIEW VERDICT",
     .places = {{{"/review"}, {"/verdict"}}},
     .operation = "review.answer",
     .uses = Register::Existing,
     .summary = {"geeft een oordeel: akkoord, akkoord-mits of afgewezen",
                 "gives a verdict: akkoord (approved), akkoord-mits (on conditions) or afgewezen (rejected)"},
     .more = {"REVIEW is het nummer van de toets, zoals review-list het toont; --role zegt als wie het oordeel geldt.",
              "REVIEW is the number of the review, as review-list shows it; --role says as whom the verdict counts."},
     .options = review_answer_options,
     .examples = {{{"mvoi review-answer 01a1fcee-d3b2-7c20-8eef-ae44635edae4 akkoord-mits --role tenderboard \\\n"
                    "    --condition \"Vraag bij de nota van inlichtingen opnieuw naar hergebruikt zout\"",
                    {"Akkoord, onder een voorwaarde.", "Approved, on one condition."}}}},
     .show = show_review},
    {.name = "review-condition",
     .words = "REVIEW NUMBER",
     .places = {{{"/review"}, {"/condition", Kind::Integer}}},
     .operation = "review.condition",
     .uses = Register::Existing,
     .summary = {"verklaart dat een voorwaarde van een akkoord-mits is vervuld",
                 "declares that a condition of an akkoord-mits is met"},
     .options = review_condition_options,
     .examples = {{{"mvoi review-condition 01a1fcee-d3b2-7c20-8eef-ae44635edae4 1 --role tenderboard \\\n"
                    "    --text \"Gevraagd op 12 januari; geen aanbod\"",
                    {"De eerste voorwaarde is vervuld.", "The first condition is met."}}}},
     .show = show_review},
    {.name = "review-list",
     .operation = "review.list",
     .summary = {"toont de agenda van de tenderboard, dringendste eerst",
                 "shows the agenda of the tender board, most urgent first"},
     .options = review_list_options,
     .examples = {{{"mvoi review-list --organisation gm0344",
                    {"De agenda van de volgende vergadering.", "The agenda of the next meeting."}}}},
     .run = list,
     .show = show_agenda},
    {.name = "dossier",
     .words = "TENDER",
     .operation = "review.dossier",
     .summary = {"geeft één zaak op één bladzijde", "gives one case on one page"},
     .more = {"Wat uitgaat is de bladzijde zelf, in HTML; met --json het dossier als gegevens.",
              "What goes out is the page itself, in HTML; with --json the dossier as data."},
     .options = dossier_options,
     .examples = {{{"mvoi dossier 2027-014 --organisation gm0344 --html 2027-014.html",
                    {"De stand van vandaag op één bladzijde.", "How it stands today, on one page."}},
                   {"mvoi dossier --review 01a1fcee-d3b2-7c20-8eef-ae44635edae4 --html stuk.html",
                    {"Wat de tenderboard is voorgelegd.", "What was put before the tender board."}}}},
     .run = dossier,
     .show = show_dossier},
    {.name = "dossiers",
     .operation = "tender.list",
     .summary =
         {"schrijft de stukken voor een tenderboard: een dossier van elke aanbesteding met de vlag, en een index",
          "writes the papers for a tender board: a dossier of each tender with the flag, and an index"},
     .more =
         {"Neemt de aanbestedingen met de vlag van --flag; zonder --flag is dat niet-van-toepassing, en geen andere. "
          "Toont ze, nieuwste eerst, en schrijft van elk een bladzijde in de map, met index.html. Bestanden die deze "
          "opdracht niet zelf schreef, blijven staan: dan wordt er niets geschreven en "
          "is de afsluitwaarde 1. Een bladzijde van een vorige keer blijft staan als haar aanbesteding de vlag "
          "niet meer heeft; de index noemt haar dan niet.",
          "Takes the tenders with the flag of --flag; without it that is niet-van-toepassing, and no other. Shows "
          "them, "
          "newest first, and writes a page of each into the folder, with index.html. "
          "Files that this command did not write itself stay: then nothing is written and the exit code is 1. A "
          "page of an earlier time stays when its tender no longer has the flag; the index does not name it then."},
     .options = dossiers_options,
     .examples =
         {{{"mvoi dossiers --organisation gm0344 --to tenderboard-2027-01-19",
            {"De stukken voor een vergadering: elke aanbesteding met een \"niet van toepassing\", en index.html.",
             "The papers for a meeting: each tender with a \"not applicable\", and index.html."}}}},
     .run = dossiers,
     .show = show_dossiers},
};

}  // namespace mvoi::cli
