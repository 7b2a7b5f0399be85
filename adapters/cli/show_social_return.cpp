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

void show_social_returns(const Object& answer, Page& page) {
    const Language language = page.language();
    const auto amount = [&](const Object& of, const char* member) {
        return of.has(member) ? euros(integer_of(of, member), language) : std::string();
    };
    Table table({{{"Kenmerk", "Reference"}},
                 {{"Titel", "Title"}},
                 {{"Gevraagd", "Asked"}, Side::Right},
                 {{"Gedaan", "Done"}, Side::Right},
                 {{"Nog open", "Left"}, Side::Right},
                 {{"Deel gedaan", "Share done"}, Side::Right},
                 {{"Deel van de looptijd", "Share of the term"}, Side::Right}});
    each_object(answer, "items", [&](const Object& item) {
        table.row({text_of(item, "reference"), text_of(item, "title"), amount(item, "obligationCents"),
                   amount(item, "realisedCents"), amount(item, "remainingCents"),
                   percent(item, "realisedPercent", language), percent(item, "elapsedPercent", language)});
    });
    if (table.empty())
        return page.sentence({"Geen contracten die social return vragen.", "No contracts that ask for social return."});
    page.table(table);
    if (const Object::Ptr totals = answer.getObject("totals")) {
        page.blank();
        page.sentence({"Contracten: {}. Samen gevraagd {}, gedaan {}, nog open {}.",
                       "Contracts: {}. Together asked {}, done {}, left {}."},
                      {text_of(*totals, "contracts"), amount(*totals, "obligationCents"),
                       amount(*totals, "realisedCents"), amount(*totals, "remainingCents")});
        if (integer_of(*totals, "obligationUnknown") > 0)
            page.sentence({"Van {} daarvan is niet bekend wat er is gevraagd; hun realisatie is wel meegeteld.",
                           "Of {} of these what is asked is not known; what was done of them is counted."},
                          {text_of(*totals, "obligationUnknown")});
    }
    if (answer.has("next")) {
        page.blank();
        page.sentence({"Er zijn er meer; --all toont ze alle.", "There are more; --all shows them all."});
    }
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
