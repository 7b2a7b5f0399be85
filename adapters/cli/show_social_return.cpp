// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"

namespace mvoi::cli {

namespace {

std::string or_not_known(const std::string& text, const Page& page) {
    return text.empty() ? std::string(page.in({"niet bekend", "not known"})) : text;
}

constexpr Field statement_facts[] = {
    {{"Organisatie", "Organisation"}, "/organisation"},
    {{"Titel", "Title"}, "/title"},
    {{"Tabel", "Table"},
     [](const Object& answer, const Page& page) {
         return or_not_known(shown(answer, "/table/label", Show::Text, page), page);
     }},
    {{"PSO-trede", "PSO step"}, "/pso"},
    {{"Gevraagd", "Asked"},
     [](const Object& answer, const Page& page) {
         return or_not_known(shown(answer, "/obligationCents", Show::Euros, page), page);
     }},
    {{"Korting", "Discount"},
     [](const Object& answer, const Page& page) {
         return integer_of(answer, "discountCents") == 0 ? "" : shown(answer, "/discountCents", Show::Euros, page);
     }},
    {{"Gedaan", "Done"}, "/realisedCents", Show::Euros},
    {{"Nog open", "Left"}, "/remainingCents", Show::Euros},
    {{"Deel gedaan", "Share done"}, "/realisedPercent", Show::Percent},
    {{"Deel van de looptijd", "Share of the term"}, "/elapsedPercent", Show::Percent},
};
constexpr Field row_fields[] = {
    {{"Nr", "No"}, "/number", Show::Number},
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Soort", "Kind"}, "/label"},
    {{"Geheel", "Whole"}, "/wholeCents", Show::Euros},
    {{"Telt", "Counts"}, "/countedCents", Show::Euros},
    {{"Waarom", "Why"}, [](const Object& row, const Page&) { return list_of(row, "sentences", " "); }},
};
constexpr Field social_return_list_fields[] = {
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Titel", "Title"}, "/title"},
    {{"Gevraagd", "Asked"}, "/obligationCents", Show::Euros},
    {{"Gedaan", "Done"}, "/realisedCents", Show::Euros},
    {{"Nog open", "Left"}, "/remainingCents", Show::Euros},
    {{"Deel gedaan", "Share done"}, "/realisedPercent", Show::Percent},
    {{"Deel van de looptijd", "Share of the term"}, "/elapsedPercent", Show::Percent},
};
constexpr std::pair<const char*, Text> realised[] = {
    {"takenBack", {"Ingetrokken: {}", "Taken back: {}"}},
    {"placements", {"Plaatsing vastgelegd onder nummer: {}", "Placement put down as number: {}"}},
    {"invoices", {"Factuur vastgelegd onder nummer: {}", "Invoice put down as number: {}"}},
    {"activities", {"Activiteit vastgelegd onder nummer: {}", "Activity put down as number: {}"}},
};

}  // namespace

void show_social_return(const Object& answer, Page& page) {
    page.sentence({"Social return van {}, op {}", "Social return of {}, on {}"},
                  {text_of(answer, "reference"), text_of(answer, "on")});
    page.blank();
    show_facts(answer, statement_facts, page);
    if (const Object::Ptr obligation = answer.getObject("obligation")) {
        page.heading({"Wat is gevraagd", "What is asked"});
        for (const std::string& each : texts_of(*obligation, "sentences")) page.verbatim(each);
    }
    page.heading({"Wat is gedaan", "What was done"});
    if (!show_list(answer, "rows", row_fields, page))
        page.sentence({"Er is nog niets vastgelegd.", "Nothing was put down yet."});
    show_findings(answer, page);
}

void show_social_returns(const Object& answer, Page& page) {
    if (!show_list(answer, "items", social_return_list_fields, page))
        return page.sentence({"Geen contracten die social return vragen.", "No contracts that ask for social return."});
    if (const Object::Ptr totals = answer.getObject("totals")) {
        page.blank();
        page.sentence({"Contracten: {}. Samen gevraagd {}, gedaan {}, nog open {}.",
                       "Contracts: {}. Together asked {}, done {}, left {}."},
                      {text_of(*totals, "contracts"), shown(*totals, "/obligationCents", Show::Euros, page),
                       shown(*totals, "/realisedCents", Show::Euros, page),
                       shown(*totals, "/remainingCents", Show::Euros, page)});
        if (integer_of(*totals, "obligationUnknown") > 0)
            page.sentence({"Van {} daarvan is niet bekend wat er is gevraagd; hun realisatie is wel meegeteld.",
                           "Of {} of these what is asked is not known; what was done of them is counted."},
                          {text_of(*totals, "obligationUnknown")});
    }
    if (answer.has("next")) page.blank();
    show_more(answer, page);
}

void show_realised(const Object& answer, Page& page) {
    for (const auto& [member, text] : realised)
        if (const std::string numbers = list_of(answer, member); !numbers.empty()) page.sentence(text, {numbers});
    if (const Object::Ptr statement = answer.getObject("statement")) {
        page.blank();
        show_social_return(*statement, page);
    }
}

}  // namespace mvoi::cli
