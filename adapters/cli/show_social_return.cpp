// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "show.hpp"
#include "words.hpp"

namespace mvoi::cli {

namespace {

// Exact cents as euros: the part behind the point is of a cent, and too small to show.
std::string euros_of(const Object& row, const std::string& member, Language language) {
    if (!row.has(member)) return {};
    const std::string text = text_of(row, member);
    std::int64_t cents = std::stoll(text.substr(0, text.find('.')));
    const std::size_t point = text.find('.');
    if (point != std::string::npos && text[point + 1] >= '5') cents += text[0] == '-' ? -1 : 1;
    return euros(cents, language);
}

void show_rows(const Object& answer, Page& page) {
    Table table({{{"Nr", "No"}, Side::Right},
                 {{"Kenmerk", "Reference"}},
                 {{"Soort", "Kind"}},
                 {{"Geheel", "Whole"}, Side::Right},
                 {{"Telt", "Counts"}, Side::Right},
                 {{"Waarom", "Why"}}});
    each_object(answer, "rows", [&](const Object& row) {
        table.row({text_of(row, "number"), text_of(row, "reference"), text_of(row, "label"),
                   euros_of(row, "wholeCents", page.language()), euros_of(row, "countedCents", page.language()),
                   list_of(row, "sentences", " ")});
    });
    if (table.empty()) return page.sentence({"Er is nog niets vastgelegd.", "Nothing was put down yet."});
    page.table(table);
}

std::string percent(const Object& answer, const std::string& member, Language language) {
    const std::string text = text_of(answer, member);
    return text.empty() ? text : figure(text, language) + " %";
}

}  // namespace

void show_social_return(const Object& answer, Page& page) {
    const Language language = page.language();
    const auto name = [&](Text text) { return std::string(page.in(text)); };
    const auto amount = [&](const char* member) {
        return answer.has(member) ? euros(integer_of(answer, member), language) : std::string();
    };
    page.sentence({"Social return van {}, op {}", "Social return of {}, on {}"},
                  {text_of(answer, "reference"), text_of(answer, "on")});
    page.blank();
    const Object::Ptr table = answer.getObject("table"), obligation = answer.getObject("obligation");
    const Text unknown{"niet bekend", "not known"};
    page.pairs({
        {name({"Organisatie", "Organisation"}), text_of(answer, "organisation")},
        {name({"Titel", "Title"}), text_of(answer, "title")},
        {name({"Tabel", "Table"}), table ? text_of(*table, "label") : std::string(page.in(unknown))},
        {name({"PSO-trede", "PSO step"}), text_of(answer, "pso")},
        {name({"Gevraagd", "Asked"}),
         answer.has("obligationCents") ? amount("obligationCents") : std::string(page.in(unknown))},
        {name({"Korting", "Discount"}), integer_of(answer, "discountCents") ? amount("discountCents") : std::string()},
        {name({"Gedaan", "Done"}), amount("realisedCents")},
        {name({"Nog open", "Left"}), amount("remainingCents")},
        {name({"Deel gedaan", "Share done"}), percent(answer, "realisedPercent", language)},
        {name({"Deel van de looptijd", "Share of the term"}), percent(answer, "elapsedPercent", language)},
    });
    if (obligation) {
        page.heading({"Wat is gevraagd", "What is asked"});
        const auto sentences = obligation->getArray("sentences");
        for (std::size_t i = 0; sentences && i < sentences->size(); ++i)
            page.verbatim(sentences->getElement<std::string>(static_cast<unsigned>(i)));
    }
    page.heading({"Wat is gedaan", "What was done"});
    show_rows(answer, page);
    show_findings(answer, page);
}

void show_realised(const Object& answer, Page& page) {
    for (const auto& [member, text] :
         {std::pair("takenBack", Text{"Ingetrokken: {}", "Taken back: {}"}),
          std::pair("placements", Text{"Plaatsing vastgelegd onder nummer: {}", "Placement put down as number: {}"}),
          std::pair("invoices", Text{"Factuur vastgelegd onder nummer: {}", "Invoice put down as number: {}"}),
          std::pair("activities", Text{"Activiteit vastgelegd onder nummer: {}", "Activity put down as number: {}"})})
        if (const std::string numbers = list_of(answer, member); !numbers.empty()) page.sentence(text, {numbers});
    if (const Object::Ptr statement = answer.getObject("statement")) {
        page.blank();
        show_social_return(*statement, page);
    }
}

}  // namespace mvoi::cli
