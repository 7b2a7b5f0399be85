// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: everything that was asked, promised and shown under one contract.
#pragma once

#include "verbs_common.hpp"
#include "verbs_contract_options.hpp"

namespace mvoi::cli {

inline constexpr Option statement_options[] = {
    of_contract_organisation,
    {"--audience",
     "WHO",
     As::Text,
     "audience",
     {"voor wie; zonder deze optie intern", "for whom; intern without it"},
     "intern leverancier"},
    {"--from", "DATE", As::Text, "from", {"waarnemingen van deze dag en later", "observations of this day and later"}},
    {"--to", "DATE", As::Text, "to", {"waarnemingen van deze dag en eerder", "observations of this day and earlier"}},
    {"--output",
     "FILE",
     As::Nothing,
     {},
     {"schrijft hierheen: .html, .csv of .json; een lezer ziet nooit een half bestand",
      "writes here: .html, .csv or .json; a reader never sees half a file"}},
};
inline constexpr Example statement_examples[] = {
    {"mvoi statement C-2027-3 --organisation gm0344 --output C-2027-3.html",
     {"Alles wat is gevraagd, beloofd en getoond, op één bladzijde.",
      "Everything that was asked, promised and shown, on one page."}},
    {"mvoi statement C-2027-3 --organisation gm0344 --audience leverancier --output staat.html",
     {"Om naar de leverancier te sturen.", "To be sent to the supplier."}},
};

inline constexpr Verb statement_verbs[] = {
    {.name = "statement",
     .words = "CONTRACT",
     .tender = true,
     .named = "contract",
     .operation = "contract.statement",
     .uses = Register::Read,
     .summary = {"geeft de contractstaat: gevraagd, beloofd en getoond, op één bladzijde",
                 "gives the statement of a contract: asked, promised and shown, on one page"},
     .more =
         {"Wat uitgaat is de bladzijde zelf, in HTML; met --json de gegevens. Met --audience leverancier staan er "
          "geen namen van mensen van de organisatie in, en niets over haar eigen werk. Wat mensen in vrije tekst "
          "schreven, zoals de tekst van een belofte, staat er wel in: lees die na.",
          "What goes out is the page itself, in HTML; with --json the data. With --audience leverancier it holds no "
          "names of people of the organisation, and nothing about its own work. What people wrote in free texts, "
          "such as the text of a promise, is in it: read those."},
     .options = statement_options,
     .examples = statement_examples,
     .run = statement,
     .show = show_statement},
};

}  // namespace mvoi::cli
