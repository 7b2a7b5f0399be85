// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"
#include "words.hpp"

namespace mvoi::cli {

// How it stands in a few lines, and what is still to be shown; the whole is a page.
void show_statement(const Object& answer, Page& page) {
    const Object::Ptr statement = answer.getObject("statement");
    if (!statement) return;
    page.sentence({"Contractstaat van {} ({}), zoals het staat op {}.", "Statement of {} ({}), as it stands on {}."},
                  {text_of(*statement, "reference"), text_of(*statement, "title"), text_of(*statement, "on")});
    const Object::Ptr counts = statement->getObject("counts");
    page.sentence({"Van {} van de {} beloften is iets gemeten of geraamd.",
                   "Something was measured or estimated of {} of the {} promises."},
                  {text_of(*counts, "measured"), text_of(*counts, "promises")});
    Table table({{{"Uiterlijk", "No later than"}}, {{"Nog te tonen", "Still to be shown"}}});
    each_object(*statement, "toShow", [&](const Object& each) {
        table.row({text_of(each, "by"), text_of(each, "sentence")});
    });
    if (!table.empty()) {
        page.blank();
        page.table(table);
    }
    page.blank();
    page.sentence({"--output FILE schrijft de bladzijde (.html), een tabel (.csv) of de gegevens (.json).",
                   "--output FILE writes the page (.html), a table (.csv) or the data (.json)."});
}

}  // namespace mvoi::cli
