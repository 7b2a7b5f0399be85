// SPDX-License-Identifier: EUPL-1.2
#include <string>
#include <vector>

#include "show.hpp"
#include "words.hpp"

namespace mvoi::cli {

namespace {

constexpr std::size_t title_columns = 36;

std::string state_text(const Object& review, Language language) {
    return word("review", text_of(review, "state"), language);
}

void show_verdicts(const Object& review, Page& page) {
    Table table({{{"Rol", "Role"}}, {{"Oordeel", "Verdict"}}, {{"Door", "By"}}, {{"Op", "On"}}, {{"Tekst", "Text"}}});
    each_object(review, "verdicts", [&](const Object& verdict) {
        table.row({text_of(verdict, "role"), text_of(verdict, "label"), text_of(verdict, "author"),
                   text_of(verdict, "date"), text_of(verdict, "text")});
    });
    if (table.empty()) return;
    page.heading({"Oordelen", "Verdicts"});
    page.table(table);
}

void show_conditions(const Object& review, Page& page) {
    Table table({{{"Nr", "No"}, Side::Right}, {{"Van", "Of"}}, {{"Vervuld", "Met"}}, {{"Voorwaarde", "Condition"}}});
    each_object(review, "conditions", [&](const Object& condition) {
        const Text open{"nog niet", "not yet"};
        std::string text = text_of(condition, "text");
        if (condition.has("metText")) text += " (" + text_of(condition, "metText") + ")";
        table.row({text_of(condition, "number"), text_of(condition, "role"),
                   truth_of(condition, "met") ? text_of(condition, "metOn") : std::string(page.in(open)), text});
    });
    if (table.empty()) return;
    page.heading({"Voorwaarden", "Conditions"});
    page.table(table);
}

void show_drift(const Object& review, Page& page) {
    Table table({{{"Wijziging", "Change"}}, {{"Thema", "Theme"}}, {{"Was", "Was"}}, {{"Is nu", "Is now"}}});
    each_object(review, "drift", [&](const Object& drift) {
        table.row(
            {text_of(drift, "label"), text_of(drift, "theme"), text_of(drift, "before"), text_of(drift, "after")});
    });
    if (table.empty()) return;
    page.heading({"Gewijzigd sinds het bevriezen", "Changed since it was frozen"});
    page.table(table);
}

}  // namespace

void show_review(const Object& answer, Page& page) {
    page.sentence({"Toets {}, revisie {}", "Review {}, revision {}"},
                  {text_of(answer, "review"), text_of(answer, "revision")});
    page.blank();
    const auto name = [&](Text text) { return std::string(page.in(text)); };
    page.pairs({
        {name({"Organisatie", "Organisation"}), text_of(answer, "organisation")},
        {name({"Aanbesteding", "Tender"}), text_of(answer, "reference")},
        {name({"Tenderboard", "Board"}), text_of(answer, "board")},
        {name({"Vraag", "Question"}), text_of(answer, "text")},
        {name({"Stand", "State"}), state_text(answer, page.language())},
        {name({"Aan zet", "To answer"}), text_of(answer, "next")},
        {name({"Volgorde", "Sequence"}), list_of(answer, "reviewers")},
        {name({"Gevraagd op", "Asked on"}), text_of(answer, "askedOn")},
        {name({"Vergadering", "Meeting"}), text_of(answer, "meeting")},
        {name({"Bevroren in post", "Frozen in entry"}), text_of(answer, "frozenEntry")},
    });
    show_verdicts(answer, page);
    show_conditions(answer, page);
    show_drift(answer, page);
}

void show_dossier(const Object& answer, Page& page) {
    const Text frozen{"Dossier van {}, bevroren in post {}.", "Dossier of {}, frozen in entry {}."};
    const Text current{"Dossier van {}, stand van post {}.", "Dossier of {}, as entry {} has it."};
    page.sentence(truth_of(answer, "frozen") ? frozen : current,
                  {text_of(answer, "reference"), text_of(answer, "entry")});
    page.pairs({{std::string(page.in({"Aanbesteding", "Tender"})), text_of(answer, "tender")},
                {std::string(page.in({"Hash", "Hash"})), text_of(answer, "hash")}});
    page.blank();
    page.sentence({"--html FILE schrijft de bladzijde, --json toont haar gegevens.",
                   "--html FILE writes the page, --json shows its data."});
}

void show_agenda(const Object& answer, Page& page) {
    if (answer.has("meeting")) {
        page.sentence({"Volgende vergadering waarvoor stukken nog op tijd zijn: {}",
                       "Next meeting whose papers can still be in: {}"},
                      {text_of(answer, "meeting")});
        page.blank();
    }
    Table table({{{"Publicatie", "Publication"}},
                 {{"Dagen", "Days"}, Side::Right},
                 {{"Kenmerk", "Reference"}},
                 {{"Titel", "Title"}},
                 {{"Stand", "State"}},
                 {{"Vergadering", "Meeting"}},
                 {{"Toets", "Review"}},
                 {{"Waarom", "Why"}}});
    each_object(answer, "items", [&](const Object& item) {
        table.row({text_of(item, "publication"), text_of(item, "daysToPublication"), text_of(item, "reference"),
                   shortened(text_of(item, "title"), title_columns), state_text(item, page.language()),
                   text_of(item, "meeting"), text_of(item, "review"), text_of(item, "why")});
    });
    if (table.empty()) return page.sentence({"Niets vraagt aandacht.", "Nothing needs attention."});
    page.table(table);
    if (!answer.has("next")) return;
    page.blank();
    page.sentence({"Er zijn er meer; --all toont ze alle.", "There are more; --all shows them all."});
}

}  // namespace mvoi::cli
